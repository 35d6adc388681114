"""The names of BPMN 2.0 and small questions asked of its XML; all parts of the engine that touch XML speak these."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
ZEEBE = "http://camunda.org/schema/zeebe/1.0"

TASKS = frozenset(
    ["task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask"]
)
SUBPROCESSES = frozenset(["subProcess", "transaction", "adHocSubProcess"])
ACTIVITIES = TASKS | SUBPROCESSES | {"callActivity"}
GATEWAYS = frozenset(["exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway"])
CATCHING = frozenset(["startEvent", "intermediateCatchEvent", "boundaryEvent"])
THROWING = frozenset(["endEvent", "intermediateThrowEvent", "implicitThrowEvent"])
EVENTS = CATCHING | THROWING
NODES = ACTIVITIES | GATEWAYS | EVENTS
SCOPES = SUBPROCESSES | {"process"}
GLOBAL_TASKS = frozenset(
    ["globalTask", "globalUserTask", "globalManualTask", "globalScriptTask", "globalBusinessRuleTask"]
)
DECIDED = (
    "conditionExpression",
    "activationCondition",
    "condition",
    "loopCondition",
    "loopCardinality",
    "completionCondition",
)
DEFINITIONS = frozenset(
    [
        "messageEventDefinition",
        "timerEventDefinition",
        "signalEventDefinition",
        "errorEventDefinition",
        "escalationEventDefinition",
        "cancelEventDefinition",
        "compensateEventDefinition",
        "conditionalEventDefinition",
        "linkEventDefinition",
        "terminateEventDefinition",
    ]
)


def tag(name: str) -> str:
    """The lxml tag of a BPMN element name."""
    return f"{{{BPMN}}}{name}"


def kind(element) -> str:
    """The BPMN element name, or "" for anything that is not BPMN (comments, foreign extensions, drawing)."""
    return _kind(element.tag)


@lru_cache(maxsize=4096)
def _kind(tag) -> str:
    return tag[len(BPMN) + 2 :] if isinstance(tag, str) and tag.startswith(f"{{{BPMN}}}") else ""


def local(element) -> str:
    """The name without its namespace, for foreign elements too."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element, *names: str) -> list:
    """The direct BPMN children with one of these names, or all of them."""
    return [child for child in element if kind(child) and (not names or kind(child) in names)]


def child(element, name: str):
    return element.find(tag(name))


def text(element) -> str:
    return (element.text or "").strip() if element is not None else ""


def descendants(root, *names: str) -> Iterator:
    """Every BPMN element with one of these names, in document order."""
    return root.iter(*(tag(name) for name in names))


def nodes(scope) -> list:
    """The flow nodes that stand directly in a process or sub-process."""
    return [element for element in scope if kind(element) in NODES]


def flows(scope) -> list:
    return children(scope, "sequenceFlow")


def scopes(root) -> list:
    return list(descendants(root, *SCOPES))


def true(element, name: str, default: bool = False) -> bool:
    """A boolean attribute as XML Schema writes it."""
    value = element.get(name)
    return default if value is None else value.strip() in ("true", "1")


def event_definitions(event, root) -> list:
    """The definitions of an event, those it refers to (eventDefinitionRef) included; clause 10.5.5."""
    found = []
    for element in children(event):
        if kind(element) in DEFINITIONS:
            found.append(element)
        elif kind(element) == "eventDefinitionRef":
            name = bare(text(element))
            found.extend(other for other in children(root, *DEFINITIONS) if other.get("id") == name)
    return found


def bare(reference: str | None) -> str:
    """A reference without its namespace prefix: `tns:Order` points to `Order`."""
    return (reference or "").strip().rpartition(":")[2]
