"""Sequence flows that lead nowhere, cross a border, leave an end or return into a start (clause 8.4.13)."""

from app.engine.bpmn import NODES, descendants, flows, kind, nodes, scopes
from app.engine.repair.drawing import leaving, put


def mend_flows(root, pen) -> None:
    homes = {node.get("id"): node.getparent() for node in descendants(root, *NODES)}
    for scope in scopes(root):
        for flow in flows(scope):
            _settle(flow, scope, homes, pen)
    for scope in scopes(root):
        _after_ends(scope, pen)
        _into_starts(scope, pen)
        _defaults(scope, pen)


def _settle(flow, scope, homes, pen):
    """A flow stands where its two ends stand; one without two ends in the same scope cannot be walked."""
    source, target = homes.get(flow.get("sourceRef")), homes.get(flow.get("targetRef"))
    if source is scope and target is scope:
        return
    if source is None or source is not target:
        ends = {"source": flow.get("sourceRef"), "target": flow.get("targetRef")}
        if pen.may("flow-dropped", flow, **ends):
            scope.remove(flow)
    elif pen.may("flow-moved", flow):
        scope.remove(flow)
        put(source, flow)


def _after_ends(scope, pen):
    leave = leaving(scope)
    for node in nodes(scope):
        for flow in leave.get(node.get("id"), ()) if kind(node) == "endEvent" else ():
            if pen.may("flow-after-end-dropped", node, flow.get("id")):
                scope.remove(flow)


def _into_starts(scope, pen):
    """Drawn back into the start: the work begins again with what follows the start."""
    leave = leaving(scope)
    starts = {node.get("id"): node for node in nodes(scope) if kind(node) == "startEvent"}
    for flow in flows(scope):
        start = starts.get(flow.get("targetRef"))
        if start is None or not pen.may("flow-into-start-led-on", start, flow.get("id")):
            continue
        following = [
            one.get("targetRef") for one in leave.get(start.get("id"), ()) if one.get("targetRef") not in starts
        ]
        if following:
            flow.set("targetRef", following[0])
        else:
            scope.remove(flow)


def _defaults(scope, pen):
    leave = leaving(scope)
    for node in nodes(scope):
        default = node.get("default")
        if default is None or default in {flow.get("id") for flow in leave.get(node.get("id"), ())}:
            continue
        if pen.may("default-dropped", node, flow=default):
            del node.attrib["default"]
