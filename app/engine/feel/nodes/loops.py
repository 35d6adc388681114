"""`for`, `some` and `every` (DMN 10.3.2.14)."""
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

from app.engine.feel.compare import both, either
from app.engine.feel.numbers import whole
from app.engine.feel.ranges import NOWHERE, Range
from app.engine.feel.run import Run
from app.engine.feel.scope import Frame
from app.engine.feel.temporal import Date, from_ordinal
from app.engine.feel.types import type_name

Node = Callable[[Frame], Any]
Source = tuple[str, Node, Node | None]


def for_each(sources: Sequence[Source], body: Node) -> Node:
    """The results so far are visible as `partial`."""

    def collect(frame: Frame) -> Any:
        made: list[Any] = []
        inner = frame.inner({"partial": made})
        for rounds in _rounds(sources, inner):
            if rounds is None:
                return None
            made.append(body(rounds))
        return made

    return collect


def some_one(sources: Sequence[Source], body: Node) -> Node:
    return _quantified(sources, body, False, either)


def every_one(sources: Sequence[Source], body: Node) -> Node:
    return _quantified(sources, body, True, both)


def _quantified(sources: Sequence[Source], body: Node, start: bool, join: Callable) -> Node:
    def decide(frame: Frame) -> bool | None:
        answer: bool | None = start
        for rounds in _rounds(sources, frame):
            if rounds is None:
                return None
            holds = body(rounds)
            if holds is not None and not isinstance(holds, bool):
                holds = frame.run.warn(f"satisfies needs true or false, not a {type_name(holds)}.")
            answer = join(answer, holds)
            if answer is not None and answer is not start:
                return answer
        return answer

    return decide


def _rounds(sources: Sequence[Source], frame: Frame) -> Iterator[Frame | None]:
    """One frame for each combination; a lone None if a source cannot be walked through."""
    (name, node, end), *rest = sources
    items = _items(node(frame), frame.run) if end is None else _walked(node(frame), end(frame), frame.run)
    if items is None:
        yield None
        return
    for item in items:
        frame.run.spend()
        inner = frame.inner({name: item})
        if rest:
            yield from _rounds(rest, inner)
        else:
            yield inner


def _items(value: Any, run: Run) -> Any:
    """What to walk through; of `partial`, which grows meanwhile, only what is there at the start."""
    if isinstance(value, list):
        return islice(value, len(value))
    if isinstance(value, Range):
        return _range_items(value, run)
    return run.warn("null cannot be walked through.") if value is None else [value]


def _range_items(span: Range, run: Run) -> Any:
    if span.low in (None, NOWHERE) or span.high in (None, NOWHERE) or span.negated or span.same:
        return run.warn("A range without both ends cannot be walked through.")
    numbers = _walked(span.low, span.high, run)
    if numbers is None:
        return None
    return (item for item in numbers if (span.low_in or item != span.low) and (span.high_in or item != span.high))


def _walked(low: Any, high: Any, run: Run) -> Any:
    """Whole numbers or days from one end to the other, upwards or downwards."""
    if isinstance(low, Date) and isinstance(high, Date):
        return (from_ordinal(day) for day in _steps(low.ordinal, high.ordinal))
    ends = [whole(end) if isinstance(end, Decimal) else None for end in (low, high)]
    if None in ends:
        return run.warn(f"There are no steps from a {type_name(low)} to a {type_name(high)}.")
    return (Decimal(number) for number in _steps(*ends))


def _steps(low: int, high: int) -> range:
    return range(low, high + 1) if low <= high else range(low, high - 1, -1)
