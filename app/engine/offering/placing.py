"""Where a new step is drawn: near its neighbour, over nothing, in the lane or sub-process it belongs to."""

from app.engine.bpmn import SUBPROCESSES, bare, descendants, kind, text
from app.engine.offering.plane import Box, Plane

SIZES = {"event": (36, 36), "gateway": (50, 50), "activity": (100, 80)}
STEP, REACH = 30, 14
GAP, AWAY, MARGIN = 15, 60, 15
CROSSED = 120


def size_of(node) -> tuple[float, float]:
    if kind(node).endswith("Event"):
        return SIZES["event"]
    return SIZES["gateway" if kind(node).endswith("Gateway") else "activity"]


def place(plane: Plane, node, neighbour, before: bool) -> None:
    """Draw `node` after its drawn neighbour, or `before` it."""
    width, height = size_of(node)
    anchor = plane.box(neighbour.get("id"))
    wanted = _wanted(anchor, neighbour, width, height, before)
    around = _around(plane, node, neighbour)
    home = next((key for key in around if plane.box(key) is not None), None)
    solid = {key: box for key, box in plane.beside(neighbour.get("id")).items() if key not in _open(node, plane)}
    found = _free(wanted, list(solid.values()), _segments(plane), plane.box(home) if home else None)
    if found is None:
        found = _make_room(plane, node, home, wanted, solid)
    said = {"isMarkerVisible": "true"} if kind(node) == "exclusiveGateway" else {}
    plane.draw(node.get("id"), found, neighbour.get("id"), **said)


def place_on_border(plane: Plane, event, host) -> None:
    """A boundary event sits half outside, at the lower edge, from the right; then at the upper edge."""
    around, (width, height) = plane.box(host.get("id")), size_of(event)
    others = [box for key, box in plane.beside(host.get("id")).items() if key != host.get("id")]
    for y in (around.bottom - height / 2, around.y - height / 2):
        x = around.right - width - 8
        while x >= around.x:
            spot = Box(x, y, width, height)
            if not any(spot.meets(other) for other in others if not other.holds(spot)):
                return plane.draw(event.get("id"), spot, host.get("id"))
            x -= width / 2
    return plane.draw(event.get("id"), Box(around.x, around.bottom - height / 2, width, height), host.get("id"))


def place_alone(plane: Plane, node, scope) -> None:
    """The first step inside a drawn sub-process or pool; one that is folded or not drawn keeps its steps to itself."""
    width, height = size_of(node)
    for key in (scope.get("id"), *(pool.get("id") for pool in _pools(scope))):
        around = plane.box(key)
        if around is not None and plane.shapes[key].get("isExpanded") != "false":
            spot = Box(around.x + AWAY, around.middle[1] - height / 2, width, height)
            plane.draw(node.get("id"), spot, key)
            return


def _wanted(anchor, neighbour, width, height, before):
    x, y = anchor.middle
    if kind(neighbour) == "boundaryEvent" and not before:
        return Box(x - width / 2, anchor.bottom + AWAY - GAP, width, height)
    return Box(anchor.x - AWAY - width if before else anchor.right + AWAY, y - height / 2, width, height)


def lane_of(node, neighbour):
    """The innermost lane that lists one of the two."""
    process = next((above for above in node.iterancestors() if kind(above) == "process"), None)
    if process is None:
        return None
    wanted = {node.get("id"), neighbour.get("id")}
    found = [one.getparent() for one in descendants(process, "flowNodeRef") if bare(text(one)) in wanted]
    return found[-1] if found else None


def _around(plane, node, neighbour):
    """Ids of what the step must stay in, the innermost first: sub-process, lane, pool."""
    above = node.getparent()
    if kind(above) in SUBPROCESSES:
        drawn = above.get("id") in plane.shapes
        return [above.get("id")] if drawn and _inside(plane, above, neighbour) else []
    lane = lane_of(node, neighbour)
    pools = [one.get("id") for one in _pools(above)]
    return ([lane.get("id")] if lane is not None else []) + pools


