"""What other engines do and this one does not: said, so that nobody trusts it to happen."""

import re
from collections.abc import Iterator

from app.engine.bpmn import NODES
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

JAVA = re.compile(r"[$#]\{|^([a-z_]\w*\.)+[A-Z]\w*$")
CASES = ("caseRef", "caseDefinitionKey")


def listeners_do_not_run(drawing: Drawing) -> Iterator[Finding]:
    """Listeners are code of the engine the model was made for."""
    for element in drawing.all("process", "sequenceFlow", *NODES):
        listeners = drawing.facts(element).listeners
        if listeners:
            yield drawing.warning("listener-not-run", element, listeners=", ".join(listeners))


def java_becomes_an_outside_call(drawing: Drawing) -> Iterator[Finding]:
    """Classes, delegates and bean expressions wait here for whoever answers calls of their name."""
    for element in drawing.all("serviceTask", "sendTask", "businessRuleTask"):
        topic = drawing.facts(element).topic
        if topic and JAVA.search(topic):
            yield drawing.warning("java-as-outside-call", element, topic=topic)


def case_models_are_not_called(drawing: Drawing) -> Iterator[Finding]:
    """A call of a CMMN case has nothing to lead to."""
    for element in drawing.all("callActivity", "serviceTask"):
        names = [name for name in element.attrib if name.rpartition("}")[2] in CASES]
        if names:
            yield drawing.warning("case-not-called", element, case=element.get(names[0]))


RULES = (listeners_do_not_run, java_becomes_an_outside_call, case_models_are_not_called)
