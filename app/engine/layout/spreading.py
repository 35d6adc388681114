"""One scope laid out: its nodes on a grid, its sub-processes opened, its notes and data in a strip below."""

from app.engine.bpmn import SUBPROCESSES, children, kind
from app.engine.layout.edges import Router, name_width
from app.engine.layout.graph import Graph, graph_of
from app.engine.layout.grid import CHANNEL, GUTTER, LEAST, MARGIN, Grid, Spread, plain_size, words_box
from app.engine.offering.plane import Box

ASIDE = {"textAnnotation": (130, 50), "dataObjectReference": (36, 50), "dataStoreReference": (50, 50)}
INSIDE = 34
"""What an open sub-process keeps free at its top for its name."""


def spread_out(scope, lane_of: dict[str, str], lanes: list[str]) -> Spread:
    """The layout of a process or sub-process; `lane_of` the lane of each node, `lanes` from the top down."""
    graph = graph_of(scope)
    inner = {id: _opened(one) for id, one in graph.elements.items() if kind(one) in SUBPROCESSES and len(one)}
    sizes = {id: (inner[id].width, inner[id].height) if id in inner else plain_size(one)
             for id, one in graph.elements.items()}
    lanes = lanes or [""]
    homes = _homes(graph, lane_of, lanes)
    grid, spread = Grid(graph, sizes, homes, lanes), Spread()
    left, right = _columns(grid)
    floor = _rows(grid, left, right, spread)
    for id, one in inner.items():
        spread.put(one, spread.boxes[id].x, spread.boxes[id].y)
    _edge_events(graph, spread)
    Router(grid, left, right, floor, spread).run()
    _words(graph, spread)
    _aside(scope, spread)
    return spread


def _opened(element) -> Spread:
    """The inside of a sub-process with room around it; an empty one is as large as a task."""
    inside = spread_out(element, {}, [])
    found = Spread()
    if not inside.boxes:
        found.width, found.height = plain_size(element)
        return found
    found.put(inside, 20, INSIDE)
    found.width, found.height = inside.width + 40, inside.height + INSIDE + 16
    return found


def _homes(graph: Graph, lane_of, lanes) -> dict[str, str]:
    """A node that no lane names goes where it is led to from."""
    homes = {id: lane_of[id] for id in graph.elements if lane_of.get(id) in lanes}
    for arrow in graph.arrows:
        homes.setdefault(arrow.target, homes.get(arrow.host, lanes[0]))
    return {id: homes.get(id, lanes[0]) for id in graph.elements}


def _columns(grid) -> tuple[dict[int, float], dict[int, float]]:
    """Left and right bound of every column; before it the gutter, wide enough for the words of arrows that come in."""
    last = max(grid.graph.column.values(), default=-1)
    wide, gutter = dict.fromkeys(range(last + 1), 0), dict.fromkeys(range(last + 1), GUTTER)
    for id, column in grid.graph.column.items():
        wide[column] = max(wide[column], grid.wide(id))
    for arrow in grid.graph.arrows:
        column = grid.graph.column[arrow.target]
        gutter[column] = max(gutter[column], GUTTER + (name_width(arrow.name) + 6 if arrow.name else 0))
    left, right, x = {}, {}, 0
    for column in range(last + 1):
        left[column] = x + (gutter[column] if column or _led_back(grid, 0) else MARGIN)
        right[column] = x = left[column] + wide[column]
    return left, right


def _led_back(grid, column) -> bool:
    return any(grid.graph.column[one.target] == column for one in grid.graph.arrows)


def _rows(grid, left, right, spread) -> dict[tuple[str, int], float]:
    """Place all nodes; the lower bound of every track, below which its channel runs."""
    floor, y = {}, 0
    spread.width = max(right.values(), default=0) + MARGIN + 20
    for lane in grid.lanes:
        top, y = y, y + MARGIN
        for track in range(grid.tracks(lane)):
            ids = [id for id, at in grid.track.items() if at == track and grid.lane[id] == lane]
            middle = y + max(grid.above(id) for id in ids)
            for id in ids:
                width, height = grid.sizes[id]
                column = grid.graph.column[id]
                x = (left[column] + right[column] - width) / 2
                spread.boxes[id] = Box(round(x), round(middle - height / 2), width, height)
            floor[lane, track] = middle + max(grid.below(id) for id in ids)
            y = floor[lane, track] + CHANNEL
        y = _loose(grid, lane, y, spread)
        y = max(y, top + LEAST) if lane else y
        spread.rows[lane] = top, y - top
    spread.height = y
    return floor


def _loose(grid, lane, y, spread) -> float:
    """What no arrow touches (event sub-processes, mostly) stands in a row below the rest."""
    ids = [id for id in grid.graph.loose if grid.lane[id] == lane]
    if not ids:
        return y
    x, middle = MARGIN, y + max(grid.above(id) for id in ids)
    for id in ids:
        width, height = grid.sizes[id]
        cell = grid.wide(id)
        spread.boxes[id] = Box(round(x + (cell - width) / 2), round(middle - height / 2), width, height)
        x += cell + GUTTER
    spread.width = max(spread.width, x)
    return middle + max(grid.below(id) for id in ids) + MARGIN


def _edge_events(graph, spread):
    """Boundary events half outside on the lower edge, from the right."""
    for host, events in graph.edge.items():
        box = spread.boxes[host]
        step = min(44, max((box.width - 8) / len(events), 8))
        for number, event in enumerate(events):
            x = box.right - 40 - step * number
            spread.boxes[event.get("id")] = Box(round(max(x, box.x - 18)), round(box.bottom - 18), 36, 36)


def _words(graph, spread):
    """Names that stand outside their shapes: under events, above gateways."""
    for one in (*graph.elements.values(), *(event for events in graph.edge.values() for event in events)):
        width, height = words_box(one.get("name"))
        outside = kind(one).endswith(("Event", "Gateway"))
        if width and outside:
            box = spread.boxes[one.get("id")]
            x = box.middle[0] - width / 2
            if one.get("attachedToRef"):
                x = box.right + 2  # beside it: the arrow leaves below
            y = box.y - height - 4 if kind(one).endswith("Gateway") else box.bottom + 4
            spread.labels[one.get("id")] = Box(round(x), round(y), round(width), round(height))


def _aside(scope, spread):
    """Notes and data in a strip below everything, with lines to what they belong to."""
    found = [one for one in children(scope) if kind(one) in ASIDE and one.get("id")]
    x, y = MARGIN, spread.height + 10
    for one in found:
        width, height = ASIDE[kind(one)]
        spread.boxes[one.get("id")] = Box(x, y, width, height)
        name = words_box(one.get("name"))
        if name[0]:
            spread.labels[one.get("id")] = Box(x + width / 2 - name[0] / 2, y + height + 3, *name)
        x += max(width, name[0]) + 30
    if found:
        spread.width, spread.height = max(spread.width, x), y + 50 + 30
    for one in children(scope, "association"):
        ends = [spread.boxes.get(one.get(name)) for name in ("sourceRef", "targetRef")]
        if one.get("id") and all(ends):
            spread.edges[one.get("id")] = between(*ends)


def between(one: Box, other: Box) -> list[tuple[float, float]]:
    """A straight line from the facing sides of two boxes."""
    upper, lower = (one, other) if one.y <= other.y else (other, one)
    points = [(upper.middle[0], upper.bottom), (lower.middle[0], lower.y)]
    return points if upper is one else points[::-1]

