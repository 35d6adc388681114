"""Brought files become a service: a place for each in the three folders, and what can be told without asking."""

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from app.catalog import Broken, gathered, tongue
from app.engine.survey import Survey
from app.studio.bringing.note import Note
from app.studio.bringing.slug import folded
from app.studio.bringing.sorting import Sorted
from app.studio.bringing.unnamed import with_ids
from app.studio.checking import look

DEPLOYED = "camunda-forms:deployment:"
FOLDERS = {"drawings": ("workflows", ".bpmn"), "tables": ("workflows", ".dmn"), "forms": ("forms", ".form")}
LONGEST = 300


@dataclass
class Arranged:
    """`spec` as far as it can be known, `files` at their places, `name` for people, `notes` about what was done."""

    spec: dict
    files: dict[str, bytes]
    name: str
    notes: list[Note] = field(default_factory=list)
    seen: Survey | None = None
    """What was seen in the files, where they were looked at for this."""


def arrange(brought: Sorted, department: str) -> Arranged:
    """A whole service where its yaml is there and can be used, else whatever its drawings say."""
    notes = []
    if brought.order:
        try:
            return _whole(brought)
        except Broken as broken:
            told = " ".join(fault.message for fault in broken.faults)[:LONGEST]
            notes = [Note(next(iter(brought.order)), "order-broken", {"detail": told})]
    return _loose(brought, department, notes)


def _whole(brought) -> Arranged:
    """The folders may lie deeper in the zip: they are looked for from `catalog/` on."""
    all = {**brought.order, **brought.files}
    top = next(iter(brought.order)).partition("catalog/")[0]
    files = {path.removeprefix(top): data for path, data in all.items()}
    slug, spec, files = gathered(files, whole=False)
    texts = spec.get("texts") if isinstance(spec.get("texts"), dict) else {}
    name = next((one["name"] for one in texts.values() if isinstance(one, dict) and one.get("name")), slug)
    return Arranged({**spec, "slug": slug}, files, name)


def _loose(brought: Sorted, department: str, notes: list[Note]) -> Arranged:
    held, unnamed = with_ids(brought.forms, form_ids(brought.forms).values())
    brought = replace(brought, forms=held)
    forms = form_ids(brought.forms)
    drawings, renamed = _with_named_forms(brought.drawings, brought.forms, forms)
    files = {**drawings, **brought.tables, **brought.forms}
    seen = look(files, next(iter(drawings), ""), "")
    main = seen.main or next(iter(drawings), "")
    places = _places(brought, department, main)
    if len(drawings) > 1 and seen.main:
        notes.append(Note(main, "several-drawings"))
    notes += [Note(path, "kept-unreadable") for path in seen.unread if path in drawings or path in brought.tables]
    name = _name(seen, main)
    starts = [one.facts.form for one in seen.elements if one.kind == "startEvent" and one.process == seen.process]
    start = next((places[path] for path, id in forms.items() if id in starts), None)
    spec = {
        "diagram": places[main], "process": seen.process, "uses": _uses(places, main, brought),
        "forms": {places[path]: id for path, id in forms.items()}, **({"form": start} if start else {}),
        "texts": _texts(name=name, summary=seen.about[:LONGEST]),
    }
    notes += [*renamed, *unnamed]
    return Arranged(spec, {places[path]: data for path, data in files.items()}, name, notes, seen)


def _texts(**said) -> dict[str, dict[str, str]]:
    """Language -> texts, each in the language in which it is written."""
    found = {}
    for key, text in said.items():
        found.setdefault(tongue(text or said["name"]), {})[key] = text
    return found


def form_ids(forms: dict[str, bytes]) -> dict[str, str]:
    """path -> id, where the form can be read and has one."""
    found = {}
    for path, data in forms.items():
        try:
            found[path] = str(json.loads(data)["id"])
        except (ValueError, RecursionError, KeyError, TypeError):
            continue
    return found


def _with_named_forms(drawings, forms, ids) -> tuple[dict[str, bytes], list[Note]]:
    """Camunda 7 may name a form by the file it is deployed in; steps find their form by its id."""
    changed, notes = dict(drawings), []
    for path, id in ids.items():
        wanted = re.escape(f"{DEPLOYED}{PurePosixPath(path).name}").encode()
        pattern = re.compile(rb"(=\s*[\"'])" + wanted + rb"([\"'])")
        for drawing, data in changed.items():
            if pattern.search(data):
                changed[drawing] = pattern.sub(lambda found, id=id: found[1] + id.encode() + found[2], data)
                notes.append(Note(PurePosixPath(path).name, "form-named"))
    return changed, notes


def _places(brought, department, main) -> dict[str, str]:
    """path as brought -> path in the folders; every name once."""
    places, taken = {}, set()
    for pile, (folder, ending) in FOLDERS.items():
        for path in sorted(getattr(brought, pile), key=lambda path: path != main):
            stem = folded(PurePosixPath(path).name.split(".")[0]) or pile.removesuffix("s")
            free, number = f"{folder}/{department}/{stem}{ending}", 1
            while free in taken:
                number += 1
                free = f"{folder}/{department}/{stem}-{number}{ending}"
            taken.add(free)
            places[path] = free
    return places


def _uses(places, main, brought) -> list[str]:
    return [places[path] for path in (*brought.drawings, *brought.tables) if path != main]


def _name(seen, main) -> str:
    """The name of the process, else that of the file, made readable."""
    drawn = seen.processes.get(seen.process, "")
    if drawn and drawn != seen.process:
        return " ".join(drawn.split())[:80]
    words = re.sub(r"[_\W]+", " ", PurePosixPath(main).name.split(".")[0]).strip()
    return words[:1].upper() + words[1:80] if words else ""
