"""How arrows run on the grid: through gutters between columns and channels between tracks, where no shape stands."""

from app.engine.layout.grid import LETTER, LINE, Spread
from app.engine.offering.plane import Box

FIRST, STEP, SIDE_BY_SIDE = 12, 7, 4


class Router:
    """Routes the arrows of one grid; `left[c]`..`right[c]` bound the columns, `floor` the tracks."""

    def __init__(self, grid, left, right, floor, spread: Spread):
        self.grid, self.left, self.right, self.floor, self.spread = grid, left, right, floor, spread
        self.before, self.after, self.channels = {}, {}, {}

    def run(self):
        """Every arrow gets its points, every named one a place for its words."""
        for arrow in self.grid.graph.arrows:
            points = _plain(self._points(arrow))
            self.spread.edges[arrow.id] = points
            if arrow.name:
                down = points[0][0] == points[1][0]
                self.spread.labels[arrow.id] = (_under if down and len(points) > 2 else _label)(arrow.name, points)

    def _points(self, arrow):
        grid, boxes = self.grid, self.spread.boxes
        source, target = boxes[arrow.source], boxes[arrow.target]
        here, there = grid.graph.column[arrow.host], grid.graph.column[arrow.target]
        sy, ty = source.middle[1], target.middle[1]
        if arrow.source != arrow.host or arrow.id in grid.graph.back or there <= here:
            return self._round(arrow, source, target, there)
        lane, track = grid.lane[arrow.target], grid.track[arrow.target]
        own = grid.lane[arrow.host], grid.track[arrow.host]
        if grid.clear(*own, here + 1, there) and (abs(sy - ty) < 1):
            return [(source.right, sy), (target.x, ty)]
        if grid.clear(*own, here + 1, there):
            x = self._gutter_before(there)
            return [(source.right, sy), (x, sy), (x, ty), (target.x, ty)]
        if grid.clear(lane, track, here + 1, there):
            x = self._gutter_after(here)
            return [(source.right, sy), (x, sy), (x, ty), (target.x, ty)]
        out, into, y = self._gutter_after(here), self._gutter_before(there), self._channel(lane, track)
        return [(source.right, sy), (out, sy), (out, y), (into, y), (into, ty), (target.x, ty)]

    def _round(self, arrow, source, target, there):
        """Out at the bottom, under the track, and in from the left."""
        x, y = source.middle[0], self._channel(self.grid.lane[arrow.host], self.grid.track[arrow.host])
        into, ty = self._gutter_before(there), target.middle[1]
        return [(x, source.bottom), (x, y), (into, y), (into, ty), (target.x, ty)]

    def _gutter_before(self, column):
        """The gutter of an incoming arrow, at its far side: between it and the node stand the arrow's words."""
        begin = self.right.get(column - 1, self.left[column] - 40)
        return begin + FIRST + 12 + STEP * self._next(self.before, column)

    def _gutter_after(self, column):
        return self.right[column] + FIRST + STEP * self._next(self.after, column)

    def _channel(self, lane, track):
        return self.floor[lane, track] + 8 + 6 * self._next(self.channels, (lane, track))

    @staticmethod
    def _next(counts, key):
        counts[key] = counts.get(key, -1) + 1
        return counts[key] % SIDE_BY_SIDE


def name_width(name: str) -> float:
    """Room for an arrow's words, on one line."""
    return min(len(" ".join(name.split())) * LETTER + 4, 110)


def _label(name, points):
    """Above the last piece, where the arrow has parted from its neighbours."""
    from_x, y = points[-2]
    width = name_width(name)
    box = _box(from_x + 6, y - LINE - 3, width)
    return box if len(points) > 2 else _box(max(points[0][0] + 4, points[-1][0] - width - 8), y - LINE - 3, width)


def _under(name, points):
    """Of an arrow that leads back: under the channel, where it begins."""
    x, y = points[1]
    width = name_width(name)
    return _box(x - width - 6 if points[2][0] < x else x + 6, y + 2, width)


def _box(x, y, width):
    return Box(x, y, width, LINE)


def _plain(points):
    """Without bends that bend nothing."""
    kept = [points[0]]
    for here, after in zip(points[1:], [*points[2:], None], strict=True):
        if after is None or not _straight(kept[-1], here, after):
            kept.append(here)
    return kept


def _straight(a, b, c) -> bool:
    return (abs(a[0] - b[0]) < 0.5 and abs(b[0] - c[0]) < 0.5) or (abs(a[1] - b[1]) < 0.5 and abs(b[1] - c[1]) < 0.5)