def _inside(plane, scope, neighbour):
    """The steps of a folded sub-process are drawn on a page of their own, or elsewhere: not inside its shape."""
    mine, whole = plane.box(neighbour.get("id")), plane.box(scope.get("id"))
    same_page = plane.shapes[neighbour.get("id")].getparent() is plane.shapes[scope.get("id")].getparent()
    return same_page and whole is not None and whole.meets(mine) and whole.width > mine.width


def _pools(process):
    root = process.getroottree().getroot()
    return [one for one in descendants(root, "participant") if bare(one.get("processRef")) == process.get("id")]


def _open(node, plane):
    """What may lie under a step: everything around it, lanes, pools, groups."""
    root = node.getroottree().getroot()
    found = {above.get("id") for above in node.iterancestors() if above.get("id")}
    return found | {one.get("id") for one in descendants(root, "participant", "lane", "group")}


def _segments(plane):
    found = []
    for key in plane.edges.keys() - plane.pending:
        points = plane.points(key)
        found += list(zip(points, points[1:], strict=False))
    return found


def _free(wanted, solid, segments, home):
    """The nearest spot that covers nothing, better one that no arrow runs through; None where there is none near."""
    near = [box for box in solid if box.meets(wanted, STEP * (REACH + 3))]
    spots = []
    for across in range(-REACH, REACH + 1):
        for down in range(-REACH, REACH + 1):
            spot = wanted._replace(x=wanted.x + across * STEP, y=wanted.y + down * STEP)
            if home is not None and not home.holds(_grown(spot)):
                continue
            spots.append(((across * across + down * down) ** 0.5 * STEP, spot))
    best, price = None, None
    for distance, spot in sorted(spots, key=lambda one: one[0]):
        if price is not None and distance >= price:
            break
        if any(spot.meets(box, GAP) for box in near):
            continue
        cost = distance + CROSSED * sum(1 for one in segments if crosses(one, spot))
        if price is None or cost < price:
            best, price = spot, cost
    return best


def _grown(box):
    return Box(box.x - MARGIN, box.y - MARGIN, box.width + 2 * MARGIN, box.height + 2 * MARGIN)


def crosses(segment, box) -> bool:
    """Does the piece of an arrow run through the box? Judged by the rectangle it spans: arrows are mostly straight."""
    (x1, y1), (x2, y2) = segment
    return box.meets(Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2)), 2)


def _make_room(plane, node, home, wanted, solid):
    """Beyond everything there is, and what is around grows with it: lanes and pools to the right together."""
    if home is None:
        right = max(box.right for box in solid.values())
        return wanted._replace(x=right + AWAY)
    lane = plane.box(home)
    inside = [box for box in solid.values() if lane.holds(box)]
    y = min(max(wanted.y, lane.y + MARGIN), max(lane.bottom - MARGIN - wanted.height, lane.y + MARGIN))
    right = wanted._replace(x=max([box.right for box in inside] + [lane.x]) + AWAY, y=y)
    below = wanted._replace(
        x=max(wanted.x, lane.x + MARGIN), y=max([box.bottom for box in inside] + [lane.y]) + AWAY - GAP
    )
    outside = [box for box in solid.values() if not lane.holds(box)]
    spot = right
    if kind(node.getparent()) in SUBPROCESSES and any(box.meets(right, GAP) for box in outside):
        spot = below
    more = max(0, spot.right + MARGIN - lane.right), max(0, spot.bottom + MARGIN - lane.bottom)
    for key in _growing(plane, node, home, lane):
        box = plane.box(key)
        plane.resize(key, box._replace(width=box.width + more[0], height=box.height + more[1]))
    return spot


def _growing(plane, node, home, lane):
    """The home itself; with a lane or pool everything of that pool that ends at the same right edge."""
    process = next((above for above in node.iterancestors() if kind(above) == "process"), None)
    if node.getparent() is not process:
        return [home]
    keys = {home, *(one.get("id") for one in (*descendants(process, "lane"), *_pools(process)))}
    edge = max(plane.box(key).right for key in keys if plane.box(key))
    return [key for key in keys if plane.box(key) and (key == home or abs(plane.box(key).right - edge) < 2)]
