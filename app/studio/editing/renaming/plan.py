"""The plan of renaming a key: every place with before and after, what a person must look at, and the changed files."""

import re
from dataclasses import dataclass, field, replace

from app.base import Refusal
from app.engine.bpmn import kind
from app.studio.editing.files import tests_path
from app.studio.editing.renaming import drawings, sheets
from app.studio.editing.renaming.reach import Reach, Sheet, keys_of, reach, schemas
from app.studio.editing.renaming.reading import Found, is_name
from app.studio.editing.renaming.spots import Spot, changed

AROUND = 60
KNOWN = frozenset(("requester", "beneficiary", "site", "department", "cost_centre", "case", "number", "opened_at",
                   "outcome", "comment", "error"))
"""What every case has under these names, whoever answers."""


class KeyMissing(Refusal):
    """Write the new key."""

    status = 422


class KeyUnfit(Refusal):
    """“{name}” cannot be a key: use letters of English, digits and underscores, and begin with a letter."""

    status = 422


class KeyTaken(Refusal):
    """“{name}” is already the name of another answer or value ({where})."""

    status = 422


class KeyKnown(Refusal):
    """Mizban itself knows “{name}” by this name: it cannot be given another one, nor can another answer have it."""

    status = 422


@dataclass(frozen=True)
class Seen:
    """One place that mentions the key. `what`: key, formula, script, variable, notice, correct, table, title, walk.

    `doubt`: it was left as it is, look at it yourself. `name` is what people call the element, "" for whole files.
    """

    path: str
    element: str
    name: str
    what: str
    before: str
    after: str
    doubt: bool = False


