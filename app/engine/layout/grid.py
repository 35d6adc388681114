"""Columns and tracks: every node in a cell of its own, with room for words and for arrows between."""

from dataclasses import dataclass, field

from app.engine.bpmn import kind
from app.engine.layout.graph import Graph
from app.engine.offering.plane import Box

SIZES = {"Event": (36, 36), "Gateway": (50, 50)}
ACTIVITY = (100, 80)
GUTTER, CHANNEL, MARGIN = 56, 36, 28
LABEL, LETTER, LINE = 96, 6.2, 14
LEAST = 120
"""The height of a lane with next to nothing in it."""


@dataclass
class Spread:
    """What was laid out, from (0, 0) on: boxes, labels and edges by id, and the rows of the lanes."""

    width: float = 0
    height: float = 0
    boxes: dict[str, Box] = field(default_factory=dict)
    labels: dict[str, Box] = field(default_factory=dict)
    edges: dict[str, list] = field(default_factory=dict)
    rows: dict[str, tuple[float, float]] = field(default_factory=dict)
    """lane id ("" where there is none) -> (top, height)"""

    def put(self, other: "Spread", x: float, y: float):
        """Take over what another holds, moved."""
        self.boxes |= {id: moved(box, x, y) for id, box in other.boxes.items()}
        self.labels |= {id: moved(box, x, y) for id, box in other.labels.items()}
        self.edges |= {id: [(px + x, py + y) for px, py in points] for id, points in other.edges.items()}


def moved(box: Box, x: float, y: float) -> Box:
    """The box elsewhere."""
    return box._replace(x=box.x + x, y=box.y + y)


def plain_size(element) -> tuple[float, float]:
    """Width and height of a node that holds nothing."""
    return next((size for word, size in SIZES.items() if kind(element).endswith(word)), ACTIVITY)


def words_box(words: str) -> tuple[float, float]:
    """Width and height of a name written beside its shape."""
    words = " ".join((words or "").split())
    lines = -(-len(words) * LETTER // LABEL) if words else 0
    return (min(LABEL, len(words) * LETTER + 18), lines * LINE) if words else (0, 0)


@dataclass
class Grid:
    """Where each node of a graph stands: `lane` and `track` of each, and the sizes that follow."""

    graph: Graph
    sizes: dict[str, tuple[float, float]]
    lane: dict[str, str]
    lanes: list[str]
    track: dict[str, int] = field(default_factory=dict)
    taken: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def __post_init__(self):
        before = {}
        for arrow in self.graph.arrows:
            if arrow.id not in self.graph.back:
                before.setdefault(arrow.target, []).append(arrow.host)
        for id in self.graph.order:
            beside = [one for one in before.get(id, ()) if self.lane[one] == self.lane[id]]
            self._settle(id, self.track[beside[0]] if beside else 0)

    def _settle(self, id, wanted):
        lane, column = self.lane[id], self.graph.column[id]
        for away in range(len(self.graph.order) + wanted + 1):
            for track in dict.fromkeys((wanted + away, wanted - away)):
                if track >= 0 and (lane, track, column) not in self.taken:
                    self.track[id], self.taken[lane, track, column] = track, id
                    return

    def clear(self, lane: str, track: int, first: int, last: int) -> bool:
        """Whether nothing stands on this track from column `first` to before `last`."""
        return not any((lane, track, column) in self.taken for column in range(first, last))

    def tracks(self, lane: str) -> int:
        """How many tracks the lane has."""
        return 1 + max((track for id, track in self.track.items() if self.lane[id] == lane), default=-1)

    def above(self, id: str) -> float:
        """How far a node and its words reach above its middle."""
        element, (_, height) = self.graph.elements[id], self.sizes[id]
        named = words_box(element.get("name"))[1] + 6 if kind(element).endswith("Gateway") else 0
        return height / 2 + named

    def below(self, id: str) -> float:
        """How far a node, what stands on its edge and the words reach below its middle."""
        element, (_, height) = self.graph.elements[id], self.sizes[id]
        if kind(element).endswith("Event"):
            return height / 2 + words_box(element.get("name"))[1] + 6
        events = self.graph.edge.get(id, ())
        return height / 2 + (18 + max(words_box(one.get("name"))[1] + 6 for one in events) if events else 0)

    def wide(self, id: str) -> float:
        """How much of its column a node needs."""
        outside = kind(self.graph.elements[id]).endswith(("Event", "Gateway"))
        words = words_box(self.graph.elements[id].get("name"))[0] if outside else 0
        return max(self.sizes[id][0], words, 0)
