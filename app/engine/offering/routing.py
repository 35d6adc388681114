"""How a new arrow runs: straight where it can, else with right angles, through as few steps as possible."""

from app.engine.bpmn import kind
from app.engine.offering.placing import crosses
from app.engine.offering.plane import Plane

BEND = 25
THROUGH = 1000


def route(plane: Plane, flow, source, target) -> None:
    """Draw `flow` between two drawn steps, instead of how it was drawn before."""
    start, end = plane.box(source.get("id")), plane.box(target.get("id"))
    around = {above.get("id") for above in flow.iterancestors()}
    host = source.get("attachedToRef")
    solid = [
        box
        for key, box in plane.beside(source.get("id")).items()
        if key not in around | {source.get("id"), target.get("id"), host} and not (box.holds(start) or box.holds(end))
    ]
    ways = list(_ways(start, end, kind(source)))
    plane.connect(flow.get("id"), min(ways, key=lambda way: _cost(way, solid)), source.get("id"))


def _ways(start, end, name):
    """Ways worth a look, the plainest first."""
    (x1, y1), (x2, y2) = start.middle, end.middle
    below = name == "boundaryEvent"
    if end.x > start.right and not below:
        if abs(y1 - y2) < 1:
            yield [(start.right, y1), (end.x, y2)]
        middle = (start.right + end.x) / 2
        yield [(start.right, y1), (middle, y1), (middle, y2), (end.x, y2)]
    side = start.bottom if below or y2 > y1 else start.y
    if end.x > x1 and not start.y <= y2 <= start.bottom:
        yield [(x1, side), (x1, y2), (end.x, y2)]
    if end.right < x1 and not start.y <= y2 <= start.bottom:
        yield [(x1, side), (x1, y2), (end.right, y2)]
    if end.y > start.bottom or end.bottom < start.y:
        facing = end.y if y2 > y1 else end.bottom
        if abs(x1 - x2) < 1:
            yield [(x1, side), (x2, facing)]
        yield [(x1, side), (x1, (side + facing) / 2), (x2, (side + facing) / 2), (x2, facing)]
    deep, high = max(start.bottom, end.bottom) + BEND, min(start.y, end.y) - BEND
    yield [(x1, start.bottom), (x1, deep), (x2, deep), (x2, end.bottom)]
    if not below:
        yield [(x1, start.y), (x1, high), (x2, high), (x2, end.y)]


def _cost(way, solid):
    pieces = list(zip(way, way[1:], strict=False))
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pieces)
    return length + BEND * len(pieces) + THROUGH * sum(1 for piece in pieces for box in solid if crosses(piece, box))
