"""What a draft has to draw with: its forms, tables and drawings, and the services that can be called."""

import re

from sqlalchemy import select

from app.base import db
from app.catalog import Service, may_call, published
from app.forms import Form, FormBroken
from app.forms.schema import walk
from app.studio.drafts import Draft

DECISION = re.compile(rb"<(?:\w+:)?decision\b([^>]*)>")
ATTRIBUTE = re.compile(r'\b(id|name)="([^"]*)"')
SHOWN = {"text", "html", "spacer", "separator", "image", "button"}


def forms(spec: dict, files: dict[str, bytes], language: str) -> list[dict]:
    """{id, path, name, count, fields: [[key, label], ...]} of the forms; what cannot be read keeps its id."""
    return [_form(path, id, files.get(path, b""), language) for path, id in sorted(spec.get("forms", {}).items())]


def _form(path, id, data, language) -> dict:
    try:
        form = Form.read(data)
    except FormBroken:
        return {"id": id, "path": path, "name": id, "count": 0, "fields": []}
    fields = [part for part in walk(form.schema.parts) if part.key and part.type not in SHOWN]
    return {"id": id, "path": path, "name": form.title(language) or id, "count": len(fields),
            "fields": [[part.key, part.text("label", language, part.key)] for part in fields]}


def tables(files: dict[str, bytes]) -> list[dict]:
    """{id, name, path} of every decision in the draft's tables."""
    found = []
    for path, data in files.items():
        for match in DECISION.finditer(data) if path.endswith(".dmn") else ():
            told = dict(ATTRIBUTE.findall(match.group(1).decode("utf-8", "replace")))
            if told.get("id"):
                found.append({"id": told["id"], "name": told.get("name") or told["id"], "path": path})
    return found


def drawings(draft: Draft) -> list[str]:
    """Paths of the drawings that are the draft's own; shared fragments are changed elsewhere."""
    mine = [path for path in draft.files if path.endswith((".bpmn", ".xml"))
            and not path.startswith("workflows/fragments/")]
    return sorted(mine, key=lambda path: path != draft.diagram_path)


def services(spec: dict, language: str) -> list[dict]:
    """{process, name, summary, inputs, outputs} of the services that the one of `spec` may call, by name."""
    told = [{"process": slug, "name": offer.name(language), "summary": offer.text(language)["summary"], "inputs": [],
             "outputs": [{"key": "outcome", "note": "", "target": f"{slug.replace('-', '_')}_outcome"}]}
            for slug, offer in may_call(spec.get("department", "")).items() if slug != spec.get("slug")]
    return sorted(told, key=lambda one: one["name"])


def interface(slug: str, language: str) -> list[dict] | None:
    """{key, note, value} of what a service is asked with: the fields of its first form. None: no such service."""
    version = db.session.scalar(select(Service.current_version_id).where(
        Service.slug == slug, Service.retired_at.is_(None), Service.current_version_id.is_not(None)))
    if version is None:
        return None
    start = published(version).start_form
    fields = [part for part in walk(start.schema.parts) if part.key and part.type not in SHOWN] if start else []
    whom = {"key": "beneficiary", "note": "", "value": "=beneficiary"}
    return [whom, *({"key": part.key, "note": part.text("label", language, part.key), "value": f"={part.key}"}
                    for part in fields if part.key != "beneficiary")]
