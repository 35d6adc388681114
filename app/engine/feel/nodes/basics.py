"""Literals, names, lists, contexts, ranges, choices, comparisons and ternary logic."""
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from app.engine.feel.compare import both, compare, either, equal
from app.engine.feel.ranges import Range
from app.engine.feel.scope import MISSING, Frame
from app.engine.feel.types import Type, instance, type_name

Node = Callable[[Frame], Any]


def literal(value: Any) -> Node:
    return lambda frame: value


def name_value(name: str, built_in: Any) -> Node:
    """A variable; else a function given from outside, else a built-in one; else null."""

    def read(frame: Frame) -> Any:
        value = frame.find(name)
        if value is not MISSING:
            return value
        if built_in is not None:
            return built_in
        return frame.run.warn(f"There is no variable named {name}.")

    return read


def quiet_name(name: str) -> Node:
    """A variable beside `= null`: not being there is an answer, not an error."""

    def read(frame: Frame) -> Any:
        value = frame.find(name)
        return None if value is MISSING else value

    return read


def tried_name(name: str) -> Node:
    """The variable or MISSING, for `is defined()`."""
    return lambda frame: frame.find(name)


def list_of(items: Sequence[Node]) -> Node:
    return lambda frame: [item(frame) for item in items]


def context_of(entries: Sequence[tuple[str, Node]]) -> Node:
    """Entries see the ones before them. A key given twice makes the context null (DMN 10.3.2.6)."""

    def build(frame: Frame) -> Any:
        made: dict[str, Any] = {}
        inner = frame.inner(made)
        for key, node in entries:
            if key in made:
                return frame.run.warn(f"The context has two entries named {key}.")
            made[key] = node(inner)
        return made

    return build


def range_of(low: Node, high: Node, low_in: bool, high_in: bool) -> Node:
    def build(frame: Frame) -> Any:
        span = Range(low(frame), high(frame), low_in, high_in)
        if None in (span.low, span.high) or compare(span.low, span.high, frame.run) is not None:
            return span
        return frame.run.warn(f"{span} is not a range.")

    return build


def span_of(sign: str, node: Node, nowhere: Any) -> Node:
    """The range literals `(< 5)`, `(>= 5)`, `(= 5)` and `(!= 5)` (DMN 1.5, 10.3.2.7)."""

    def build(frame: Frame) -> Range:
        end = node(frame)
        if sign in ("=", "!="):
            return Range(end, end, negated=sign == "!=", same=sign == "=")
        if sign.startswith("<"):
            return Range(nowhere, end, False, sign == "<=")
        return Range(end, nowhere, sign == ">=", False)

    return build


def choice(condition: Node, yes: Node, no: Node) -> Node:
    """`if`: anything but true takes `else` (DMN 10.3.2.13, table 44)."""

    def choose(frame: Frame) -> Any:
        answer = condition(frame)
        if answer is not True and answer is not False and answer is not None:
            frame.run.warn(f"The condition of if is a {type_name(answer)}, not true or false.")
        return yes(frame) if answer is True else no(frame)

    return choose


def comparison(left: Node, right: Node, same: bool) -> Node:
    """`=` and `!=`."""

    def decide(frame: Frame) -> bool | None:
        one, other = left(frame), right(frame)
        answer = one == other if type(one) is type(other) is str else equal(one, other, frame.run)
        return answer if same or answer is None else not answer

    return decide


def ordering(sign: str, left: Node, right: Node) -> Node:
    """`<`, `<=`, `>` and `>=`."""
    holds = _ORDERINGS[sign]

    def decide(frame: Frame) -> bool | None:
        one, other = left(frame), right(frame)
        if type(one) is Decimal is type(other):
            return holds((one > other) - (one < other))
        order = compare(one, other, frame.run)
        return None if order is None else holds(order)

    return decide


def conjunction(left: Node, right: Node) -> Node:
    def decide(frame: Frame) -> bool | None:
        one = left(frame)
        if one is False:
            return False
        return both(_truth(one, frame), _truth(right(frame), frame))

    return decide


def disjunction(left: Node, right: Node) -> Node:
    def decide(frame: Frame) -> bool | None:
        one = left(frame)
        if one is True:
            return True
        return either(_truth(one, frame), _truth(right(frame), frame))

    return decide


def is_instance(node: Node, wanted: Type) -> Node:
    return lambda frame: instance(node(frame), wanted)


def _truth(value: Any, frame: Frame) -> bool | None:
    if value is True or value is False or value is None:
        return value
    return frame.run.warn(f"A {type_name(value)} is neither true nor false.")


_ORDERINGS: dict[str, Callable[[int], bool]] = {
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}
