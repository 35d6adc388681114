"""Waits that depend on somebody outside: what if the answer never comes?"""

from collections.abc import Iterator

from app.engine.bpmn import SUBPROCESSES, kind, nodes, true
from app.engine.check.drawing import Drawing
from app.engine.check.partners import name_of, names_of
from app.engine.finding import Finding

SENDERS = ("endEvent", "intermediateThrowEvent", "sendTask")


def waits_for_others_end(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a message from outside may never come, and then nothing ends the wait."""
    sent = names_of(drawing, "message", SENDERS)
    for element in drawing.all("receiveTask", "intermediateCatchEvent"):
        message = name_of(drawing, element, "message")
        waits = kind(element) == "receiveTask" or drawing.kinds(element) == ["message"]
        if waits and message not in sent and not _limited(drawing, element):
            yield drawing.warning("wait-without-limit", element)


def _limited(drawing, element):
    """Something else ends it: an event on it or around it, a rival at the gateway, an event sub-process beside it."""
    if drawing.attached.get(element.get("id")) or true(element, "instantiate"):
        return True
    for flow in drawing.incoming(element):
        gateway = drawing.get(flow.get("sourceRef"))
        if gateway is not None and kind(gateway) == "eventBasedGateway":
            return len(drawing.outgoing(gateway)) > 1
    for above in element.iterancestors():
        if kind(above) in SUBPROCESSES and drawing.attached.get(above.get("id")):
            return True
        if any(true(one, "triggeredByEvent") for one in nodes(above)):
            return True
    return not drawing.incoming(element)


RULES = (waits_for_others_end,)
