"""Messages and signals between those who send and those who wait."""

from collections.abc import Iterator

from app.engine.bpmn import descendants, kind
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

CATCH = ("startEvent", "intermediateCatchEvent", "boundaryEvent", "receiveTask")
THROW = ("endEvent", "intermediateThrowEvent", "sendTask")


def messages_have_two_ends(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a message somebody waits for is sent by somebody, and the other way round.

    Those that whoever runs the model sends by itself have their sender.
    """
    sent, awaited = names_of(drawing, "message", THROW) | drawing.sent, names_of(drawing, "message", CATCH)
    tied = {flow.get(end) for flow in drawing.all("messageFlow") for end in ("sourceRef", "targetRef")}
    for element in drawing.all(*CATCH, *THROW):
        name = name_of(drawing, element, "message")
        if not name or element.get("id") in tied:
            continue
        if kind(element) in CATCH and name not in sent and kind(element) != "startEvent":
            yield drawing.warning("message-without-sender", element, message=name)
        elif kind(element) in THROW and name not in awaited:
            yield drawing.warning("message-without-receiver", element, message=name)


def signals_have_two_ends(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: signals travel between cases, so the other end may be elsewhere; it is worth a look."""
    sent, awaited = names_of(drawing, "signal", THROW), names_of(drawing, "signal", CATCH)
    for element in drawing.all(*CATCH, *THROW):
        name = name_of(drawing, element, "signal")
        if name and kind(element) in CATCH and name not in sent:
            yield drawing.info("signal-without-sender", element, signal=name)
        elif name and kind(element) in THROW and name not in awaited:
            yield drawing.info("signal-without-receiver", element, signal=name)


def errors_have_a_catcher(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.7: an error nobody catches ends the whole request as failed."""
    for event in drawing.all("endEvent"):
        for definition in drawing.definitions(event):
            if kind(definition) == "errorEventDefinition" and not _caught(drawing, event, definition.get("errorRef")):
                yield drawing.info("error-uncaught", event)


def _caught(drawing, event, reference):
    """By a boundary event of a scope around it, or by an event sub-process beside it."""
    around = {above.get("id") for above in event.iterancestors()}
    for catcher in drawing.all("boundaryEvent", "startEvent"):
        scope = catcher.getparent()
        near = (
            catcher.get("attachedToRef") in around
            if kind(catcher) == "boundaryEvent"
            else (scope.get("triggeredByEvent") == "true" and scope.getparent().get("id") in around)
        )
        codes = [one.get("errorRef") for one in drawing.definitions(catcher) if kind(one) == "errorEventDefinition"]
        if near and any(code is None or code == reference for code in codes):
            return True
    return False


def names_of(drawing: Drawing, what: str, places) -> set[str]:
    """The names of everything of this kind thrown or caught in any file of the bundle."""
    found = set()
    for other in drawing.siblings:
        found |= {name_of(other, element, what) for element in descendants(other.root, *places)}
    return found - {""}


def name_of(drawing: Drawing, element, what: str) -> str:
    """The message or signal (`what`) an event or task speaks of; "" where it names none."""
    definitions = [element] if kind(element).endswith("Task") else drawing.definitions(element)
    for one in definitions:
        if kind(one) in (f"{what}EventDefinition", "sendTask", "receiveTask"):
            target = drawing.get(one.get(f"{what}Ref"))
            if target is not None:
                return target.get("name") or target.get("id")
    return ""


RULES = (messages_have_two_ends, signals_have_two_ends, errors_have_a_catcher)
