"""References lead to something, and to something of the right kind (the types of BPMN 2.0, annex of clause 15)."""

from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, DEFINITIONS, NODES, bare, kind, text
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

ITEMS = frozenset(["itemDefinition"])
MESSAGES = frozenset(["message"])
DATA = frozenset(
    ["dataInput", "dataOutput", "dataObject", "dataObjectReference", "dataStoreReference", "dataStore", "property"]
)
SPEAKERS = NODES | {"participant", "choreographyTask", "subChoreography", "callChoreography"}
COLLABORATIONS = frozenset(["collaboration", "choreography", "globalConversation"])
ANYTHING = frozenset(["anything"])

# (kind of the element or "*", attribute) -> kinds it may lead to. Where work would stop or go astray: error.
ATTRIBUTES = {
    ("sequenceFlow", "sourceRef"): NODES,
    ("sequenceFlow", "targetRef"): NODES,
    ("boundaryEvent", "attachedToRef"): ACTIVITIES,
    ("*", "default"): frozenset(["sequenceFlow"]),
    ("participant", "processRef"): frozenset(["process"]),
    ("messageEventDefinition", "messageRef"): MESSAGES,
    ("sendTask", "messageRef"): MESSAGES,
    ("receiveTask", "messageRef"): MESSAGES,
    ("signalEventDefinition", "signalRef"): frozenset(["signal"]),
    ("errorEventDefinition", "errorRef"): frozenset(["error"]),
    ("escalationEventDefinition", "escalationRef"): frozenset(["escalation"]),
    ("compensateEventDefinition", "activityRef"): ACTIVITIES,
    ("messageFlow", "sourceRef"): SPEAKERS,
    ("messageFlow", "targetRef"): SPEAKERS,
}
FORMAL = {
    ("messageFlow", "messageRef"): MESSAGES,
    ("correlationPropertyRetrievalExpression", "messageRef"): MESSAGES,
    ("message", "itemRef"): ITEMS,
    ("error", "structureRef"): ITEMS,
    ("escalation", "structureRef"): ITEMS,
    ("signal", "structureRef"): ITEMS,
    ("*", "itemSubjectRef"): ITEMS,
    ("*", "operationRef"): frozenset(["operation"]),
    ("dataObjectReference", "dataObjectRef"): frozenset(["dataObject"]),
    ("dataStoreReference", "dataStoreRef"): frozenset(["dataStore"]),
    ("process", "definitionalCollaborationRef"): COLLABORATIONS,
    ("correlationSubscription", "correlationKeyRef"): frozenset(["correlationKey"]),
    ("correlationPropertyBinding", "correlationPropertyRef"): frozenset(["correlationProperty"]),
    ("resourceParameterBinding", "parameterRef"): frozenset(["resourceParameter"]),
    ("group", "categoryValueRef"): frozenset(["categoryValue"]),
    ("association", "sourceRef"): ANYTHING,
    ("association", "targetRef"): ANYTHING,
    ("choreographyTask", "initiatingParticipantRef"): frozenset(["participant"]),
    ("ioBinding", "inputDataRef"): frozenset(["dataInput", "inputSet"]),
    ("ioBinding", "outputDataRef"): frozenset(["dataOutput", "outputSet"]),
    ("callConversation", "calledCollaborationRef"): COLLABORATIONS,
    ("multiInstanceLoopCharacteristics", "oneBehaviorEventRef"): DEFINITIONS,
    ("multiInstanceLoopCharacteristics", "noneBehaviorEventRef"): DEFINITIONS,
}
# (kind of the parent or "*", child element) -> kinds its text may lead to.
CHILDREN = {
    ("*", "eventDefinitionRef"): DEFINITIONS,
}
FORMAL_CHILDREN = {
    ("lane", "flowNodeRef"): NODES,
    ("*", "incoming"): frozenset(["sequenceFlow"]),
    ("*", "outgoing"): frozenset(["sequenceFlow"]),
    ("*", "supportedInterfaceRef"): frozenset(["interface"]),
    ("participant", "interfaceRef"): frozenset(["interface"]),
    ("partnerEntity", "participantRef"): frozenset(["participant"]),
    ("partnerRole", "participantRef"): frozenset(["participant"]),
    ("operation", "inMessageRef"): MESSAGES,
    ("operation", "outMessageRef"): MESSAGES,
    ("operation", "errorRef"): frozenset(["error"]),
    ("correlationKey", "correlationPropertyRef"): frozenset(["correlationProperty"]),
    ("messageEventDefinition", "operationRef"): frozenset(["operation"]),
    ("inputSet", "dataInputRefs"): frozenset(["dataInput"]),
    ("inputSet", "optionalInputRefs"): frozenset(["dataInput"]),
    ("inputSet", "whileExecutingInputRefs"): frozenset(["dataInput"]),
    ("inputSet", "outputSetRefs"): frozenset(["outputSet"]),
    ("outputSet", "dataOutputRefs"): frozenset(["dataOutput"]),
    ("outputSet", "optionalOutputRefs"): frozenset(["dataOutput"]),
    ("outputSet", "whileExecutingOutputRefs"): frozenset(["dataOutput"]),
    ("outputSet", "inputSetRefs"): frozenset(["inputSet"]),
    ("dataInputAssociation", "sourceRef"): DATA,
    ("dataInputAssociation", "targetRef"): DATA,
    ("dataOutputAssociation", "sourceRef"): DATA,
    ("dataOutputAssociation", "targetRef"): DATA,
    ("linkEventDefinition", "source"): frozenset(["linkEventDefinition"]),
    ("linkEventDefinition", "target"): frozenset(["linkEventDefinition"]),
    ("resourceRole", "resourceRef"): frozenset(["resource"]),
    ("performer", "resourceRef"): frozenset(["resource"]),
    ("humanPerformer", "resourceRef"): frozenset(["resource"]),
    ("potentialOwner", "resourceRef"): frozenset(["resource"]),
    ("choreographyTask", "participantRef"): frozenset(["participant"]),
    ("choreographyTask", "messageFlowRef"): frozenset(["messageFlow"]),
    ("conversation", "participantRef"): frozenset(["participant"]),
    ("conversation", "messageFlowRef"): frozenset(["messageFlow"]),
    ("participantAssociation", "innerParticipantRef"): frozenset(["participant"]),
    ("participantAssociation", "outerParticipantRef"): frozenset(["participant"]),
}
# Here a name that is no id is the name of a variable.
VARIABLES = {
    ("multiInstanceLoopCharacteristics", "loopDataInputRef"): DATA,
    ("multiInstanceLoopCharacteristics", "loopDataOutputRef"): DATA,
}
ARTIFACTS = frozenset(["association", "group", "textAnnotation"])


