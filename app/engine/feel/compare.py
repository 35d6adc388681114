"""Equality, order and membership in three values: true, false and null (DMN 10.3.2.13, tables 49 to 55)."""
from decimal import Decimal
from typing import Any

from app.engine.feel.ranges import NOWHERE, Range
from app.engine.feel.run import Run
from app.engine.feel.temporal import Date, DateTime, DaysDuration, MonthsDuration, Time
from app.engine.feel.types import type_name

_ORDERED = (Decimal, str, Date, DaysDuration, MonthsDuration)


def equal(left: Any, right: Any, run: Run) -> bool | None:
    """Null only for values of different kinds; null itself equals null alone."""
    if left is None or right is None:
        return left is right
    kind = type(left)
    if kind is not type(right):
        return run.warn(f"{type_name(left)} and {type_name(right)} cannot be compared.")
    if kind is list:
        return _equal_lists(left, right, run)
    if kind is dict:
        return _equal_contexts(left, right, run)
    if kind is Range:
        return _equal_ranges(left, right, run)
    return left == right


def compare(left: Any, right: Any, run: Run) -> int | None:
    """-1, 0 or 1; null where there is no order."""
    if type(left) is not type(right):
        left, right = _as_moments(left, right)
    kind = type(left)
    if kind is type(right):
        if kind in _ORDERED:
            return (left > right) - (left < right)
        if kind is Time or kind is DateTime:
            return _compare_clocks(left, right)
    return run.warn(f"There is no order between {type_name(left)} and {type_name(right)}.")


def less(left: Any, right: Any, run: Run) -> bool | None:
    order = compare(left, right, run)
    return None if order is None else order < 0


def at_most(left: Any, right: Any, run: Run) -> bool | None:
    order = compare(left, right, run)
    return None if order is None else order <= 0


def within(value: Any, span: Range, run: Run) -> bool | None:
    """Whether the value lies in the range; null if an end is null or of another kind."""
    if span.same or span.negated:
        same = equal(value, span.low, run)
        return same if same is None or not span.negated else not same
    low = True if span.low is NOWHERE else (at_most if span.low_in else less)(span.low, value, run)
    high = True if span.high is NOWHERE else (at_most if span.high_in else less)(value, span.high, run)
    return both(low, high)


def member(value: Any, test: Any, run: Run) -> bool | None:
    """`value in test`: equal to it, within the range, or one of the list's (DMN table 55)."""
    if isinstance(test, Range):
        return equal(value, test, run) if isinstance(value, Range) else within(value, test, run)
    if isinstance(test, list):
        return _member_of_list(value, test, run)
    return equal(value, test, run)


def both(left: Any, right: Any) -> bool | None:
    """Ternary `and` (DMN table 50)."""
    if left is False or right is False:
        return False
    return True if left is True and right is True else None


def either(left: Any, right: Any) -> bool | None:
    """Ternary `or`."""
    if left is True or right is True:
        return True
    return False if left is False and right is False else None


def alike(left: Any, right: Any, run: Run) -> bool:
    """Equality for lists of mixed kinds: what cannot be compared is simply not the same."""
    if type(left) is not type(right):
        return False
    return equal(left, right, run) is True


def _compare_clocks(left: Any, right: Any) -> int:
    """Table 54: one without an offset is told on the other's clock."""
    one, other = left.key, right.key
    if left.local and not right.local:
        one -= right.seconds_east
    elif right.local and not left.local:
        other -= left.seconds_east
    return (one > other) - (one < other)


def _equal_lists(left: list, right: list, run: Run) -> bool:
    run.spend(1 + len(left) // 8)
    return len(left) == len(right) and all(alike(one, other, run) for one, other in zip(left, right, strict=True))


def _equal_contexts(left: dict, right: dict, run: Run) -> bool:
    run.spend(1 + len(left) // 8)
    return left.keys() == right.keys() and all(alike(left[key], right[key], run) for key in left)


def _equal_ranges(left: Range, right: Range, run: Run) -> bool:
    shape = ("low_in", "high_in", "negated", "same")
    if any(getattr(left, part) != getattr(right, part) for part in shape):
        return False
    return _equal_ends(left.low, right.low, run) and _equal_ends(left.high, right.high, run)


def _equal_ends(left: Any, right: Any, run: Run) -> bool:
    return left is right or (NOWHERE not in (left, right) and alike(left, right, run))


def _member_of_list(value: Any, tests: list, run: Run) -> bool:
    run.spend(1 + len(tests) // 8)
    for test in tests:
        if isinstance(test, Range) and not isinstance(value, Range):
            if _quietly_within(value, test, run):
                return True
        elif alike(value, test, run):
            return True
    return isinstance(value, list) and equal(value, tests, run) is True


def _quietly_within(value: Any, span: Range, run: Run) -> bool:
    ends = [end for end in (span.low, span.high) if end is not NOWHERE]
    return all(type(end) is type(value) for end in ends) and within(value, span, run) is True


def _as_moments(left: Any, right: Any) -> tuple[Any, Any]:
    """A day beside a moment stands for its midnight, on the moment's clock or, where that is placed, in UTC."""
    if isinstance(left, Date) and isinstance(right, DateTime):
        return DateTime(left, _midnight_for(right)), right
    if isinstance(left, DateTime) and isinstance(right, Date):
        return left, DateTime(right, _midnight_for(left))
    return left, right


def _midnight_for(moment: DateTime) -> Time:
    return Time(0) if moment.local else Time(0, 0, 0)
