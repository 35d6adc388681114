"""Message flows between participants, and choreographies (clauses 9 and 11)."""

from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, children, kind
from app.engine.check.drawing import Drawing, called
from app.engine.finding import Finding

ARTIFACTS = ("association", "group", "textAnnotation")
SPEAKERS = ACTIVITIES | {"participant", "startEvent", "endEvent"}
SPEAKERS |= {"intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"}
CATCHING = ("startEvent", "intermediateCatchEvent", "boundaryEvent")
THROWING = ("endEvent", "intermediateThrowEvent")


def message_flows_join_speakers(drawing: Drawing) -> Iterator[Finding]:
    """Clause 9.3: message flows join participants, activities and events; never notes, gateways or choreographies."""
    for flow in drawing.all("messageFlow"):
        for end in ("sourceRef", "targetRef"):
            other = drawing.get(flow.get(end))
            if other is None or kind(other) in SPEAKERS or kind(flow.getparent()) == "choreography":
                continue
            if kind(other) in ARTIFACTS:
                yield drawing.error("message-flow-at-artifact", flow, other=called(other))
            else:
                yield drawing.error("message-flow-at-wrong-kind", flow, other=called(other), found=kind(other))


def message_flows_cross_pools(drawing: Drawing) -> Iterator[Finding]:
    """Clause 9.3: a message flow joins two pools, never two steps of one."""
    for flow in drawing.all("messageFlow"):
        pools = [_pool(drawing, flow.get(end)) for end in ("sourceRef", "targetRef")]
        if None not in pools and pools[0] == pools[1]:
            yield drawing.error("message-flow-in-one-pool", flow)


def _pool(drawing, key):
    element = drawing.get(key)
    if element is None:
        return None
    if kind(element) == "participant":
        return element.get("processRef") or element.get("id")
    return next((above.get("id") for above in element.iterancestors() if kind(above) == "process"), None)


def message_flows_meet_message_events(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 10.5.2 to 10.5.4: catching events receive, throwing events send, and both must be message events."""
    for flow in drawing.all("messageFlow"):
        source, target = drawing.get(flow.get("sourceRef")), drawing.get(flow.get("targetRef"))
        if target is not None and kind(target) in THROWING:
            yield drawing.error("message-flow-into-thrower", target)
        elif target is not None and kind(target) in CATCHING and "message" not in drawing.kinds(target):
            yield drawing.error("message-flow-into-non-message", target)
        if source is not None and kind(source) in CATCHING:
            yield drawing.error("message-flow-from-catcher", source)
        elif source is not None and kind(source) in THROWING and "message" not in drawing.kinds(source):
            yield drawing.error("message-flow-from-non-message", source)


def only_collaborations_have_choreographies(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 9.7 and 11: choreographyRef belongs to a collaboration, not to a choreography or global conversation."""
    for element in drawing.all("choreography", "globalConversation"):
        if children(element, "choreographyRef"):
            yield drawing.warning("choreography-reference-misplaced", element)


def participants_count_sensibly(drawing: Drawing) -> Iterator[Finding]:
    """Clause 9.2.2: the maximum of a participant is at least 1 and at least its minimum."""
    for multiplicity in drawing.all("participantMultiplicity"):
        least, most = multiplicity.get("minimum", "0"), multiplicity.get("maximum", "1")
        numbers = [int(one) for one in (least, most) if one.strip().lstrip("-").isdigit()]
        if len(numbers) < 2 or numbers[0] < 0 or numbers[1] < max(1, numbers[0]):
            yield drawing.warning("participant-multiplicity", multiplicity, least=least, most=most)


def imports_are_here(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.2.2: what is imported is among the files."""
    names = {path.replace("\\", "/").rpartition("/")[2] for path in (*drawing.bundle.models, *drawing.bundle.other)}
    for imported in drawing.all("import"):
        location = (imported.get("location") or "").replace("\\", "/").rpartition("/")[2]
        model = "BPMN" in (imported.get("importType") or "") or location.endswith(".bpmn")
        if model and location not in names:
            yield drawing.warning("import-missing", imported, location=imported.get("location") or "?")


def correlation_keys_have_properties(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.2: a correlation key is made of at least one property."""
    for key in drawing.all("correlationKey"):
        if not children(key, "correlationPropertyRef"):
            yield drawing.warning("correlation-key-empty", key)


RULES = (
    message_flows_join_speakers,
    message_flows_cross_pools,
    message_flows_meet_message_events,
    only_collaborations_have_choreographies,
    participants_count_sensibly,
    imports_are_here,
    correlation_keys_have_properties,
)
