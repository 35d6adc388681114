"""Nodes of one scope connected: flows, links, boundary events, event sub-processes, compensation handlers, starts."""

from dataclasses import replace

from app.engine.adhoc import AdHoc
from app.engine.bpmn import bare, child, children, flows, text, true
from app.engine.compile.way import Way
from app.engine.specs.activity import Activity
from app.engine.specs.events import BoundaryEvent, CatchEvent, EventGateway, ReceiveTask, StartEvent
from app.engine.specs.scoped import CallActivity, EventSubProcess, SubProcess
from app.engine.specs.throwing import ThrowEvent


def wire(building, scope) -> None:
    spec, xml = scope
    named = {name: node for name, node in spec.task_specs.items() if node is not spec.start}
    for flow in flows(xml):
        _flow(named, flow)
    _links(named)
    _boundaries(named)
    _handlers(named, xml)
    for node in named.values():
        _inner(building, spec, node)
    _starts(spec, named)
    if spec.kind == "adHocSubProcess":
        cancel = true(xml, "cancelRemainingInstances", True)
        spec.adhoc = AdHoc(xml.get("ordering") == "Sequential", text(child(xml, "completionCondition")) or None, cancel)
    for node in named.values():
        incoming = tuple(way.id for way in node.incoming if way.id)
        outgoing = tuple(way.id for way in node.flows if way.id)
        node.element = building.elements[node.name] = replace(node.element, incoming=incoming, outgoing=outgoing)


def _flow(named, flow):
    source, target = named.get(bare(flow.get("sourceRef"))), named.get(bare(flow.get("targetRef")))
    if source is not None and target is not None:
        connect(source, target, Way(flow.get("id"), text(child(flow, "conditionExpression")) or None, source, target))


def connect(source, target, way) -> None:
    source.flows.append(way)
    target.incoming.append(way)
    target.before.append(source)


def _links(named):
    """A link is a flow that is not drawn (BPMN 10.5.5.8)."""
    for source in named.values():
        for one in getattr(source, "definitions", ()) if isinstance(source, ThrowEvent) else ():
            for target in named.values() if one.kind == "link" else ():
                if isinstance(target, CatchEvent) and any(
                    o.kind == "link" and o.code == one.code for o in target.definitions
                ):
                    connect(source, target, Way(None, None, source, target))


def _boundaries(named):
    for node in named.values():
        host = named.get(node.element.attached_to)
        if isinstance(node, BoundaryEvent) and isinstance(host, Activity):
            host.boundaries.append(node)
            node.before.append(host)


def _handlers(named, xml):
    """An association leads from a compensation boundary event to the activity that undoes (BPMN 10.7.2)."""
    for association in children(xml, "association"):
        source, target = named.get(bare(association.get("sourceRef"))), named.get(bare(association.get("targetRef")))
        for event, handler in ((source, target), (target, source)):
            if isinstance(event, BoundaryEvent) and any(one.kind == "compensate" for one in event.definitions):
                host = named.get(event.element.attached_to)
                if host is not None and handler is not None:
                    host.undo = handler


def _inner(building, spec, node):
    if isinstance(node, SubProcess):
        node.inner = building.specs[node.name]
    if isinstance(node, CallActivity):
        node.inner = building.specs.get(node.facts.called) if node.facts.called else None
        if node.inner is not None and node.inner.kind != "process":
            node.inner = None
    if isinstance(node, EventSubProcess):
        starts = [one for one in node.inner.task_specs.values() if isinstance(one, StartEvent)]
        for start in starts:
            start.activity = node
        spec.listeners.extend(starts)


def _starts(spec, named):
    """Plain starts and what has no way in; starts that something triggers are entries."""
    for node in named.values():
        if isinstance(node, StartEvent):
            if node.definitions:
                spec.entries[node.name] = node
            else:
                spec.starts.append(node)
        elif isinstance(node, ReceiveTask) and node.instantiates and not node.incoming:
            spec.entries[node.name] = node
        elif isinstance(node, EventGateway) and node.instantiates and not node.incoming:
            spec.entries.update({way.node.name: way.node for way in node.flows})
            if node.parallel:
                spec.companions.update(
                    {way.node.name: [o.node for o in node.flows if o is not way] for way in node.flows}
                )
    del spec.starts[1:]  # each start event makes an instance of its own (10.5.2)
    if not spec.starts and not spec.entries:
        spec.starts = [node for node in named.values() if _begins(node)]


def _begins(node):
    if node.incoming or isinstance(node, (BoundaryEvent, EventSubProcess)) or getattr(node, "for_compensation", False):
        return False
    return not (isinstance(node, CatchEvent) and any(one.kind == "link" for one in node.definitions))
