"""Expressions of executable processes are formal and not empty (clause 8.4.7)."""

from collections.abc import Iterator

from app.engine.bpmn import XSI_TYPE, bare, kind, text, true
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

# Places the schema types as tExpression: natural language is allowed there unless the process is to run.
EITHER = {
    "completionCondition": ("adHocSubProcess", "multiInstanceLoopCharacteristics"),
    "loopCardinality": ("multiInstanceLoopCharacteristics",),
    "loopCondition": ("standardLoopCharacteristics",),
    "from": ("assignment",),
    "to": ("assignment",),
    "activationCondition": ("complexGateway",),
    "conditionExpression": ("sequenceFlow",),
    "timeDate": ("timerEventDefinition",),
    "timeDuration": ("timerEventDefinition",),
    "timeCycle": ("timerEventDefinition",),
    "condition": ("conditionalEventDefinition",),
}
# Places the schema types as tFormalExpression: an empty one says nothing.
FORMAL = {
    "condition": ("complexBehaviorDefinition",),
    "messagePath": ("correlationPropertyRetrievalExpression",),
    "dataPath": ("correlationPropertyBinding",),
    "transformation": ("dataInputAssociation", "dataOutputAssociation"),
}


def expressions_are_formal(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.7: in an executable process an expression is a formal one (xsi:type="tFormalExpression")."""
    for element in drawing.all(*EITHER):
        if kind(element.getparent()) not in EITHER[kind(element)] or not _executable(element):
            continue
        if text(element) and bare(element.get(XSI_TYPE)) != "tFormalExpression":
            told = {"expression": kind(element), "text": _short(text(element))}
            yield drawing.warning("expression-not-formal", element, **told)


def expressions_are_not_empty(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.7: a formal expression has a body."""
    for element in drawing.all(*EITHER, *FORMAL):
        place = kind(element.getparent())
        typed = place in EITHER.get(kind(element), ()) and bare(element.get(XSI_TYPE)) == "tFormalExpression"
        if (typed or place in FORMAL.get(kind(element), ())) and not text(element) and not len(element):
            yield drawing.warning("expression-empty", element, expression=kind(element))


def _executable(element):
    process = next((above for above in element.iterancestors() if kind(above) == "process"), None)
    return process is not None and true(process, "isExecutable")


def _short(words):
    return words if len(words) <= 80 else words[:79] + "…"


RULES = (expressions_are_formal, expressions_are_not_empty)
