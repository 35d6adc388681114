"""The reference work as a service: a person asks, a manager decides."""

import json
import shutil
import tempfile
from pathlib import Path

from app.base import read_clock, transaction
from app.catalog import sync

MODEL = Path(__file__).parents[3] / "shared" / "corpus" / "w1-benchmark.bpmn"
ORDER = """
id: W-1
slug: purchase-approval
kind: request
department: it
diagram: workflows/it/w1.bpmn
process: purchase_approval
owner: group:procurement
lanes: {lane_initiator: '=requester', lane_managers: '=group("managers")'}
texts:
  en: {name: Purchase approval, summary: The reference work}
  fa: {name: تأیید خرید, summary: کار مرجع}
  ar: {name: الموافقة على الشراء, summary: العمل المرجعي}
"""
FORMS = {
    "request-schema.json": [("number", "amount"), ("textfield", "cost_center"), ("number", "quantity")],
    "approval-schema.json": [("checkbox", "approved")],
}


def prepare(desk):
    app = desk.take("people")
    app.config["WTF_CSRF_ENABLED"] = True
    folder = Path(tempfile.mkdtemp())
    for name in ("catalog/it", "workflows/it", "forms/it"):
        (folder / name).mkdir(parents=True)
    (folder / "catalog/departments.yaml").write_text(
        "it: {icon: monitor, texts: {en: {name: IT}, fa: {name: IT}, ar: {name: IT}}}"
    )
    (folder / "catalog/it/purchase-approval.yaml").write_text(ORDER)
    shutil.copy(MODEL, folder / "workflows/it/w1.bpmn")
    for id, fields in FORMS.items():
        components = [{"type": kind, "id": key, "key": key, "label": key} for kind, key in fields]
        form = {"type": "default", "id": id, "schemaVersion": 19, "components": components}
        (folder / "forms" / "it" / id).with_suffix(".form").write_text(json.dumps(form))
    with app.app_context(), transaction():
        report = sync(folder, read_clock())
    assert not report.stopped, report.faults
    return app
