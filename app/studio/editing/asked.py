"""What a service's drawings ask for: which step is done with which form, which rule task takes which decision."""

import json
from dataclasses import dataclass, field

from lxml import etree

from app.base import pick
from app.catalog import in_tongues
from app.engine import ModelRefused
from app.engine.bpmn import kind, local
from app.engine.facts import NO_FACTS, Facts
from app.engine.naming import Unnamed, unnamed
from app.engine.read.dialects import read_facts
from app.engine.read.forms import embedded_forms
from app.engine.read.xml import parse_xml

BY_PEOPLE = ("userTask", "manualTask")
BY_RULE = "businessRuleTask"
BROUGHT = "form"  # the property of a message event that names the form of what people bring


@dataclass(frozen=True)
class Asked:
    """One element that is done with a form or by a decision.

    `wants` is "form" or "table"; `reference` the id it names ("" for none), `path` the file that holds it ("" where
    none of the files does); `start` marks the event a request begins with, `needed` that it cannot be done without.
    `called` says what it is and where it stands, where nobody named it. `drawn`: its form stands in the drawing itself;
    `decided`: it names none, and its decision buttons do without one.
    """

    element: str
    names: dict[str, str]
    kind: str
    drawing: str
    process: str
    wants: str
    reference: str = ""
    path: str = ""
    start: bool = False
    called: Unnamed | None = None
    drawn: bool = False
    decided: bool = False

    @property
    def missing(self) -> bool:
        """It names something that is not there, or is a person's step without a form or decisions."""
        if self.path or self.drawn or self.decided:
            return False
        return bool(self.reference) or self.kind == "userTask"

    def name(self, language: str) -> str:
        return pick(self.names, language) or (self.called.text(language) if self.called else self.element)


@dataclass(frozen=True)
class Room:
    """The forms and tables of one service, and what asks for them. `forms` and `tables`: path -> Sheet."""

    asked: tuple[Asked, ...]
    forms: dict[str, "Sheet"]
    tables: dict[str, "Sheet"]
    broken: dict[str, str] = field(default_factory=dict)
    """Files that cannot be read, with the sentence that says why."""

    def asking(self, path: str) -> list[Asked]:
        """The elements that use this file."""
        return [one for one in self.asked if one.path == path]

    def unused(self, sheets: dict[str, "Sheet"]) -> dict[str, "Sheet"]:
        used = {one.path for one in self.asked}
        return {path: sheet for path, sheet in sheets.items() if path not in used}


@dataclass(frozen=True)
class Sheet:
    """A form or a file of tables as lists show it: its ids, its titles, and how many fields or rules it has."""

    path: str
    ids: tuple[str, ...]
    titles: dict[str, str]
    size: int

    @property
    def id(self) -> str:
        return self.ids[0] if self.ids else ""

    def title(self, language: str) -> str:
        return pick(self.titles, language, self.id or self.path)


def rooms_of(spec: dict, files: dict[str, bytes]) -> Room:
    """What is asked for and what is there, in the order of the drawings. Nothing is raised for broken files."""
    broken: dict[str, str] = {}
    forms = {path: sheet for path in files if path.endswith(".form") and (sheet := _form(path, files, broken))}
    tables = {path: sheet for path in files if path.endswith(".dmn") and (sheet := _table(path, files, broken))}
    drawings = [path for path in files if path.endswith(".bpmn")]
    drawings.sort(key=lambda path: path != spec.get("diagram"))
    roots = {path: root for path in drawings if (root := _drawing(path, files, broken)) is not None}
    asked = [one for path, root in roots.items() for one in _asked(spec, path, root, forms, tables)]
    return Room(tuple(asked), forms, tables, broken)


def _drawing(path, files, broken):
    try:
        return parse_xml(path, files[path])
    except ModelRefused as refused:
        broken[path] = refused.findings[0].message
        return None


def _asked(spec, path, root, forms, tables):
    facts = read_facts(root)
    by_id = {sheet.id: one for one, sheet in forms.items()}
    by_decision = {id: one for one, sheet in tables.items() for id in sheet.ids}
    inside = {id for id, schema in embedded_forms(root, facts).items() if schema.get("components")}
    found, called = [], unnamed([root])
    for element in root.iter(etree.Element):
        said = facts.get(element.get("id"), NO_FACTS)
        for wants, reference in _wants(spec, path, element, said):
            form = wants == "form"
            there = by_id if form else by_decision
            start = form and kind(element) == "startEvent"
            at = there.get(reference, "")
            if start and not reference:
                at = spec.get("form") or ""
            found.append(Asked(element.get("id"), _names(spec, element), kind(element), path, _process(element), wants,
                               reference or (forms[at].id if at in forms else ""), at, start,
                               called.get(element.get("id")), form and bool({reference, element.get("id")} & inside),
                               form and not reference and "outcomes" in said.properties))
    return sorted(found, key=lambda one: not one.start)


def _wants(spec, path, element, said: Facts):
    """(what, the id named) for each form or decision of an element."""
    what = kind(element)
    begins = what == "startEvent" and _begins(spec, path, element)
    if what and (said.form or what in BY_PEOPLE or begins):
        yield "form", said.form or ""
    if what and said.properties.get(BROUGHT):
        yield "form", said.properties[BROUGHT]
    if what == BY_RULE or (what and said.decision):
        yield "table", said.decision or ""


def _begins(spec, path, element) -> bool:
    """A request begins at the plain start event of the service's own process."""
    parent = element.getparent()
    own = path == spec.get("diagram") and kind(parent) == "process" and parent.get("id") == spec.get("process")
    return own and not any(kind(below).endswith("EventDefinition") for below in element)


def _process(element) -> str:
    above = element
    while above is not None and kind(above) != "process":
        above = above.getparent()
    return "" if above is None else above.get("id") or ""


def _names(spec, element) -> dict[str, str]:
    drawn = " ".join((element.get("name") or "").split())
    return in_tongues(drawn, (spec.get("names") or {}).get(element.get("id")))


def _form(path, files, broken) -> Sheet | None:
    try:
        raw = json.loads(files[path])
    except (ValueError, RecursionError) as trouble:
        broken[path] = str(trouble)
        return None
    if not isinstance(raw, dict) or not isinstance(raw.get("components"), list):
        broken[path] = "There are no components in this file."
        return None
    titles = raw.get("titles") if isinstance(raw.get("titles"), dict) else {}
    titles = {key: str(text) for key, text in titles.items()}
    return Sheet(path, (str(raw.get("id") or ""),), in_tongues(str(raw.get("title") or ""), titles), _fields(raw))


def _fields(raw) -> int:
    parts = [part for part in raw.get("components") or () if isinstance(part, dict)]
    return sum(bool(part.get("key")) for part in parts) + sum(map(_fields, parts))


def _table(path, files, broken) -> Sheet | None:
    try:
        root = parse_xml(path, files[path])
    except ModelRefused as refused:
        broken[path] = refused.findings[0].message
        return None
    decisions = [element for element in root if isinstance(element.tag, str) and local(element) == "decision"]
    name = root.get("name") if root.get("name") not in (None, "", "DRD", "definitions") else None
    name = name or next((one.get("name") for one in decisions if one.get("name")), "")
    rules = sum(1 for element in root.iter(etree.Element) if local(element) == "rule")
    return Sheet(path, tuple(one.get("id") or "" for one in decisions), in_tongues(name), rules)
