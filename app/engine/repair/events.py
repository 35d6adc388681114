"""Events that say too little to happen: no definition, no time, no condition, nothing to be attached to."""

from lxml import etree

from app.engine.bpmn import (
    ACTIVITIES,
    CATCHING,
    DEFINITIONS,
    child,
    children,
    descendants,
    event_definitions,
    kind,
    nodes,
    tag,
    text,
)
from app.engine.read.dialects import facts_of
from app.engine.repair.drawing import make, put, set_text

TIMES = ("timeDate", "timeDuration", "timeCycle")
NEVER = "False"
A_DAY = "P1D"


def mend_events(root, pen) -> None:
    for family in (_foreign, _references, _timers, _conditions, _boundaries, _catches):
        family(root, pen)


def _foreign(root, pen):
    """Flowable's event registry: what it calls an event type is a message by that name."""
    for event in list(descendants(root, *CATCHING)):
        name = facts_of(event).topic
        if name and not event_definitions(event, root) and pen.may("event-type-as-message", event, reference=name):
            message = make(root, "message", f"Message_{event.get('id')}", name=name)
            etree.SubElement(event, tag("messageEventDefinition"), messageRef=message.get("id"))


def _references(root, pen):
    known = {one.get("id") for one in children(root, *DEFINITIONS)}
    for reference in list(descendants(root, "eventDefinitionRef")):
        event, wanted = reference.getparent(), text(reference)
        if wanted not in known and pen.may("event-definition-dropped", event, wanted, reference=wanted):
            event.remove(reference)


def _timers(root, pen):
    for timer in list(descendants(root, "timerEventDefinition")):
        times = children(timer, *TIMES)
        said = [time for time in times if text(time)]
        if not said and pen.may("timer-given-a-day", _event(timer)):
            _keep(timer, times[:1])
            time = times[0] if times else etree.SubElement(timer, tag("timeDuration"))
            time.tag, time.text = tag("timeDuration"), A_DAY
        elif len(said) > 1 and pen.may("timer-times-dropped", _event(timer), kept=text(said[0])):
            _keep(timer, said[:1])


def _keep(timer, kept):
    for time in children(timer, *TIMES):
        if time not in kept:
            timer.remove(time)


def _conditions(root, pen):
    for definition in descendants(root, "conditionalEventDefinition"):
        if not text(child(definition, "condition")) and pen.may("condition-never", _event(definition)):
            set_text(definition, "condition", NEVER)


def _boundaries(root, pen):
    hosts = {node.get("id"): node for node in descendants(root, *ACTIVITIES)}
    for event in list(descendants(root, "boundaryEvent")):
        host = hosts.get(event.get("attachedToRef"))
        if host is None:
            if pen.may("boundary-never", event):
                _strand(event)
        elif not event_definitions(event, root):
            if pen.may("boundary-never", event):
                never(event)
        elif host not in nodes(event.getparent()) and pen.may("boundary-moved", event, safe=True):
            put(host.getparent(), event)


def never(event) -> None:
    """What reacts to nothing keeps its place, its drawing and what other tools keep in it, and never happens."""
    definition = etree.SubElement(event, tag("conditionalEventDefinition"))
    set_text(definition, "condition", NEVER)


def _strand(event):
    """An event on the boundary of nothing becomes the end of a link that nobody throws: no token ever begins there."""
    event.tag = tag("intermediateCatchEvent")
    for name in ("attachedToRef", "cancelActivity"):
        event.attrib.pop(name, None)
    etree.SubElement(event, tag("linkEventDefinition"), name=f"Never_{event.get('id')}")


def _catches(root, pen):
    """A catch event without definition waits for nothing: the path goes on, as in a none throw event."""
    for event in list(descendants(root, "intermediateCatchEvent")):
        if not event_definitions(event, root) and pen.may("catch-passes", event):
            event.tag = event.tag.replace("intermediateCatchEvent", "intermediateThrowEvent")
            event.attrib.pop("parallelMultiple", None)


def _event(definition):
    above = definition.getparent()
    return above if kind(above) != "definitions" else definition
