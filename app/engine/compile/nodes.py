"""One node of the XML becomes one task spec of ours."""

from app.engine.bpmn import GLOBAL_TASKS, SUBPROCESSES, bare, child, children, descendants, kind, text, true
from app.engine.compile.associations import associated
from app.engine.compile.loops import loop_of
from app.engine.compile.refusals import quantity
from app.engine.diagram import Element
from app.engine.events.message import Message
from app.engine.events.reading import Reading
from app.engine.facts import NO_FACTS
from app.engine.mapping import Maps
from app.engine.scope import ScopeSpec
from app.engine.specs.activity import Activity, PersonTask, Task
from app.engine.specs.call import OutsideTask, SendTask
from app.engine.specs.complex import ComplexGateway
from app.engine.specs.events import BoundaryEvent, CatchEvent, EventGateway, ReceiveTask, StartEvent
from app.engine.specs.gateways import ExclusiveGateway, ParallelGateway
from app.engine.specs.inclusive import InclusiveGateway
from app.engine.specs.rule import RuleTask
from app.engine.specs.scoped import CallActivity, EventSubProcess, SubProcess
from app.engine.specs.script import ScriptTask
from app.engine.specs.throwing import EndEvent, ThrowEvent

SPECS = {
    "task": Task,
    "userTask": PersonTask,
    "manualTask": PersonTask,
    "scriptTask": ScriptTask,
    "serviceTask": OutsideTask,
    "businessRuleTask": RuleTask,
    "sendTask": SendTask,
    "receiveTask": ReceiveTask,
    "callActivity": CallActivity,
    "subProcess": SubProcess,
    "transaction": SubProcess,
    "adHocSubProcess": SubProcess,
    "exclusiveGateway": ExclusiveGateway,
    "parallelGateway": ParallelGateway,
    "inclusiveGateway": InclusiveGateway,
    "complexGateway": ComplexGateway,
    "eventBasedGateway": EventGateway,
    "startEvent": StartEvent,
    "intermediateCatchEvent": CatchEvent,
    "intermediateThrowEvent": ThrowEvent,
    "implicitThrowEvent": ThrowEvent,
    "boundaryEvent": BoundaryEvent,
    "endEvent": EndEvent,
}
GLOBALS = {
    "globalTask": "task",
    "globalUserTask": "userTask",
    "globalManualTask": "manualTask",
    "globalScriptTask": "scriptTask",
    "globalBusinessRuleTask": "businessRuleTask",
}


class Building:
    """What has been compiled so far, file by file."""

    def __init__(self, facts, decisions):
        self.facts, self.decisions = facts, decisions
        self.processes, self.specs, self.scopes, self.elements, self.lanes, self.lane_of = {}, {}, [], {}, {}, {}
        self.reading, self.conditional = None, False

    def open_file(self, root) -> None:
        self.reading = Reading(root)

    def lanes_of(self, scope) -> None:
        """The innermost lane of each node; lanes stand in lane sets, also nested ones."""
        for lane in descendants(scope, "lane"):
            if lane.get("id") in self.lanes:
                continue
            self.lanes[lane.get("id")] = lane.get("name") or lane.get("id")
            for reference in children(lane, "flowNodeRef"):
                self.lane_of[bare(text(reference))] = lane.get("id")

    def global_task(self, found) -> None:
        """A global task is a process of one node (BPMN 10.3.6)."""
        id, name = found.get("id"), GLOBALS[kind(found)]
        spec = ScopeSpec(id, id, "process")
        node = SPECS[name](spec, Element(id, found.get("name") or "", name, id, facts=self._facts(id)), self._facts(id))
        spec.starts = [node]
        self.specs[id] = spec
        self.elements[id] = node.element

    def node(self, spec, xml):
        element = self._element(spec, xml)
        node = self._class(xml)(spec, element, element.facts)
        node.default = xml.get("default")
        self.elements[element.id] = element
        if isinstance(node, Activity):
            self._activity(node, xml)
        if isinstance(node, RuleTask):
            node.decisions = self.decisions.get(node.facts.decision)
        if isinstance(node, SendTask):
            node.message = self.reading.message(xml.get("messageRef"))
        if hasattr(node, "definitions"):
            self._event(node, xml)
        if hasattr(node, "instantiates"):
            node.instantiates = true(xml, "instantiate")
            node.parallel = xml.get("eventGatewayType") == "Parallel"
        if isinstance(node, ComplexGateway):
            node.activation = text(child(xml, "activationCondition")) or None
        return node

    def _class(self, xml):
        by_event = kind(xml) in SUBPROCESSES and true(xml, "triggeredByEvent")
        facts = self._facts(xml.get("id"))
        if kind(xml) == "serviceTask" and facts.decision and not facts.topic:
            return RuleTask  # Flowable's decision tasks
        return EventSubProcess if by_event else SPECS[kind(xml)]

    def _element(self, spec, xml):
        id = xml.get("id")
        return Element(
            id,
            xml.get("name") or "",
            kind(xml),
            spec.process,
            self.lane_of.get(id) or self.lane_of.get(spec.id),
            self._facts(id),
            text(child(xml, "documentation")),
            (),
            (),
            spec.id,
            bare(xml.get("attachedToRef")) or None,
        )

    def _facts(self, id):
        return self.facts.get(id) or NO_FACTS

    def _activity(self, node, xml):
        node.start_quantity = quantity(xml, "startQuantity")
        node.completion_quantity = quantity(xml, "completionQuantity")
        node.for_compensation = true(xml, "isForCompensation")
        node.maps = Maps(node.facts.inputs, node.facts.outputs, *associated(xml, self.reading.everything))
        node.loop = loop_of(xml, node.facts, self.reading)

    def _event(self, node, xml):
        if isinstance(node, ReceiveTask):
            message = self.reading.message(xml.get("messageRef"))
            node.definitions = (message or Message(node.element.name or node.element.id),)
        else:
            node.definitions = tuple(self.reading.of(xml))
        node.all_of = true(xml, "parallelMultiple") and len(node.definitions) > 1
        node.interrupting = true(xml, "isInterrupting", True) and true(xml, "cancelActivity", True)
        self.conditional = self.conditional or any(one.kind == "conditional" for one in node.definitions)


assert set(GLOBALS) == GLOBAL_TASKS
