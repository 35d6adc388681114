"""Where a scope ends: an end event for paths that simply stop (clause 13.2, implicit end)."""

from app.engine.bpmn import children, event_definitions, kind, nodes, scopes, true
from app.engine.repair.drawing import connect, ids, leaving, make, tell_nodes_their_flows


def add_ends(root, pen) -> None:
    taken = ids(root)
    for scope in scopes(root):
        if kind(scope) == "adHocSubProcess":
            continue
        leave, undoing = leaving(scope), _undoing(scope)
        for node in nodes(scope):
            if node.get("id") not in leave and _goes_on(node, root, undoing) and pen.may("end-added", node):
                connect(scope, node, make(scope, "endEvent", f"End_of_{node.get('id')}", taken), taken)


def agree(root) -> None:
    """The incoming and outgoing lists follow the flows; nothing to tell anybody."""
    for scope in scopes(root):
        tell_nodes_their_flows(scope)


def _goes_on(node, root, undoing):
    if kind(node) == "endEvent" or true(node, "triggeredByEvent") or true(node, "isForCompensation"):
        return False
    told = {kind(one) for one in event_definitions(node, root)}
    if kind(node) == "intermediateThrowEvent" and "linkEventDefinition" in told:
        return False
    return not (kind(node) == "boundaryEvent" and "compensateEventDefinition" in told) and node.get("id") not in undoing


def _undoing(scope):
    """Handlers bound to a compensation boundary by an association have no flow of their own, clause 10.7."""
    boundaries = {
        one.get("id")
        for one in children(scope, "boundaryEvent")
        if any(kind(inner) == "compensateEventDefinition" for inner in one)
    }
    return {one.get("targetRef") for one in children(scope, "association") if one.get("sourceRef") in boundaries}
