"""A key in forms, tables, their tests, titles, lanes and walks."""

from collections.abc import Iterator

from lxml import etree

from app.engine import ModelRefused
from app.engine.bpmn import kind, local
from app.engine.read.xml import parse_xml
from app.studio.editing.renaming.reach import Reach, Sheet, keys_of, steps
from app.studio.editing.renaming.reading import FEEL, NOTHING, UNARY, Found, find, language_of
from app.studio.editing.renaming.spots import Spot, json_spots, xml_spots

UNMARKED = ("required-if", "hide", "test", "dataSource", "valuesKey", "valuesExpression")
CELLS = ("inputEntry",)
NAMED = ("inputData", "variable", "inputNode")


def form_spots(text: str, schema: dict, id: str, reach: Reach) -> Iterator[tuple[Spot, Found, str]]:
    """Mentions in one form: its own key where it gives the answer, and every formula that reads it."""
    in_rows = keys_of(schema).get(reach.path, False)
    for spot in json_spots(text):
        if spot.key:
            continue
        at = _at(schema, spot.name)
        if spot.name[-1] in ("key", "path") and isinstance(at, dict):
            if id in reach.givers and _own_path(schema, spot.name) == reach.path:
                last = len(reach.path[-1])
                yield spot, Found(((len(spot.value) - last, len(spot.value)),)), "key"
            continue
        if spot.name[-1] == "at" and "rules" in spot.name and steps(spot.value) == reach.path:
            yield spot, Found(((len(spot.value) - len(reach.path[-1]), len(spot.value)),)), "formula"
            continue
        found = _in_form(spot, reach, in_rows and id in reach.givers)
        if found.spans or found.doubt:
            yield spot, found, "formula"


def table_spots(path: str, text: str, data: bytes, reach: Reach) -> Iterator[tuple[Spot, Found, str]]:
    """Mentions in a file of decisions: the input of that name, and every expression that reads it."""
    try:
        elements = tuple(parse_xml(path, data).iter(etree.Element))
    except ModelRefused:
        return
    name = reach.path[0]
    parts = {one.get("name") for one in elements if local(one) in ("decision", "businessKnowledgeModel")}
    for element, spots in zip(elements, xml_spots(text), strict=False):
        for spot in spots:
            found = _in_table(element, spot, reach.path)
            if found.spans or found.doubt:
                yield spot, Found((), True) if name in parts else found, "table"


def decisions_in_reach(sheets: list[Sheet], reach: Reach) -> set[str]:
    """Ids of the decisions that see the variable under its own name."""
    found = set()
    for sheet in sheets:
        for element in sheet.elements:
            facts = sheet.of(element)
            local_names = {one.target.split(".")[0] for one in facts.inputs}
            if kind(element) and facts.decision and reach.holds(sheet, element) and reach.path[0] not in local_names:
                found.add(facts.decision)
    return found


def titles(spec: dict, reach: Reach, new: str) -> tuple[dict, list[tuple[str, str, bool]]]:
    """The keys of the spec that change, and (before, after, doubt) of each expression."""
    changes: dict = {}
    told: list[tuple[str, str, bool]] = []
    for key, marked in (("title", False), ("lanes", True)):
        said = spec.get(key)
        texts = said if isinstance(said, dict) else {"": said} if isinstance(said, str) else {}
        made = {}
        for name, text in texts.items():
            made[name] = _renamed(text, reach, new, marked, told) if isinstance(text, str) else text
        if made != texts:
            changes[key] = made if isinstance(said, dict) else made[""]
    return changes, told


def walks(spec: dict, sheets: list[Sheet], reach: Reach, new: str):
    """(walks with the answers renamed, how many answers changed, names of walks whose calls bring such a value)."""
    giving = {element for _, element in reach.giving}
    drawn = [(sheet, element) for sheet in sheets for element in sheet.elements if kind(element)]
    start = any(kind(element) == "startEvent" and (sheet.path, element.get("id")) in reach.giving
                for sheet, element in drawn)
    heard = {name for sheet, element in drawn if (sheet.path, element.get("id")) in reach.giving
             for name in _messages(sheet, element)}
    count, doubts, made = 0, [], []
    for walk in spec.get("walks") or ():
        walk = dict(walk)
        if start and isinstance(walk.get("answers"), dict):
            walk["answers"], changed = _answers(walk["answers"], reach.path, new)
            count += changed
        acts = []
        for act in walk.get("steps") or ():
            act = dict(act)
            for name in ("answers", "values"):
                given = act.get(name)
                if not isinstance(given, dict):
                    continue
                if act.get("step") in giving or act.get("message") in heard:
                    act[name], changed = _answers(given, reach.path, new)
                    count += changed
                elif "call" in act and reach.path[0] in given and reach.processes:
                    doubts.append(str(walk.get("name") or ""))
            acts.append(act)
        if "steps" in walk:
            walk["steps"] = acts
        made.append(walk)
    return made, count, doubts


