"""Gateways: the direction they claim (clause 10.6.1) and what event-based gateways may lead to (clause 10.6.6)."""

from collections.abc import Iterator

from app.engine.bpmn import GATEWAYS, child, kind, text, true
from app.engine.check.drawing import Drawing, called
from app.engine.finding import Finding


def gateways_do_what_they_say(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.1: converging, diverging and mixed gateways have the numbers of flows their direction promises."""
    for gateway in drawing.all(*GATEWAYS):
        enter, leave = len(drawing.incoming(gateway)), len(drawing.outgoing(gateway))
        wrong = {
            "Converging": enter < 2 or leave > 1,
            "Diverging": enter > 1 or leave < 2,
            "Mixed": enter < 2 or leave < 2,
        }.get(gateway.get("gatewayDirection"), False)
        if wrong:
            direction = gateway.get("gatewayDirection")
            yield drawing.warning("gateway-direction", gateway, direction=direction, enter=enter, leave=leave)


def gateways_have_a_purpose(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.1: a gateway splits or joins; one way in and one way out does neither."""
    for gateway in drawing.all(*GATEWAYS):
        enter, leave = len(drawing.incoming(gateway)), len(drawing.outgoing(gateway))
        if kind(gateway) == "eventBasedGateway":
            if leave < 2:
                yield drawing.error("event-gateway-one-way", gateway)
        elif enter < 2 and leave < 2 and (enter or leave):
            yield drawing.warning("gateway-does-nothing", gateway)


def decisions_have_a_name(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a decision without a name cannot be spoken of in reports and timelines."""
    for gateway in drawing.all("exclusiveGateway", "inclusiveGateway", "complexGateway"):
        if len(drawing.outgoing(gateway)) > 1 and not (gateway.get("name") or "").strip():
            yield drawing.info("gateway-unnamed", gateway)


def event_gateways_wait_for_events(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.6: each way out leads straight to a catch event or a receive task, and only from there."""
    for gateway in drawing.all("eventBasedGateway"):
        for target in _targets(drawing, gateway):
            if kind(target) not in ("intermediateCatchEvent", "receiveTask"):
                yield drawing.error("event-gateway-wrong-target", gateway, target=called(target))
            elif len(drawing.incoming(target)) > 1:
                yield drawing.error("event-gateway-shared-target", target, gateway=called(gateway))
            elif kind(target) == "intermediateCatchEvent" and not _waits(drawing, target):
                yield drawing.error("event-gateway-wrong-target", gateway, target=called(target))


def _waits(drawing, event):
    return set(drawing.kinds(event)) <= {"message", "timer", "signal", "conditional"} and drawing.kinds(event)


def event_gateways_keep_to_one_kind_of_receiver(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.6: message events and receive tasks are not mixed, and the receive tasks carry no boundary events."""
    for gateway in drawing.all("eventBasedGateway"):
        targets = _targets(drawing, gateway)
        receivers = [one for one in targets if kind(one) == "receiveTask"]
        if receivers and any("message" in drawing.kinds(one) for one in targets if one not in receivers):
            yield drawing.error("event-gateway-mixed", gateway)
        for task in receivers:
            if drawing.attached.get(task.get("id")):
                yield drawing.error("event-gateway-boundary", task, gateway=called(gateway))


def instantiating_gateways_begin(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.6: a gateway that starts the process has nothing before it; a parallel one must start it."""
    for gateway in drawing.all("eventBasedGateway"):
        if true(gateway, "instantiate") and drawing.incoming(gateway):
            yield drawing.error("instantiating-with-incoming", gateway)
        if gateway.get("eventGatewayType") == "Parallel" and not true(gateway, "instantiate"):
            yield drawing.error("parallel-event-gateway-inside", gateway)


def complex_gateways_say_when(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.6.5: a complex gateway with several ways in needs an activation condition."""
    for gateway in drawing.all("complexGateway"):
        if len(drawing.incoming(gateway)) > 1 and not text(child(gateway, "activationCondition")):
            yield drawing.warning("complex-gateway-without-condition", gateway)


def _targets(drawing, gateway):
    found = [drawing.get(flow.get("targetRef")) for flow in drawing.outgoing(gateway)]
    return [target for target in found if target is not None]


RULES = (
    gateways_do_what_they_say,
    gateways_have_a_purpose,
    decisions_have_a_name,
    event_gateways_wait_for_events,
    event_gateways_keep_to_one_kind_of_receiver,
    instantiating_gateways_begin,
    complex_gateways_say_when,
)
