"""How points and ranges lie to each other (DMN 10.3.4.9, table 78)."""
from collections.abc import Callable
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.compare import compare, within
from app.engine.feel.ranges import NOWHERE, Range
from app.engine.feel.run import Run

_POINT = "number|string|date|time|date and time|days and time duration|years and months duration"


class _NoOrder(Exception):
    """Two ends of different kinds: the question has no answer."""


class Ends:
    """Comparing ends of ranges; an end that is not written lies beyond everything."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def order(self, one: Any, other: Any, side: int = 0, other_side: int = 0) -> int:
        """-1, 0 or 1. The sides say where an unwritten end lies: -1 below everything, 1 above."""
        beyond = side if one is NOWHERE else 0
        other_beyond = other_side if other is NOWHERE else 0
        if beyond or other_beyond:
            return (beyond > other_beyond) - (beyond < other_beyond)
        found = compare(one, other, self.run)
        if found is None:
            raise _NoOrder
        return found

    def starts(self, one: Range, other: Range) -> int:
        return self.order(one.low, other.low, -1, -1)

    def ends(self, one: Range, other: Range) -> int:
        return self.order(one.high, other.high, 1, 1)

    def end_start(self, one: Range, other: Range) -> int:
        return self.order(one.high, other.low, 1, -1)


def before(ends: Ends, one: Any, other: Any) -> bool:
    if not isinstance(one, Range) and not isinstance(other, Range):
        return ends.order(one, other) < 0
    one, other = _as_range(one), _as_range(other)
    order = ends.end_start(one, other)
    return order < 0 or order == 0 and not (one.high_in and other.low_in)


def meets(ends: Ends, one: Range, other: Range) -> bool:
    return one.high_in and other.low_in and ends.end_start(one, other) == 0


def overlaps(ends: Ends, one: Range, other: Range) -> bool:
    return not before(ends, one, other) and not before(ends, other, one)


def overlaps_before(ends: Ends, one: Range, other: Range) -> bool:
    start, end = ends.starts(one, other), ends.ends(one, other)
    earlier = start < 0 or start == 0 and one.low_in and not other.low_in
    shorter = end < 0 or end == 0 and (not one.high_in or other.high_in)
    return earlier and shorter and overlaps(ends, one, other)


def finishes(ends: Ends, one: Any, other: Range) -> bool:
    if not isinstance(one, Range):
        return other.high_in and ends.order(one, other.high, 0, 1) == 0
    start = ends.starts(one, other)
    later = start > 0 or start == 0 and (not one.low_in or other.low_in)
    return one.high_in == other.high_in and ends.ends(one, other) == 0 and later


def includes(ends: Ends, one: Range, other: Any) -> bool:
    if not isinstance(other, Range):
        found = within(other, one, ends.run)
        if found is None:
            raise _NoOrder
        return found
    start, end = ends.starts(one, other), ends.ends(one, other)
    return (start < 0 or start == 0 and (one.low_in or not other.low_in)) and (
        end > 0 or end == 0 and (one.high_in or not other.high_in)
    )


def starts(ends: Ends, one: Any, other: Range) -> bool:
    if not isinstance(one, Range):
        return other.low_in and ends.order(one, other.low, 0, -1) == 0
    end = ends.ends(one, other)
    shorter = end < 0 or end == 0 and (not one.high_in or other.high_in)
    return one.low_in == other.low_in and ends.starts(one, other) == 0 and shorter


def coincides(ends: Ends, one: Any, other: Any) -> bool:
    if not isinstance(one, Range):
        return ends.order(one, other) == 0
    if (one.low_in, one.high_in) != (other.low_in, other.high_in):
        return False
    return ends.starts(one, other) == 0 and ends.ends(one, other) == 0


def _as_range(value: Any) -> Range:
    return value if isinstance(value, Range) else Range(value, value)


def _relation(decide: Callable, *signatures: str, swapped: bool = False) -> None:
    def answer(run: Run, one: Any, other: Any) -> bool | None:
        if swapped:
            one, other = other, one
        try:
            return decide(Ends(run), one, other)
        except _NoOrder:
            return None

    for signature in signatures:
        function(signature)(answer)


def _declare(decide: Callable, name: str, opposite: str, shapes: tuple[str, ...]) -> None:
    """Register a relation and its opposite, whose arguments come the other way round."""
    for shape in shapes:
        (one, kind), (other, other_kind) = (_SHAPES[letter] for letter in shape)
        first, second = ("1", "2") if one == other else ("", "")
        _relation(decide, f"{name}({one}{first}: {kind}, {other}{second}: {other_kind})")
        _relation(decide, f"{opposite}({other}{first}: {other_kind}, {one}{second}: {kind})", swapped=True)


_SHAPES = {"p": ("point", _POINT), "r": ("range", "range")}
_declare(before, "before", "after", ("pp", "pr", "rp", "rr"))
_declare(meets, "meets", "met by", ("rr",))
_declare(overlaps_before, "overlaps before", "overlaps after", ("rr",))
_declare(finishes, "finishes", "finished by", ("pr", "rr"))
_declare(includes, "includes", "during", ("rp", "rr"))
_declare(starts, "starts", "started by", ("pr", "rr"))
_relation(overlaps, "overlaps(range1: range, range2: range)")
_relation(coincides, f"coincides(point1: {_POINT}, point2: {_POINT})", "coincides(range1: range, range2: range)")
