"""How far a field's answer reaches: the processes whose variable it becomes, and the forms that give or read it."""

import json
from dataclasses import dataclass

from lxml import etree

from app.engine import ModelRefused
from app.engine.bpmn import kind
from app.engine.facts import NO_FACTS
from app.engine.read.dialects import read_facts
from app.engine.read.xml import parse_xml

OUTSIDE = ("callActivity", "serviceTask", "businessRuleTask", "sendTask", "receiveTask")


@dataclass(frozen=True)
class Sheet:
    """One drawing, read: `elements` in the order of their start tags, `facts` by id."""

    path: str
    text: str
    elements: tuple
    facts: dict

    @classmethod
    def read(cls, path: str, data: bytes) -> "Sheet | None":
        try:
            text = data.decode("utf-8")
            root = parse_xml(path, data)
        except (ModelRefused, UnicodeDecodeError):
            return None
        return cls(path, text, tuple(root.iter(etree.Element)), read_facts(root))

    def of(self, element):
        return self.facts.get(element.get("id"), NO_FACTS)


@dataclass(frozen=True)
class Reach:
    """How far one answer goes: a field takes its first value from, and gives it to, the variable of its name.

    `processes` hold it as a variable. `givers` are the ids of their forms with an answer of this name, `readers` of all
    their forms; `giving` are the elements whose form is a giver.
    """

    path: tuple[str, ...]
    processes: frozenset[tuple[str, str]]
    givers: frozenset[str]
    readers: frozenset[str]
    giving: frozenset[tuple[str, str]]

    def holds(self, sheet: Sheet, element) -> bool:
        process = process_of(element)
        return (sheet.path, process) in self.processes or (not process and self.here(sheet))

    def here(self, sheet: Sheet) -> bool:
        return any(path == sheet.path for path, _ in self.processes)


def reach(spec: dict, sheets: list[Sheet], forms: dict[str, dict], form: str, path: tuple[str, ...]) -> Reach:
    """Where the answer `path` of the form `form` (an id) goes. `forms`: form id -> schema."""
    everything = list(users(spec, sheets, forms))
    processes = {(sheet.path, process_of(element)) for sheet, element, used in everything if used == form}
    inside = [(sheet, element, used) for sheet, element, used in everything
              if (sheet.path, process_of(element)) in processes]
    givers = {used for _, _, used in inside if path in keys_of(forms.get(used, {}))} | {form}
    giving = {(sheet.path, element.get("id")) for sheet, element, used in everything if used in givers}
    return Reach(path, frozenset(processes), frozenset(givers), frozenset({used for _, _, used in inside} | {form}),
                 frozenset(giving))


def users(spec: dict, sheets: list[Sheet], forms: dict[str, dict]):
    """(drawing, element, form id) of everything that is done with a form."""
    start = (spec.get("forms") or {}).get(spec.get("form") or "", "")
    for sheet in sheets:
        for element in sheet.elements:
            if not kind(element) or not element.get("id"):
                continue
            facts = sheet.of(element)
            for id in {facts.form, facts.properties.get("form")} - {None, ""}:
                yield sheet, element, id
            if start and kind(element) == "startEvent" and _own(spec, sheet, element) and not facts.form:
                yield sheet, element, start


def process_of(element) -> str:
    above = element
    while above is not None and kind(above) != "process":
        above = above.getparent()
    return "" if above is None else above.get("id") or ""


def keys_of(schema: dict, prefix: tuple[str, ...] = ()) -> dict[tuple[str, ...], bool]:
    """The path of every answer of a form -> whether it stands in the rows of a list."""
    found: dict[tuple[str, ...], bool] = {}
    for part in schema.get("components") or ():
        if not isinstance(part, dict):
            continue
        own = prefix + steps(part.get("path") if part.get("type") in ("group", "dynamiclist") else part.get("key"))
        if part.get("key") and part.get("type") not in ("group", "dynamiclist"):
            found[own] = False
        if part.get("type") == "dynamiclist":
            found[own] = False
            found.update(dict.fromkeys(keys_of(part, own), True))
        elif isinstance(part.get("components"), list):
            found.update(keys_of(part, own))
    return found


def path_of(schema: dict, component: str, prefix: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """The path of the answer of the component with this id; None where it gives none."""
    for part in schema.get("components") or ():
        if not isinstance(part, dict):
            continue
        container = part.get("type") in ("group", "dynamiclist")
        own = prefix + steps(part.get("path") if container else part.get("key"))
        if str(part.get("id")) == component:
            return own or None
        found = path_of(part, component, own) if isinstance(part.get("components"), list) else None
        if found:
            return found
    return None


def steps(key) -> tuple[str, ...]:
    return tuple(step for step in key.split(".") if step) if isinstance(key, str) else ()


def schemas(files: dict[str, bytes]) -> dict[str, tuple[str, dict]]:
    """form id -> (path, schema) of every sound form."""
    found = {}
    for path, data in files.items():
        if not path.endswith(".form"):
            continue
        try:
            raw = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if isinstance(raw, dict) and isinstance(raw.get("components"), list):
            found[str(raw.get("id") or path)] = (path, raw)
    return found


def _own(spec, sheet, element) -> bool:
    parent = element.getparent()
    return sheet.path == spec.get("diagram") and kind(parent) == "process" and parent.get("id") == spec.get("process")
