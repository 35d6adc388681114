"""Sequence flows: what they may join (clauses 7.6.1 and 8.4.13) and whether both ends know of them."""

from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, NODES, SCOPES, child, children, kind, text, true
from app.engine.check.drawing import Drawing, called, words
from app.engine.finding import Finding

ARTIFACTS = ("association", "group", "textAnnotation")


def flows_join_steps_not_notes(drawing: Drawing) -> Iterator[Finding]:
    """Clause 7.6.1: artifacts (notes, groups, associations) are neither source nor target of a sequence flow."""
    for flow in drawing.all("sequenceFlow"):
        for end in ("sourceRef", "targetRef"):
            other = drawing.get(flow.get(end))
            if other is not None and kind(other) in ARTIFACTS:
                yield drawing.error("flow-at-artifact", flow, other=called(other))


def flows_stay_in_their_process(drawing: Drawing) -> Iterator[Finding]:
    """Clause 7.6.1: a sequence flow crosses neither a pool nor the border of a sub-process."""
    for flow in drawing.all("sequenceFlow"):
        source, target = drawing.get(flow.get("sourceRef")), drawing.get(flow.get("targetRef"))
        if source is None or target is None or kind(source) not in NODES or kind(target) not in NODES:
            continue
        if _home(source) is not _home(target):
            yield drawing.error("flow-crosses-border", flow, source=called(source), target=called(target))


def _home(node):
    return next((above for above in node.iterancestors() if kind(above) in SCOPES), None)


def flows_do_not_touch_event_subprocesses(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.5: an event sub-process has no incoming or outgoing sequence flow."""
    for scope in drawing.all("subProcess"):
        if true(scope, "triggeredByEvent") and (drawing.incoming(scope) or drawing.outgoing(scope)):
            yield drawing.error("event-subprocess-with-flow", scope)


def starts_and_ends_keep_their_sides(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 10.5.2, 10.5.3 and 10.5.4: nothing enters a start or boundary event, nothing leaves an end event."""
    for event in drawing.all("startEvent"):
        if drawing.incoming(event) or children(event, "incoming"):
            yield drawing.error("start-with-incoming", event)
    for event in drawing.all("endEvent"):
        if drawing.outgoing(event) or children(event, "outgoing"):
            yield drawing.error("end-with-outgoing", event)
    for event in drawing.all("boundaryEvent"):
        if drawing.incoming(event) or children(event, "incoming"):
            yield drawing.error("boundary-with-incoming", event)


def both_ends_know_their_flows(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.13: a flow and the incoming and outgoing lists of its ends agree, in files that keep such lists."""
    if not drawing.all("incoming", "outgoing"):
        return
    for node in drawing.all(*NODES, "choreographyTask"):
        for name, flows in (("incoming", drawing.incoming(node)), ("outgoing", drawing.outgoing(node))):
            told = {words(one) for one in children(node, name)}
            drawn = {flow.get("id") for flow in flows}
            if told - drawn:
                yield drawing.warning("flow-list-wrong", node, flow=", ".join(sorted(told - drawn)))
            elif drawn - told:
                yield drawing.warning("flow-list-incomplete", node, flow=", ".join(sorted(drawn - told)))


def conditions_stand_where_they_count(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.13: conditions on flows from parallel and event-based gateways or from events are never asked."""
    for flow in drawing.all("sequenceFlow"):
        source = drawing.get(flow.get("sourceRef"))
        if source is None or not text(child(flow, "conditionExpression")):
            continue
        if kind(source) in ("parallelGateway", "eventBasedGateway") or kind(source).endswith("Event"):
            yield drawing.warning("condition-ignored", flow, source=called(source))


def defaults_leave_where_they_belong(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.13: the default flow is one of the outgoing flows, and has no condition of its own."""
    for node in drawing.all(*NODES):
        default = drawing.get(node.get("default"))
        if default is None or kind(default) != "sequenceFlow":
            continue
        if default.get("sourceRef") != node.get("id"):
            yield drawing.error("default-of-another", node, flow=called(default))
        elif text(child(default, "conditionExpression")):
            yield drawing.warning("default-with-condition", default, gateway=called(node))


def the_only_condition_has_company(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.13: an activity whose only way out has a condition would simply stop where it is false."""
    for node in drawing.all(*ACTIVITIES):
        flows = drawing.outgoing(node)
        if len(flows) == 1 and text(child(flows[0], "conditionExpression")):
            yield drawing.warning("lonely-condition", flows[0], source=called(node))


RULES = (
    flows_join_steps_not_notes,
    flows_stay_in_their_process,
    flows_do_not_touch_event_subprocesses,
    starts_and_ends_keep_their_sides,
    both_ends_know_their_flows,
    conditions_stand_where_they_count,
    defaults_leave_where_they_belong,
    the_only_condition_has_company,
)
