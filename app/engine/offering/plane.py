"""The drawing part of a BPMN file (BPMN DI, clause 12): shapes and edges by the element they show."""

from typing import NamedTuple

from lxml import etree

from app.engine.bpmn import BPMNDI, bare, local

DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"


class Box(NamedTuple):
    """A rectangle of the drawing, in its own units; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: "Box", gap: float = 0) -> bool:
        """Do the two overlap, or come nearer than `gap`?"""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


class Plane:
    """The shapes and edges of one file. A file without a drawing has none and gets none.

    `pending`: ids of arrows that are to be drawn anew; where they run now is in nobody's way.
    """

    def __init__(self, root):
        self.shapes, self.edges, self.pending = {}, {}, set()
        for element in root.iter(f"{{{BPMNDI}}}BPMNShape"):
            self.shapes[bare(element.get("bpmnElement"))] = element
        for element in root.iter(f"{{{BPMNDI}}}BPMNEdge"):
            self.edges[bare(element.get("bpmnElement"))] = element
        self.taken = {one.get("id") for one in root.iter(etree.Element) if one.get("id")}

    def box(self, key: str | None) -> Box | None:
        """Where an element is drawn; None where it is not, or its bounds are no numbers."""
        bounds = self._bounds(key)
        try:
            return Box(*(float(bounds.get(name)) for name in ("x", "y", "width", "height")))
        except (TypeError, ValueError, AttributeError):
            return None

    def _bounds(self, key):
        shape = self.shapes.get(key)
        return None if shape is None else next((one for one in shape if local(one) == "Bounds"), None)

    def points(self, key: str) -> list[tuple[float, float]]:
        """The bends of an edge."""
        found = []
        for one in self.edges.get(key, ()):
            if local(one) == "waypoint":
                try:
                    found.append((float(one.get("x")), float(one.get("y"))))
                except (TypeError, ValueError):
                    return []
        return found

    def beside(self, key: str) -> dict[str, Box]:
        """Everything drawn on the same plane as this element, by the id it shows."""
        page = self.shapes[key].getparent()
        boxes = {name: self.box(name) for name, shape in self.shapes.items() if shape.getparent() is page}
        return {name: box for name, box in boxes.items() if box is not None}

    def draw(self, key: str, box: Box, neighbour: str, **said: str) -> None:
        """A shape on the plane of its neighbour."""
        page = self.shapes[neighbour].getparent()
        shape = self._new(page, "BPMNShape", key, **said)
        _add(shape, DC, "Bounds", "dc", **{name: _written(value) for name, value in box._asdict().items()})
        self.shapes[key] = shape

    def resize(self, key: str, box: Box) -> None:
        for name, value in box._asdict().items():
            self._bounds(key).set(name, _written(value))

    def connect(self, key: str, points: list[tuple[float, float]], neighbour: str) -> None:
        """An edge with these bends, instead of the one there may be; its label is placed anew by the modeler."""
        edge = self.edges.get(key)
        if edge is None:
            edge = self.edges[key] = self._new(self.shapes[neighbour].getparent(), "BPMNEdge", key)
        for one in list(edge):
            if local(one) in ("waypoint", "BPMNLabel"):
                edge.remove(one)
        for number, (x, y) in enumerate(points):
            bend = _add(edge, DI, "waypoint", "di", x=_written(x), y=_written(y))
            edge.insert(number, bend)

    def erase(self, key: str) -> None:
        """Nothing shows this element any more."""
        for drawn in (self.shapes.pop(key, None), self.edges.pop(key, None)):
            if drawn is not None:
                drawn.getparent().remove(drawn)

    def _new(self, page, name, key, **said):
        free, number = f"{key}_di", 1
        while free in self.taken:
            number += 1
            free = f"{key}_di_{number}"
        self.taken.add(free)
        return _add(page, BPMNDI, name, "bpmndi", id=free, bpmnElement=key, **said)


def _add(parent, namespace, name, prefix, **attributes):
    spoken = None if namespace in parent.nsmap.values() else {prefix: namespace}
    return etree.SubElement(parent, f"{{{namespace}}}{name}", attributes, nsmap=spoken)


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"
