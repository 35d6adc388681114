"""Messages and signals that events speak of but nobody defined; a drawn message flow says who means the same."""

from app.engine.bpmn import child, children, descendants, event_definitions, kind
from app.engine.read.dialects import facts_of
from app.engine.repair.drawing import make

REFERENCES = {
    "messageEventDefinition": ("messageRef", "message"),
    "signalEventDefinition": ("signalRef", "signal"),
    "errorEventDefinition": ("errorRef", "error"),
    "escalationEventDefinition": ("escalationRef", "escalation"),
    "sendTask": ("messageRef", "message"),
    "receiveTask": ("messageRef", "message"),
}
NEEDED = ("messageEventDefinition", "signalEventDefinition", "sendTask", "receiveTask")
RULE = "definition-added"


def define_missing(root, pen) -> None:
    _define_dangling(root, pen)
    seen = set()
    for flow in descendants(root, "messageFlow"):
        _follow(root, flow, seen, pen)
    _define_unsaid(root, seen, pen)


def _define_dangling(root, pen):
    for element in list(descendants(root, *REFERENCES)):
        attribute, name = REFERENCES[kind(element)]
        wanted = element.get(attribute)
        if wanted is None or wanted in _known(root, name):
            continue
        if pen.may(RULE, _owner(element), name, what=name, reference=wanted):
            element.set(attribute, _define(root, name, wanted or f"{name}_{element.get('id')}", wanted or "unnamed"))


def _follow(root, flow, seen, pen):
    """Both ends of a message flow carry one message, clause 9.3. `seen`: the ends already spoken of."""
    speakers = [one for end in ("sourceRef", "targetRef") for one in _speakers(root, flow.get(end))]
    for silent in speakers:
        if silent.get("messageRef") or silent in seen:
            continue
        seen.add(silent)
        said = next((one.get("messageRef") for one in speakers if one.get("messageRef")), None)
        if said is None and flow.get("messageRef") in _known(root, "message"):
            said = flow.get("messageRef")
        called = said or flow.get("name") or f"Message_{flow.get('id')}"
        if pen.may(RULE, _owner(silent), "message", what="message", reference=called):
            silent.set("messageRef", said or _define(root, "message", f"Message_{flow.get('id')}", called))


def _speakers(root, key):
    """What carries a messageRef at this element: the task itself, or its message event definitions."""
    element = next((one for one in root.iter() if kind(one) and one.get("id") == key), None) if key else None
    if element is None:
        return []
    if kind(element) in ("sendTask", "receiveTask"):
        return [element]
    return [one for one in event_definitions(element, root) if kind(one) == "messageEventDefinition"]


def _define_unsaid(root, seen, pen):
    for element in list(descendants(root, *NEEDED)):
        attribute, name = REFERENCES[kind(element)]
        said = element.get(attribute) or child(element, "operationRef") is not None or element.get("operationRef")
        if said or element in seen or _connected(element):
            continue
        owner = _owner(element)
        called = owner.get("name") or owner.get("id") or element.get("id")
        if pen.may(RULE, owner, name, what=name, reference=called):
            element.set(attribute, _define(root, name, f"{name.title()}_{owner.get('id') or 'root'}", called))


def _connected(element):
    """A send task with a connector or topic is a call; it needs no message."""
    return kind(element) == "sendTask" and bool(facts_of(element).topic)


def _owner(element):
    """The event a definition belongs to; a definition that stands at the root answers for itself."""
    above = element.getparent()
    return (
        above
        if kind(element).endswith("EventDefinition") and above.get("id") and kind(above) != "definitions"
        else element
    )


def _known(root, name):
    return {element.get("id") for element in children(root, name)}


def _define(root, name, key, called):
    return make(root, name, key, name=called).get("id")
