"""`between`, `in` and the tests in a decision table's cells (DMN 10.3.1.2 rules 7 to 18)."""
from collections.abc import Callable, Sequence
from typing import Any

from app.engine.feel.compare import at_most, both, either, equal, less, member
from app.engine.feel.run import Run
from app.engine.feel.scope import Frame

Node = Callable[[Frame], Any]
Test = Callable[[Frame, Any], bool | None]


def between(node: Node, low: Node, high: Node) -> Node:
    def decide(frame: Frame) -> bool | None:
        value, run = node(frame), frame.run
        return both(at_most(low(frame), value, run), at_most(value, high(frame), run))

    return decide


def one_of(node: Node, tests: Sequence[Test]) -> Node:
    """`value in (test, test)`: true if one of the tests is."""

    def decide(frame: Frame) -> bool | None:
        value = node(frame)
        answer: bool | None = False
        for test in tests:
            answer = either(answer, test(frame, value))
            if answer is True:
                return True
        return answer

    return decide


def test_by_sign(sign: str, node: Node) -> Test:
    holds = _SIGNS[sign]
    return lambda frame, value: holds(value, node(frame), frame.run)


def test_by_expression(node: Node, reads_value: bool, in_cell: bool) -> Test:
    """An expression over `?` decides by itself; any other gives what the value is to be, or be among.

    In a cell, true or false beside a value that is neither also decides (`amount > 5` in the column of the amount).
    """
    if reads_value:
        return lambda frame, value: node(frame)

    def test(frame: Frame, value: Any) -> bool | None:
        wanted = node(frame)
        if in_cell and isinstance(wanted, bool) and value is not None and not isinstance(value, bool):
            return wanted
        return member(value, wanted, frame.run)

    return test


def _different(value: Any, other: Any, run: Run) -> bool | None:
    same = equal(value, other, run)
    return None if same is None else not same


_SIGNS: dict[str, Callable[[Any, Any, Run], bool | None]] = {
    "=": equal,
    "!=": _different,
    "<": less,
    "<=": at_most,
    ">": lambda value, other, run: less(other, value, run),
    ">=": lambda value, other, run: at_most(other, value, run),
}
