"""Forms that stand inside a drawing become files, so that they are edited, shown and translated as all others."""

import json
from pathlib import PurePosixPath

from app.engine import ModelRefused
from app.engine.survey import Survey
from app.studio.bringing.note import Note
from app.studio.bringing.slug import folded
from app.studio.editing.linking import linked


def forms_out(spec: dict, files: dict[str, bytes], seen: Survey) -> tuple[dict[str, bytes], dict, list[Note]]:
    """The files that change or are new, the keys of the order that follow, and what is told about it.

    `files` as `seen` has looked at them. Elements find their form by the id of the file from then on.
    """
    known = dict(spec.get("forms") or {})
    changed, made, start = {}, {}, spec.get("form")
    folder = PurePosixPath(spec["diagram"]).parent.name
    for element in seen.elements:
        schema = seen.forms.get(element.facts.form)
        if schema is None or element.facts.form in known.values():
            continue
        if element.facts.form not in made:
            stem = folded(element.name) or folded(element.id) or "form"
            made[element.facts.form] = _place(folder, stem, {*files, *changed}, known)
        path, id = made[element.facts.form]
        home = _linked({**files, **changed}, element.id, id)
        if home is None:
            continue
        known[path] = id
        text = json.dumps({"type": "default", **schema, "id": id}, ensure_ascii=False, indent=2)
        changed |= {**home, path: text.encode() + b"\n"}
        if element.kind == "startEvent" and element.process == seen.process and not start:
            start = path
    if not changed:
        return {}, {}, []
    drawing = PurePosixPath(spec["diagram"]).name
    return changed, {"forms": known, **({"form": start} if start else {})}, [Note(drawing, "forms-out")]


def _place(folder, stem, taken, known) -> tuple[str, str]:
    """A free path and a free id."""
    number, id = 1, stem
    while f"forms/{folder}/{id}.form" in taken or id in known.values():
        number += 1
        id = f"{stem}-{number}"
    return f"forms/{folder}/{id}.form", id


def _linked(files, element, id) -> dict[str, bytes] | None:
    """The drawing that has this element, which now names the form."""
    for path, data in files.items():
        if path.endswith(".bpmn") and f'"{element}"'.encode() in data:
            try:
                return {path: linked(data, element, id)}
            except (KeyError, ModelRefused):
                continue
    return None
