"""The drawing follows the model: what is new is drawn, what has gone is erased, what leads elsewhere is drawn anew."""

from lxml import etree

from app.engine.bpmn import NODES, descendants, kind, nodes, scopes, tag, text
from app.engine.offering.placing import lane_of, place, place_alone, place_on_border
from app.engine.offering.plane import Plane
from app.engine.offering.routing import route
from app.engine.repair.drawing import tell_nodes_their_flows

DRAWN = NODES | {"sequenceFlow", "messageFlow", "association"}


def snapshot(root) -> dict[str, tuple]:
    """Id -> (kind, source, target) of everything that has a place in the drawing."""
    return {one.get("id"): _ends(one) for one in descendants(root, *DRAWN) if one.get("id")}


def _ends(one):
    return kind(one), one.get("sourceRef"), one.get("targetRef")


def redraw(root, before: dict[str, tuple]) -> None:
    """Bring lists, lanes and drawing of a file in step with what has changed since `before` was taken."""
    plane = Plane(root)
    now = {one.get("id"): one for one in descendants(root, *DRAWN) if one.get("id")}
    gone = set(before) - set(now)
    moved = [one for key, one in now.items() if kind(one) == "sequenceFlow" and before.get(key) != _ends(one)]
    plane.pending = {flow.get("id") for flow in moved}
    _retell(root, before, gone, moved)
    for key in gone:
        plane.erase(key)
        _leave_lane(root, key)
    fresh = {key: one for key, one in now.items() if kind(one) in NODES and key not in before}
    _place(fresh, moved, now, plane)
    for flow in moved:
        ends = now.get(flow.get("sourceRef")), now.get(flow.get("targetRef"))
        if all(end is not None and plane.box(end.get("id")) for end in ends):
            route(plane, flow, *ends)
        else:
            plane.erase(flow.get("id"))


def _place(fresh, flows, now, plane):
    """A step is placed beside one that has its place, so that rows of new steps find theirs one after the other."""
    waiting = list(fresh.values())
    while waiting:
        left = []
        for node in waiting:
            neighbour, before = _neighbour(node, flows, now, plane)
            if neighbour is None:
                left.append(node)
                continue
            _enter_lane(node, neighbour)
            if kind(node) == "boundaryEvent":
                place_on_border(plane, node, neighbour)
            else:
                place(plane, node, neighbour, before)
        if len(left) == len(waiting):
            alone = next((one for one in left if not _hangs_on_what_is_hidden(one, flows, fresh, plane)), None)
            if alone is None or not _place_inside(alone, plane):
                return
        waiting = [node for node in left if plane.box(node.get("id")) is None]


def _hangs_on_what_is_hidden(node, flows, fresh, plane):
    """It belongs to a step that was there and is not drawn; drawn alone it would say nothing."""
    key = node.get("id")
    others = {flow.get(end) for flow in flows for end in ("sourceRef", "targetRef") if key in _ends(flow)[1:]} - {key}
    return any(plane.box(other) is None and other not in fresh for other in others)


def _place_inside(node, plane):
    """Nothing drawn is connected with it: beside whatever its scope has, or alone inside its scope."""
    scope = node.getparent()
    beside = next((one for one in nodes(scope) if one is not node and plane.box(one.get("id"))), None)
    if beside is not None:
        place(plane, node, beside, before=True)
    else:
        place_alone(plane, node, scope)
    return plane.box(node.get("id")) is not None


def _neighbour(node, flows, now, plane):
    """(a drawn step, is the new one before it?)"""
    key = node.get("id")
    if kind(node) == "boundaryEvent":
        host = now.get(node.get("attachedToRef"))
        return (host if host is not None and plane.box(host.get("id")) else None), False
    for flow in flows:
        if flow.get("targetRef") == key and plane.box(flow.get("sourceRef")):
            earlier = now.get(flow.get("sourceRef"))
            later = [one for one in flows if one.get("sourceRef") == key and plane.box(one.get("targetRef"))]
            # Between two steps it stands nearer to the one it was put in front of.
            return (now.get(later[0].get("targetRef")), True) if later else (earlier, False)
    for flow in flows:
        if flow.get("sourceRef") == key and plane.box(flow.get("targetRef")):
            return now.get(flow.get("targetRef")), True
    return None, False


def _enter_lane(node, neighbour):
    lane = lane_of(node, neighbour)
    if lane is None or any(text(one) == node.get("id") for one in lane):
        return
    last = [one for one in lane if kind(one) == "flowNodeRef"][-1]
    reference = etree.Element(tag("flowNodeRef"))
    reference.text, reference.tail = node.get("id"), last.tail
    last.addnext(reference)


def _leave_lane(root, key):
    for one in list(descendants(root, "flowNodeRef")):
        if text(one) == key:
            one.getparent().remove(one)


def _retell(root, before, gone, moved):
    """Only in files that keep such lists, and only where something changed."""
    if next(descendants(root, "incoming", "outgoing"), None) is None:
        return
    touched = {end for flow in moved for end in (flow.get("sourceRef"), flow.get("targetRef"))}
    for key in (*gone, *(flow.get("id") for flow in moved)):
        touched |= set(before.get(key, ())[1:])
    for scope in scopes(root):
        tell_nodes_their_flows(scope, touched)
