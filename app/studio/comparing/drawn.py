"""What the drawings of a version say, element by element; where an element lies on the paper says nothing."""

from app.catalog import in_tongues
from app.engine import Bundle
from app.engine.bpmn import NODES, kind
from app.engine.facts import NO_FACTS
from app.engine.words import LANGUAGES
from app.studio.comparing.difference import Thing

DETAILS = {
    "timeDuration": "timer", "timeDate": "timer", "timeCycle": "timer", "conditionExpression": "condition",
    "condition": "condition", "completionCondition": "repeats", "loopCardinality": "repeats",
    "loopCondition": "repeats", "multiInstanceLoopCharacteristics": "repeats",
    "standardLoopCharacteristics": "repeats",
}
REFERENCES = ("messageRef", "signalRef", "errorRef", "escalationRef")
NAMED = ("message", "signal", "error", "escalation")
SAID_ELSEWHERE = {"outcomes", "comment", "approval", "state", "calendar", "correct"}


def elements(bundle: Bundle, names: dict) -> dict[str, Thing]:
    """Nodes of all drawings by id."""
    found = {}
    for path, root in bundle.drawn.items():
        lanes, messages = _lanes_of(root), _names_of(root)
        for node in root.iter():
            if kind(node) in NODES and node.get("id"):
                id = node.get("id")
                facts = bundle.facts.get(id, NO_FACTS)
                aspects = {**_said(node, messages), **_meant(facts), "lane": lanes.get(id, "")}
                found[id] = _thing(node, names, aspects, path, bundle.unnamed)
    return found


def flows(bundle: Bundle, names: dict) -> dict[str, Thing]:
    """Arrows by id: from where to where, and when."""
    found = {}
    for path, root in bundle.drawn.items():
        otherwise = {one.get("default") for one in root.iter() if one.get("default")}
        for flow in root.iter():
            if kind(flow) == "sequenceFlow" and flow.get("id"):
                condition = "".join(_text(one) for one in flow if kind(one) == "conditionExpression")
                way = f"{flow.get('sourceRef')} → {flow.get('targetRef')}"
                aspects = {"way": way, "condition": condition,
                           "otherwise": "yes" if flow.get("id") in otherwise else ""}
                found[flow.get("id")] = _thing(flow, names, aspects, path, bundle.unnamed)
    return found


def lanes(bundle: Bundle, spec: dict) -> dict[str, Thing]:
    """Lanes by id with who they stand for."""
    bound = spec.get("lanes") or {}
    found = {}
    for path, root in bundle.drawn.items():
        for lane in root.iter():
            if kind(lane) == "lane" and lane.get("id"):
                aspects = {"who": str(bound.get(lane.get("id"), ""))}
                found[lane.get("id")] = _thing(lane, spec.get("names") or {}, aspects, path, bundle.unnamed)
    return found


def _thing(element, names, aspects, path, unnamed) -> Thing:
    id = element.get("id")
    told = names.get(id) or {}
    # Where a name breaks into lines is the drawing's affair; another modeler breaks it otherwise.
    written = " ".join((element.get("name") or "").split())
    name = {"name": written, "words": "; ".join(f"{key}: {told[key]}" for key in sorted(told))}
    called = {language: unnamed[id].text(language) for language in LANGUAGES} if id in unnamed else in_tongues(written)
    return Thing({**called, **told}, {**name, **aspects}, path, kind(element))


def _said(node, messages) -> dict[str, str]:
    """What BPMN itself says: kind, timers, conditions, messages, repetition, and how it hangs on its host."""
    said = {"kind": kind(node)}
    for part in _own_parts(node):
        detail = DETAILS.get(kind(part))
        if detail:
            settings = [f"{key}={part.get(key)}" for key in sorted(part.keys()) if "}" not in key and key != "id"]
            _add(said, detail, " ".join([*settings, "" if len(part) else _text(part)]))
        for name in REFERENCES:
            if part.get(name):
                _add(said, "message", messages.get(part.get(name), part.get(name)))
        if kind(part).endswith("EventDefinition"):
            _add(said, "event", kind(part).removesuffix("EventDefinition"))
    if node.get("messageRef"):
        _add(said, "message", messages.get(node.get("messageRef"), node.get("messageRef")))
    if node.get("attachedToRef"):
        stops = "" if node.get("cancelActivity") == "false" else " !"
        said["host"] = node.get("attachedToRef") + stops
    said["text"] = "\n".join(_text(one) for one in node if kind(one) == "documentation")
    return said


def _own_parts(node):
    """Everything below a node that is about itself, and not about the nodes and arrows inside it."""
    for part in node:
        if kind(part) and kind(part) not in NODES and kind(part) not in ("sequenceFlow", "laneSet"):
            yield part
            yield from _own_parts(part)


def _meant(facts) -> dict[str, str]:
    """What the element says to this product."""
    properties = facts.properties
    others = {key: value for key, value in properties.items() if key not in SAID_ELSEWHERE}
    return {
        "who": "\n".join(filter(None, (facts.assignee, *facts.users, *(f"group:{one}" for one in facts.groups)))),
        "form": facts.form or "",
        "due": " ".join(filter(None, (facts.due, properties.get("calendar"), facts.follow_up))),
        "outcomes": " | ".join(f"{key}: {properties[key]}" for key in ("outcomes", "comment", "approval")
                               if properties.get(key)),
        "state": properties.get("state", ""),
        "correct": properties.get("correct", ""),
        "call": " ".join(filter(None, (facts.called, facts.topic, facts.decision))),
        "script": facts.script or "",
        "collection": " ".join(filter(None, (facts.collection, facts.element_variable, facts.output_collection,
                                             facts.output_element, facts.completion_condition))),
        "inputs": _mapped(facts.inputs),
        "outputs": " ".join(filter(None, (_mapped(facts.outputs), facts.result_variable))),
        "settings": "; ".join(f"{key}: {value}" for key, value in sorted({**facts.headers, **others}.items())),
    }


def _mapped(mappings) -> str:
    return "; ".join(f"{one.target}: {one.source}" for one in mappings)


def _lanes_of(root) -> dict[str, str]:
    """Element id -> name of its lane, the innermost one."""
    found = {}
    for lane in root.iter():
        if kind(lane) == "lane":
            for one in lane:
                if kind(one) == "flowNodeRef":
                    found[_text(one)] = lane.get("name") or lane.get("id")
    return found


def _names_of(root) -> dict[str, str]:
    return {one.get("id"): one.get("name") or one.get("errorCode") or one.get("id")
            for one in root.iter() if kind(one) in NAMED and one.get("id")}


def _add(said, key, text):
    said[key] = " ".join(filter(None, (said.get(key, ""), text.strip())))


def _text(element) -> str:
    return "".join(element.itertext()).strip()
