"""A key in a drawing: conditions, mappings, scripts, notices, and the properties that name it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.bpmn import DECIDED, NODES, kind, local
from app.studio.editing.renaming.reach import OUTSIDE, Reach, Sheet
from app.studio.editing.renaming.reading import NOTHING, PYTHON, Found, answers, find, language_of
from app.studio.editing.renaming.spots import Spot, xml_spots

SCRIPTS = ("script", "preScript", "postScript")
WRITES = ("resultVariable", "resultVariableName", "outputCollection")
INPUTS = ("input", "inputParameter", "in")
OUTPUTS = ("output", "outputParameter", "out")
UNREAD = ("documentation", "name", "id")


@dataclass(frozen=True)
class Place:
    """A spot that mentions the key: `spans` within its value are to change; `doubt` asks for a person's look."""

    element: object
    spot: Spot
    found: Found
    what: str


def places(sheet: Sheet, reach: Reach, starts_with: bool) -> Iterator[Place]:
    """Every mention in one drawing. `starts_with`: the form begins the request, so `correct` names its keys."""
    for element, spots in zip(sheet.elements, xml_spots(sheet.text), strict=False):
        owner = owner_of(element)
        for spot in spots:
            what, found = _judged(sheet, reach, element, owner, spot, starts_with)
            if found.spans or found.doubt:
                yield Place(owner if owner is not None else element, spot, found, what)


def owner_of(element):
    """The nearest element of the drawing that a reader can point at."""
    above = element
    while above is not None and not (kind(above) in NODES or kind(above) in ("sequenceFlow", "process", "message")):
        above = above.getparent()
    return above


def _judged(sheet, reach, element, owner, spot, starts_with) -> tuple[str, Found]:
    if reach.holds(sheet, element):
        told = _notice(spot, reach)
        if starts_with and _is_property(element, "correct") and _name(spot) == "value":
            return "correct", _listed(spot.value, reach.path[-1])
        if _names_variable(element, spot):
            return "variable", _root(spot.value, reach.path, owner, element)
        language = _language(element, spot)
        found = find(spot.value, language, reach.path) if language else NOTHING
        found = _in_place(sheet, reach, element, spot, owner, found)
        what = "script" if local(element) in SCRIPTS else "formula" if found.spans or found.doubt else "notice"
        return what, Found(tuple(sorted({*found.spans, *told.spans})), found.doubt)
    if owner is not None and local(element) in (*OUTPUTS, *INPUTS) and _calls(sheet, reach, owner):
        return "formula", _of_callee(element, spot, reach)
    return "", NOTHING


def _in_place(sheet, reach, element, spot, owner, found: Found) -> Found:
    """Inside an element with a local variable of this name it is another variable; results may be of another kind."""
    if not found.spans or owner is None:
        return found
    if _shadowed(sheet, element, owner, reach.path[0]):
        return NOTHING
    if local(element) not in OUTPUTS or not _is_source(element, spot):
        return found
    if (sheet.path, owner.get("id")) in reach.giving:
        return found
    brought = kind(owner) in OUTSIDE or "message" in {kind(one).removesuffix("EventDefinition") for one in owner}
    return Found((), True) if brought else found


def _shadowed(sheet, element, owner, name) -> bool:
    """Inputs are worked out around the element, everything else inside of it."""
    around = owner.getparent() if owner is not None and local(element) in INPUTS else owner
    while around is not None and kind(around) != "process":
        facts = sheet.of(around)
        if name in {one.target.split(".")[0] for one in facts.inputs} | {facts.element_variable}:
            return True
        around = around.getparent()
    return False


def _calls(sheet, reach, owner) -> bool:
    called = sheet.of(owner).called or owner.get("calledElement")
    return kind(owner) == "callActivity" and any(called == process for _, process in reach.processes)


def _of_callee(element, spot, reach) -> Found:
    """What a caller takes out of the process, and what it puts in under this name."""
    if local(element) in INPUTS:
        return Found(doubt=_name(spot) in ("target", "name") and spot.value == reach.path[0])
    language = _language(element, spot)
    return find(spot.value, language, reach.path) if language and _is_source(element, spot) else NOTHING


def _notice(spot, reach) -> Found:
    return Found(answers(spot.value, reach.path[-1])) if len(reach.path) == 1 else NOTHING


def _listed(value, key) -> Found:
    """One word of a list with commas."""
    spans, at = [], 0
    for word in value.split(","):
        if word.strip() == key:
            start = at + word.index(key)
            spans.append((start, start + len(key)))
        at += len(word) + 1
    return Found(tuple(spans))


def _names_variable(element, spot) -> bool:
    name, tag = _name(spot), local(element)
    if name in WRITES:
        return True
    if tag in OUTPUTS and name in ("target", "name"):
        return True
    return name == "collection" and not language_of(spot.value)


def _root(value, path, owner, element) -> Found:
    """A variable's name, perhaps with fields behind dots: as far as the path goes it has to be the same."""
    names = value.split(".")
    if tuple(names[:len(path)]) != path:
        return NOTHING
    start = sum(len(name) + 1 for name in path[:-1])
    return Found(((start, start + len(path[-1])),))


def _language(element, spot) -> str:
    """The language of a value, or "" where it is no expression."""
    name, tag = _name(spot), local(element)
    if name in UNREAD or (not name and tag in UNREAD):
        return ""
    marked = language_of(spot.value)
    if marked:
        return marked
    if name:
        return ""
    if tag in SCRIPTS:
        spoken = (element.get("scriptFormat") or _parent(element).get("scriptFormat") or "").lower()
        return "feel" if "feel" in spoken else "juel" if "juel" in spoken else PYTHON
    if kind(element) in DECIDED:
        spoken = (element.get("language") or "").lower()
        return "feel" if "feel" in spoken else PYTHON
    return ""


def _is_source(element, spot) -> bool:
    return _name(spot) in ("source", "sourceExpression", "") or local(element) == "outputParameter"


def _is_property(element, wanted) -> bool:
    return local(element) == "property" and element.get("name") == wanted


def _name(spot) -> str:
    return spot.name.rpartition(":")[2]


def _parent(element):
    above = element.getparent()
    return element if above is None else above
