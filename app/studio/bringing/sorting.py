"""What each file is, by what stands in it: endings lie."""

import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from app.studio.bringing.note import Note

BPMN = b"http://www.omg.org/spec/BPMN/20100524/MODEL"
DMN = (b"https://www.omg.org/spec/DMN/", b"http://www.omg.org/spec/DMN/")
BEGINNING = 65_536


@dataclass
class Sorted:
    """Paths as they were brought -> contents. `order` is the yaml of a whole service, with what lies around it."""

    drawings: dict[str, bytes] = field(default_factory=dict)
    tables: dict[str, bytes] = field(default_factory=dict)
    forms: dict[str, bytes] = field(default_factory=dict)
    order: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def __bool__(self):
        return bool(self.drawings or self.tables or self.forms)

    @property
    def files(self) -> dict[str, bytes]:
        return {**self.drawings, **self.tables, **self.forms}


def sort(files: dict[str, bytes]) -> Sorted:
    """Every file on its pile; what belongs on none is noted."""
    found = Sorted()
    for path, data in files.items():
        pile = getattr(found, kind_of(path, data), None)
        if pile is None:
            found.notes.append(Note(path, "no-model"))
        else:
            pile[path] = data
    return found


def kind_of(path: str, data: bytes) -> str:
    """The name of its pile, or ""; what only claims to be a model by its name is believed, so that it can be mended."""
    begin = data.lstrip()[:BEGINNING]
    ending = PurePosixPath(path.lower()).suffix
    if begin.startswith(b"<") and BPMN in begin:
        return "drawings"
    if begin.startswith(b"<") and any(mark in begin for mark in DMN):
        return "tables"
    if begin.startswith(b"{") and (ending == ".form" or _is_form(data)):
        return "forms"
    if ending == ".yaml" and "/catalog/" in f"/{path}":
        return "order"
    return {".bpmn": "drawings", ".dmn": "tables", ".form": "forms"}.get(ending, "")


def _is_form(data) -> bool:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and isinstance(found.get("components"), list)
