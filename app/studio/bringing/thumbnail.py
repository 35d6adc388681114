"""A small picture of a drawing: its shapes and arrows as plain numbers, for pages that show many drawings at once."""

from dataclasses import dataclass
from functools import lru_cache

from app.engine.bpmn import BPMN, kind
from app.engine.offering.plane import Plane
from app.engine.read.xml import parse_xml

BANDS = ("participant", "lane")
AROUND = 12
SHOWN = 400


@dataclass(frozen=True)
class Thumbnail:
    """`view` is x, y, width, height; `bands`, `boxes`, `rings` and `diamonds` are Boxes, `lines` lists of points."""

    view: tuple
    bands: tuple
    boxes: tuple
    rings: tuple
    diamonds: tuple
    lines: tuple


@lru_cache(maxsize=64)
def thumbnail(drawing: bytes) -> Thumbnail:
    """The picture of the first page of a trusted drawing."""
    root = parse_xml("", drawing)
    plane, bands, boxes, rings, diamonds = Plane(root), [], [], [], []
    for one in root.iter(f"{{{BPMN}}}*"):
        box = plane.box(one.get("id"))
        if box is None or len(boxes) > SHOWN:
            continue
        name = kind(one)
        piles = ((bands, name in BANDS), (rings, name.endswith("Event")), (diamonds, name.endswith("Gateway")))
        next((pile for pile, fits in piles if fits), boxes).append(box)
    lines = tuple(" ".join(f"{x:g},{y:g}" for x, y in plane.points(key)) for key in plane.edges)
    return Thumbnail(_view([*bands, *boxes, *rings, *diamonds]), *map(tuple, (bands, boxes, rings, diamonds)), lines)


def _view(all) -> tuple:
    if not all:
        return 0, 0, 100, 60
    x, y = min(box.x for box in all) - AROUND, min(box.y for box in all) - AROUND
    return x, y, max(box.right for box in all) + AROUND - x, max(box.bottom for box in all) + AROUND - y