def references_lead_somewhere(drawing: Drawing) -> Iterator[Finding]:
    """A reference points to an existing element of the type the schema asks for."""
    for element in drawing.root.iter():
        if not kind(element):
            continue
        for name, value in element.attrib.items():
            yield from _look(drawing, element, name, value, ATTRIBUTES, FORMAL)
        if text(element) and element.getparent() is not None:
            place, name = element.getparent(), kind(element)
            tables = (CHILDREN, {**FORMAL_CHILDREN, **_known(drawing, text(element))})
            yield from _look(drawing, place, name, text(element), *tables)


def _known(drawing, value):
    return VARIABLES if drawing.get(value) is not None else {}


def _look(drawing, element, name, value, grave, formal):
    for table, report in ((grave, drawing.error), (formal, drawing.warning)):
        allowed = table.get((kind(element), name)) or table.get(("*", name))
        if not allowed or _imported(drawing, value):
            continue
        target = drawing.get(value)
        if target is None and value:
            yield report("reference-to-nothing", element, what=name, reference=value)
        elif (
            target is not None
            and allowed is not ANYTHING
            and kind(target) not in allowed
            and not _told_elsewhere(element, target)
        ):
            yield report("reference-to-wrong-kind", element, what=name, reference=value, found=kind(target))


def _imported(drawing, value):
    """`other:Thing` belongs to a file this one imports; that file is not here."""
    return ":" in value and drawing.get(bare(value)) is None


def _told_elsewhere(element, target):
    """Arrows from notes and to event sub-processes have findings of their own."""
    return kind(element) in ("sequenceFlow", "messageFlow") and kind(target) in ARTIFACTS


RULES = (references_lead_somewhere,)
