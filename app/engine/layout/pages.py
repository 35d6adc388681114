"""Pools below each other on one page, with their lanes, partners and messages."""

from app.engine.bpmn import bare, children, descendants, kind, nodes, text
from app.engine.layout.graph import lanes_in, lanes_of
from app.engine.layout.grid import Spread, moved
from app.engine.layout.spreading import between, spread_out
from app.engine.offering.plane import Box

HEAD, PARTNER, APART = 30, 60, 60
CORNER = 160, 80
LEAST = 600


def page_of(collaboration, processes: dict[str, object]) -> Spread:
    """All pools of a collaboration: those with a process as it is laid out, partners as bands."""
    page, y = Spread(), CORNER[1]
    inside = {}
    for pool in children(collaboration, "participant"):
        process = processes.get(bare(pool.get("processRef")))
        inside[pool.get("id")] = pooled(process) if process is not None and nodes(process) else None
    width = max([LEAST, *(one.width for one in inside.values() if one)]) + HEAD
    for id, one in inside.items():
        height = one.rows_height if one else PARTNER
        if one:
            page.put(one, CORNER[0] + HEAD, y)
            for lane in one.lanes:  # the last lane ends where the pool ends
                page.boxes[lane] = page.boxes[lane]._replace(width=CORNER[0] + width - page.boxes[lane].x)
        page.boxes[id] = Box(CORNER[0], y, width, height)
        y += (one.height if one else PARTNER) + APART
    page.width, page.height = width, y
    _messages(collaboration, page)
    return page


class Pooled(Spread):
    """A process laid out with its lanes; `rows_height` is how high its pool is, `lanes` the ids of its lanes."""

    rows_height: float = 0
    lanes: tuple[str, ...] = ()


def pooled(process) -> Pooled:
    """A process with a shape for every lane, nested ones further in."""
    leaves, deep = [], 0
    for lane in lanes_of(process):
        deep = max(deep, _leaves(lane, leaves, 0))
    lane_of = {text(ref): lane.get("id") for lane, _ in leaves for ref in children(lane, "flowNodeRef")}
    plain = spread_out(process, lane_of, [lane.get("id") for lane, _ in leaves])
    found = Pooled()
    shift = deep * HEAD
    found.put(plain, shift, 0)
    found.rows_height = sum(height for _, height in plain.rows.values())
    found.width, found.height = plain.width + shift, plain.height
    ends = {}
    for lane, level in leaves:
        top, height = plain.rows[lane.get("id")]
        found.boxes[lane.get("id")] = Box(level * HEAD, top, found.width - level * HEAD, height)
        ends[lane.get("id")] = top, top + height
    for lane in lanes_of(process):
        _around(lane, 0, ends, found)
    found.lanes = tuple(id for id in ends)
    return found


def alone(process) -> Spread:
    """A process that stands in no pool."""
    page = Spread()
    found = pooled(process)
    page.put(found, *CORNER)
    return page


def _leaves(lane, leaves, level) -> int:
    inner = [one for one in lanes_in(lane) if one.get("id")]
    if not inner:
        leaves.append((lane, level))
        return level + 1
    return max(_leaves(one, leaves, level + 1) for one in inner)


def _around(lane, level, ends, found):
    """The shape of a lane that holds lanes: from the top of its first to the bottom of its last."""
    inner = [one for one in lanes_in(lane) if one.get("id")]
    for one in inner:
        _around(one, level + 1, ends, found)
    if inner:
        top, bottom = min(ends[one.get("id")][0] for one in inner), max(ends[one.get("id")][1] for one in inner)
        ends[lane.get("id")] = top, bottom
        found.boxes[lane.get("id")] = Box(level * HEAD, top, found.width - level * HEAD, bottom - top)


def _messages(collaboration, page):
    for one in children(collaboration, "messageFlow"):
        source, target = page.boxes.get(one.get("sourceRef")), page.boxes.get(one.get("targetRef"))
        if source and target and one.get("id"):
            page.edges[one.get("id")] = _message(source, target)
    for one in children(collaboration, "textAnnotation", "association"):
        if kind(one) == "textAnnotation" and one.get("id"):
            page.boxes[one.get("id")] = Box(CORNER[0], page.height, 130, 50)
            page.height += 70


def _message(source, target):
    """Down or up, across between the pools, and on: a band is met right above or below the step it talks to."""
    if source.width > LEAST and target.width <= LEAST:
        source = moved(source._replace(x=target.middle[0] - 10, width=20), 0, 0)
    elif target.width > LEAST:
        target = target._replace(x=source.middle[0] - 10, width=20)
    points = between(source, target)
    (x1, y1), (x2, y2) = points
    return points if abs(x1 - x2) < 1 else [(x1, y1), (x1, (y1 + y2) / 2), (x2, (y1 + y2) / 2), (x2, y2)]


def collaborations(root) -> list:
    """The collaborations of a file that hold pools."""
    return [one for one in descendants(root, "collaboration") if children(one, "participant")]
