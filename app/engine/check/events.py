"""Events: what may be waited for, thrown or attached where (clauses 10.5.3 to 10.5.6)."""

from collections.abc import Iterator

from app.engine.bpmn import child, children, kind, text, true
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

CATCH = frozenset(["message", "timer", "conditional", "link", "signal"])
THROW = frozenset(["message", "escalation", "link", "compensate", "signal"])
END = frozenset(["message", "escalation", "error", "cancel", "compensate", "signal", "terminate"])
BOUNDARY = frozenset(["message", "timer", "escalation", "error", "cancel", "compensate", "conditional", "signal"])
PLACES = {
    "intermediateCatchEvent": (CATCH, "catch-kind"),
    "intermediateThrowEvent": (THROW, "throw-kind"),
    "endEvent": (END, "end-kind"),
    "boundaryEvent": (BOUNDARY, "boundary-kind"),
}


def events_wait_and_throw_what_they_can(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5, table 10.93: which event definitions go with which position."""
    for place, (allowed, rule) in PLACES.items():
        for event in drawing.all(place):
            wrong = set(drawing.kinds(event)) - allowed
            if wrong:
                yield drawing.error(rule, event, found=", ".join(sorted(wrong)))


def catching_events_have_something_to_catch(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: intermediate catch and boundary events have at least one event definition."""
    for event in drawing.all("intermediateCatchEvent", "boundaryEvent"):
        if not drawing.definitions(event) and not drawing.facts(event).topic:
            rule = "boundary-without-trigger" if kind(event) == "boundaryEvent" else "catch-without-trigger"
            yield drawing.error(rule, event)


def boundaries_are_attached(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: a boundary event is attached to an activity."""
    for event in drawing.all("boundaryEvent"):
        if not event.get("attachedToRef"):
            yield drawing.error("boundary-unattached", event)


def events_that_wait_for_all_wait_for_several(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.1: a parallel multiple event waits for at least two things."""
    for event in drawing.all("startEvent", "intermediateCatchEvent", "boundaryEvent"):
        if true(event, "parallelMultiple") and len(drawing.definitions(event)) < 2:
            yield drawing.warning("parallel-multiple-alone", event)


def boundaries_lead_on(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: a boundary event has an outgoing flow, a compensation boundary has an association instead."""
    for event in drawing.all("boundaryEvent"):
        kinds, leave = drawing.kinds(event), drawing.outgoing(event)
        if "compensate" in kinds:
            if leave:
                yield drawing.error("compensation-boundary-with-flow", event)
            yield from _handler(drawing, event)
        elif not leave:
            yield drawing.error("boundary-without-outgoing", event)


def _handler(drawing, event):
    """Clause 10.7: the association leads to one activity marked for compensation."""
    handlers = drawing.associated.get(event.get("id"), [])
    if not handlers:
        yield drawing.error("compensation-without-handler", event)
    if len(handlers) > 1:
        yield drawing.warning("compensation-with-many-handlers", event, count=len(handlers))
    for handler in handlers:
        if not true(handler, "isForCompensation"):
            yield drawing.error("handler-not-for-compensation", handler)
        elif drawing.incoming(handler) or drawing.outgoing(handler):
            yield drawing.error("handler-with-flow", handler)


def boundaries_interrupt_when_they_must(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4, table 10.90: error and cancel boundary events always interrupt."""
    for event in drawing.all("boundaryEvent"):
        if not true(event, "cancelActivity", True) and {"error", "cancel"} & set(drawing.kinds(event)):
            yield drawing.error("must-interrupt", event)


def cancelling_belongs_to_transactions(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 10.5.3 and 10.5.4: cancel ends stand inside a transaction, cancel boundaries on one."""
    for event in drawing.all("endEvent"):
        if "cancel" in drawing.kinds(event) and kind(event.getparent()) != "transaction":
            yield drawing.error("cancel-outside-transaction", event)
    for event in drawing.all("boundaryEvent"):
        host = drawing.get(event.get("attachedToRef"))
        if "cancel" in drawing.kinds(event) and host is not None and kind(host) != "transaction":
            yield drawing.error("cancel-outside-transaction", event)


def intermediate_events_stand_between(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: intermediate events have a way in and a way out, links aside."""
    for event in drawing.all("intermediateCatchEvent", "intermediateThrowEvent"):
        if "link" in drawing.kinds(event):
            continue
        if not drawing.incoming(event) and kind(event.getparent()) != "adHocSubProcess":
            yield drawing.error("intermediate-without-incoming", event)
        if not drawing.outgoing(event) and kind(event.getparent()) != "adHocSubProcess":
            yield drawing.warning("intermediate-without-outgoing", event)


def conditions_are_written(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: a conditional event has a condition."""
    for definition in drawing.all("conditionalEventDefinition"):
        if not text(child(definition, "condition")):
            yield drawing.error("condition-missing", definition)


def activities_that_throw_errors_are_named(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: an error or escalation that is thrown needs a code, or nobody can catch it by name."""
    for event in drawing.all("endEvent", "intermediateThrowEvent"):
        for definition in drawing.definitions(event):
            for name in ("error", "escalation"):
                if kind(definition) == f"{name}EventDefinition":
                    thrown = drawing.get(definition.get(f"{name}Ref"))
                    if thrown is None or not (thrown.get(f"{name}Code") or thrown.get("name")):
                        yield drawing.warning("thrown-without-code", event)


def compensation_has_something_to_undo(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.7: what is compensated by name is an activity with a handler, in reach of the event."""
    handled = {one.get("attachedToRef") for one in drawing.all("boundaryEvent") if "compensate" in drawing.kinds(one)}
    for definition in drawing.all("compensateEventDefinition"):
        activity = drawing.get(definition.get("activityRef"))
        if activity is None or kind(definition.getparent()) in ("boundaryEvent", "startEvent"):
            continue
        if activity.get("id") not in handled and not any(
            true(inner, "triggeredByEvent") for inner in children(activity, "subProcess")
        ):
            yield drawing.warning(
                "nothing-to-compensate", definition, activity=activity.get("name") or activity.get("id")
            )


RULES = (
    events_wait_and_throw_what_they_can,
    catching_events_have_something_to_catch,
    boundaries_are_attached,
    events_that_wait_for_all_wait_for_several,
    boundaries_lead_on,
    boundaries_interrupt_when_they_must,
    cancelling_belongs_to_transactions,
    intermediate_events_stand_between,
    conditions_are_written,
    activities_that_throw_errors_are_named,
    compensation_has_something_to_undo,
)
