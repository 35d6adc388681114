"""The forms among the files: their ids, and what their owner should mend in them."""

import hashlib
import json
from collections.abc import Callable

from app.catalog.store import Store
from app.engine.survey import Survey
from app.forms import Form, FormBroken
from app.studio.checking.finding import StudioFinding

_seen = Store(512)
COUNTED = "form-untranslated"
EVERY_REQUEST = frozenset(
    ["number", "requester", "beneficiary", "site", "department", "cost_centre", "title", "outcome", "people"])


def form_ids(files: dict[str, bytes]) -> dict[str, str]:
    """path -> id of every form that can be read, as the files say it now."""
    found = {path: _looked(data)[0] for path, data in _forms(files)}
    return {path: id for path, id in found.items() if id}


def form_findings(files: dict[str, bytes]) -> list[StudioFinding]:
    """Findings of every form file, at its fields; texts in other languages are counted for the whole service."""
    return [
        StudioFinding(str(one.element or ""), one.name or _whole(one, path), one.rule, one.severity, path,
                      place="forms", told=one)
        for path, data in _forms(files) for one in _looked(data)[1] if one.rule != COUNTED
    ]


def _whole(one, path) -> str:
    """What is wrong with the whole file stands under the file's name."""
    return "" if one.element else path.rsplit("/", 1)[-1]


def given_names(spec: dict, seen: Survey, files: dict[str, bytes]) -> Callable[[str], frozenset[str]]:
    """Element -> names it may read although no other element writes them: what every request knows, the fields of
    the start form, and those of the form with which this very step is done."""
    words = {id: _looked(files[path])[2] for path, id in form_ids(files).items()}
    start = _looked(files[spec["form"]])[2] if spec.get("form") in files else frozenset()
    forms = {one.id: one.facts.form for one in seen.elements if one.facts.form}
    return lambda element: EVERY_REQUEST | start | words.get(forms.get(element), frozenset())


def _forms(files):
    return [(path, data) for path, data in files.items() if path.endswith(".form")]


def _looked(data: bytes) -> tuple[str, tuple, frozenset[str]]:
    """(id, findings, names of its fields) of a form; the same bytes are looked at once."""
    key = hashlib.sha256(data).digest()
    return _seen.get(key) or _seen.put(key, _look(data))


def _look(data):
    try:
        form = Form.read(data)
    except FormBroken as broken:
        return _id(data), broken.findings, frozenset()
    return form.id, tuple(form.findings()), form.schema.words


def _id(data) -> str:
    try:
        return str(json.loads(data)["id"])
    except (ValueError, RecursionError, KeyError, TypeError):
        return ""