def _messages(sheet, element) -> set[str]:
    """Names of the messages that an event waits for."""
    wanted = {one.get("messageRef", "").rpartition(":")[2] for one in element if kind(one) == "messageEventDefinition"}
    return {one.get("name") for one in sheet.elements if kind(one) == "message" and one.get("id") in wanted}


def _renamed(text, reach, new, marked, told) -> str:
    if marked and not language_of(text):
        return text
    one = find(text, FEEL, reach.path)
    in_words = find(text, FEEL, ("words", *reach.path))
    spans = sorted({*one.spans, *in_words.spans}, reverse=True)
    after = text
    for at, end in spans:
        after = after[:at] + new + after[end:]
    if spans or one.doubt or in_words.doubt:
        told.append((text, after, not spans))
    return after


def _answers(given: dict, path, new) -> tuple[dict, int]:
    """The same answers, in the same order, with the one key called otherwise; rows of a list each."""
    first, *rest = path
    if first not in given:
        return given, 0
    if not rest:
        return {new if key == first else key: value for key, value in given.items()}, 1
    inner, count = given[first], 0
    if isinstance(inner, dict):
        inner, count = _answers(inner, rest, new)
    elif isinstance(inner, list):
        rows = [_answers(row, rest, new) if isinstance(row, dict) else (row, 0) for row in inner]
        inner, count = [row for row, _ in rows], sum(changed for _, changed in rows)
    return {**given, first: inner}, count


def _in_form(spot, reach, in_rows) -> Found:
    value, name = spot.value, spot.name[-1]
    hidden = isinstance(name, str) and name.startswith("option:") and name.endswith(":hide")
    if value.lstrip().startswith("=") or name in UNMARKED or hidden:
        return _either(value, FEEL, reach, in_rows)
    if "{{" not in value:
        return NOTHING
    spans, doubt, at = [], False, 0
    while (at := value.find("{{", at)) >= 0 and (end := value.find("}}", at)) >= 0:
        found = _either(value[at + 2:end], FEEL, reach, in_rows)
        spans += [(start + at + 2, stop + at + 2) for start, stop in found.spans]
        doubt, at = doubt or found.doubt, end
    return Found(tuple(spans), doubt)


def _either(text, language, reach, in_rows) -> Found:
    """In the rows of a list a field is also read by its own name and through `this`."""
    found = find(text, language, reach.path)
    if not in_rows:
        return found
    own = [find(text, language, (*before, reach.path[-1])) for before in ((), ("this",))]
    spans = {*found.spans, *(span for one in own for span in one.spans)}
    return Found(tuple(sorted(spans)), found.doubt or any(one.doubt for one in own))


def _in_table(element, spot, path) -> Found:
    tag, name = local(element), spot.name.rpartition(":")[2]
    if name == "name":
        parent = element.getparent()
        own = tag in NAMED and (tag != "variable" or local(parent) == "inputData")
        return Found(((0, len(spot.value)),)) if own and (spot.value,) == path else NOTHING
    if name == "label" and tag == "input" and spot.value == path[0] and element.find("{*}inputExpression") is None:
        return Found(doubt=True)
    if name or tag != "text":
        return NOTHING
    marked = language_of(spot.value)
    return find(spot.value, marked or (UNARY if local(element.getparent()) in CELLS else FEEL), path)


def _at(value, path):
    """What holds the last step of the path."""
    for step in path[:-1]:
        value = value[step]
    return value


def _own_path(schema, place) -> tuple[str, ...]:
    """The path of the answer whose key (or of the container whose path) stands at this place."""
    value, found = schema, ()
    for step in place[:-1]:
        if isinstance(value, dict) and value.get("type") in ("group", "dynamiclist") and value is not schema:
            found += steps(value.get("path"))
        value = value[step]
    return found + steps(value.get(place[-1]))