@dataclass(frozen=True)
class Plan:
    """`files` and `spec` are what `save` is to be given; nothing else changes."""

    old: str
    new: str
    changes: tuple[Seen, ...]
    doubts: tuple[Seen, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    spec: dict = field(default_factory=dict)


def plan(spec: dict, files: dict[str, bytes], form: str, path: tuple[str, ...], new: str, language: str = "en") -> Plan:
    """Rename the last name of the answer `path` of the form `form` (its id) to `new`; pure, nothing is saved.

    Places are called as they are in `language`. Raises KeyError where the form has no such answer, KeyMissing,
    KeyUnfit, KeyKnown and KeyTaken where `new` will not do.
    """
    forms = schemas(files)
    if form not in forms or path not in keys_of(forms[form][1]):
        raise KeyError(path)
    if not new:
        raise KeyMissing
    if not is_name(new):
        raise KeyUnfit(name=new)
    for name in (path[0], new if len(path) == 1 else path[0]):
        if name in KNOWN:
            raise KeyKnown(name=name)
    work = _Work(spec, files, forms, form, path, language=language)
    target = (*path[:-1], new)
    taken = next(iter(_Work(spec, files, forms, form, target, work.reach).all(new)), None)
    taken = taken or next((seen for seen in _keys(forms, work.reach, target)), None)
    if new != path[-1] and taken:
        raise KeyTaken(name=new, where=taken.name or taken.path)
    seen = list(work.all(new))
    return Plan(path[-1], new, tuple(one for one in seen if not one.doubt), tuple(one for one in seen if one.doubt),
                work.changed(), work.spec_changes)


def _keys(forms, reached: Reach, target):
    """Forms of the same processes that give an answer of this name already."""
    for id, (path, schema) in forms.items():
        if id in reached.readers and target in keys_of(schema):
            yield Seen(path, "", str(schema.get("title") or id), "key", "", "")


class _Work:
    """One renaming while it is being planned: edits by file, and what is told about them."""

    def __init__(self, spec, files, forms, form, path, reached: Reach | None = None, language: str = "en"):
        self.spec, self.files, self.forms, self.path, self.language = spec, files, forms, path, language
        drawn = (Sheet.read(name, data) for name, data in files.items() if name.endswith(".bpmn"))
        self.sheets = [sheet for sheet in drawn if sheet]
        plain = {id: schema for id, (_, schema) in forms.items()}
        self.reach = reached or reach(spec, self.sheets, plain, form, path)
        if reached:
            self.reach = replace(reached, path=path)
        self.edits: dict[str, dict[tuple[int, int], str]] = {}
        self.texts: dict[str, str] = {}
        self.spec_changes: dict = {}

    def all(self, new: str):
        yield from self._forms(new)
        yield from self._drawings(new)
        yield from self._tables(new)
        yield from self._spec(new)

    def changed(self) -> dict[str, bytes]:
        return {path: changed(self.texts[path], edits).encode() for path, edits in self.edits.items() if edits}

    def _forms(self, new):
        for id, (path, schema) in self.forms.items():
            if id not in self.reach.readers and id not in self.reach.givers:
                continue
            text = self.files[path].decode("utf-8")
            titles = schema.get("titles") if isinstance(schema.get("titles"), dict) else {}
            title = str(titles.get(self.language) or schema.get("title") or id)
            for spot, found, what in sheets.form_spots(text, schema, id, self.reach):
                yield from self._seen(path, text, spot, found, what, new, "", title)

    def _drawings(self, new):
        starts = self._begins()
        for sheet in self.sheets:
            for place in drawings.places(sheet, self.reach, starts):
                id = place.element.get("id") or ""
                told = (self.spec.get("names") or {}).get(id) or {}
                name = told.get(self.language) or place.element.get("name") or id or kind(place.element)
                yield from self._seen(sheet.path, sheet.text, place.spot, place.found, place.what, new, id,
                                      " ".join(name.split()))

    def _tables(self, new):
        wanted = sheets.decisions_in_reach(self.sheets, self.reach)
        for path, data in self.files.items():
            ids = set(re.findall(r'id="([^"]+)"', data.decode("utf-8", "replace"))) if path.endswith(".dmn") else set()
            if not wanted & ids:
                continue
            for one in (path, tests_path(path)):
                if one in self.files:
                    text = self.files[one].decode("utf-8")
                    for spot, found, what in sheets.table_spots(one, text, self.files[one], self.reach):
                        yield from self._seen(one, text, spot, found, what, new, "", one.rpartition("/")[2])

    def _spec(self, new):
        if self._main():
            changes, told = sheets.titles(self.spec, self.reach, new)
            self.spec_changes.update(changes)
            for before, after, doubt in told:
                yield Seen("", "", "", "title", before, after, doubt)
        made, count, doubts = sheets.walks(self.spec, self.sheets, self.reach, new)
        if count:
            self.spec_changes["walks"] = made
            yield Seen("", "", str(count), "walk", self.path[-1], new)
        for name in dict.fromkeys(doubts):
            yield Seen("", "", name, "walk", self.path[-1], self.path[-1], True)

    def _seen(self, path, text, spot: Spot, found: Found, what, new, element, name):
        if found.spans:
            self.texts[path] = text
            edits = self.edits.setdefault(path, {})
            for at, end in found.spans:
                edits[spot.span(at, end)] = new
            yield Seen(path, element, name, what, *_told(spot.value, found.spans, new))
        if found.doubt:
            at = max(spot.value.find(self.path[-1]), 0)
            around = _cut(spot.value, at, at + len(self.path[-1]))
            yield Seen(path, element, name, what, around, around, True)

    def _main(self) -> bool:
        return (self.spec.get("diagram"), self.spec.get("process")) in self.reach.processes

    def _begins(self) -> bool:
        id = (self.spec.get("forms") or {}).get(self.spec.get("form") or "")
        return id in self.reach.givers


def _told(value, spans, new) -> tuple[str, str]:
    """The stretch around the changes, before and after."""
    after = value
    for at, end in sorted(spans, reverse=True):
        after = after[:at] + new + after[end:]
    first, last = spans[0][0], spans[-1][1]
    grown = len(after) - len(value)
    return _cut(value, first, last), _cut(after, first, last + grown)


def _cut(value, first, last) -> str:
    start, stop = max(first - AROUND, 0), min(last + AROUND, len(value))
    return ("…" if start else "") + " ".join(value[start:stop].split()) + ("…" if stop < len(value) else "")
