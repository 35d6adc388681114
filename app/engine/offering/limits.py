"""A time limit for what may never come: a timer at the boundary of a task, or a race at a gateway for an event."""

from lxml import etree

from app.engine.bpmn import ACTIVITIES, kind, tag
from app.engine.repair.drawing import arriving, connect, ids, make


def add_time_limit(element, duration: str) -> None:
    """Afterwards `duration` (ISO 8601) ends the wait; the way that begins there ends until somebody draws on."""
    scope, taken = element.getparent(), ids(element.getroottree().getroot())
    if kind(element) in ACTIVITIES:
        timer = make(scope, "boundaryEvent", f"Limit_{element.get('id')}", taken, attachedToRef=element.get("id"))
    else:
        timer = make(scope, "intermediateCatchEvent", f"Limit_{element.get('id')}", taken)
        race = make(scope, "eventBasedGateway", f"First_{element.get('id')}", taken)
        for flow in arriving(scope).get(element.get("id"), ()):
            flow.set("targetRef", race.get("id"))
        connect(scope, race, element, taken)
        connect(scope, race, timer, taken)
    definition = etree.SubElement(timer, tag("timerEventDefinition"))
    etree.SubElement(definition, tag("timeDuration")).text = duration
    end = make(scope, "endEvent", f"End_{timer.get('id')}", taken)
    connect(scope, timer, end, taken)
