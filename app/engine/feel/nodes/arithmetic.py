"""Addition to exponentiation over numbers, texts, dates, times and durations (DMN tables 56 to 61)."""
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from typing import Any

from app.engine.feel.numbers import EXACT, NumberTrouble
from app.engine.feel.run import Run
from app.engine.feel.scope import Frame
from app.engine.feel.temporal import DAY, NANO, Date, DateTime, DaysDuration, MonthsDuration, Time
from app.engine.feel.types import type_name

_DURATIONS = (DaysDuration, MonthsDuration)


def add(left: Any, right: Any, run: Run) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        run.fits(len(left) + len(right))
        return left + right
    if isinstance(left, _DURATIONS) and not isinstance(right, _DURATIONS):
        left, right = right, left
    return _moved(left, right, 1, run, "added to")


def subtract(left: Any, right: Any, run: Run) -> Any:
    if isinstance(right, (Date, DateTime)) and isinstance(left, (Date, DateTime)):
        return _between_moments(left, right, run)
    if isinstance(left, Time) and isinstance(right, Time):
        if left.local != right.local:
            return run.warn("A time with an offset and one without cannot be subtracted.")
        return DaysDuration((left.key - right.key) * NANO + left.nano - right.nano)
    return _moved(left, right, -1, run, "subtracted from")


def multiply(left: Any, right: Any, run: Run) -> Any:
    if isinstance(left, Decimal) and isinstance(right, _DURATIONS):
        left, right = right, left
    if isinstance(right, Decimal) and isinstance(left, _DURATIONS):
        return _sized(left, EXACT.multiply(Decimal(_size(left)), right))
    return _trouble(left, right, run, "multiplied")


def divide(left: Any, right: Any, run: Run) -> Any:
    if isinstance(left, _DURATIONS) and right:
        if isinstance(right, Decimal):
            return _sized(left, EXACT.divide(Decimal(_size(left)), right))
        if type(left) is type(right) and _size(right):
            return EXACT.divide(Decimal(_size(left)), Decimal(_size(right)))
    return _trouble(left, right, run, "divided")


def raise_to(left: Any, right: Any, run: Run) -> Any:
    return _trouble(left, right, run, "raised to a power")


def negated(node: Callable[[Frame], Any]) -> Callable[[Frame], Any]:
    def negate(frame: Frame) -> Any:
        value = node(frame)
        if isinstance(value, Decimal):
            return EXACT.minus(value)
        if isinstance(value, _DURATIONS):
            return type(value)(-_size(value))
        return frame.run.warn(f"A {type_name(value)} cannot be negated.")

    return negate


def _trouble(left: Any, right: Any, run: Run, verb: str) -> None:
    return run.warn(f"A {type_name(left)} and a {type_name(right)} cannot be {verb}.")


def _moved(left: Any, right: Any, sign: int, run: Run, verb: str) -> Any:
    """Anything plus or minus a duration."""
    try:
        if isinstance(right, MonthsDuration) and isinstance(left, (Date, DateTime)):
            return left.plus_months(sign * right.total)
        if isinstance(right, DaysDuration) and isinstance(left, (Date, DateTime, Time)):
            return _later(left, sign * right.nanos)
    except ValueError:
        return run.warn("The result lies beyond the calendar.")
    if isinstance(right, _DURATIONS) and type(left) is type(right):
        return type(left)(_size(left) + sign * _size(right))
    return run.warn(f"A {type_name(right)} cannot be {verb} a {type_name(left)}.")


def _later(value: Any, nanos: int) -> Any:
    if isinstance(value, DateTime):
        return value.plus_nanos(nanos)
    if isinstance(value, Date):
        return DateTime(value, Time(0)).plus_nanos(nanos).date
    seconds, nano = divmod(value.second_of_day * NANO + value.nano + nanos, NANO)
    return Time(seconds % DAY, nano, value.offset, value.zone)


def _between_moments(left: Any, right: Any, run: Run) -> Any:
    if isinstance(left, Date) and isinstance(right, Date):
        return DaysDuration((left.ordinal - right.ordinal) * DAY * NANO)
    left, right = (DateTime(end, Time(0, 0, 0)) if isinstance(end, Date) else end for end in (left, right))
    if left.local != right.local:
        return run.warn("A moment with an offset and one without cannot be subtracted.")
    return DaysDuration(left.nanos - right.nanos)


def _size(duration: Any) -> int:
    return duration.nanos if isinstance(duration, DaysDuration) else duration.total


def _sized(duration: Any, size: Decimal) -> Any:
    """A duration of the same kind, whole months or nanoseconds long."""
    return type(duration)(int(size.to_integral_value(ROUND_DOWN))) if size.adjusted() < 40 else None


def _operation(reckon: Callable, otherwise: Callable) -> Callable:
    """A node for two numbers, going the long way only for other kinds."""

    def build(left: Callable, right: Callable) -> Callable:
        def calculate(frame: Frame) -> Any:
            one, other = left(frame), right(frame)
            if type(one) is Decimal is type(other):
                try:
                    return reckon(one, other)
                except NumberTrouble:
                    return frame.run.warn("The calculation has no number as its result.")
            return otherwise(one, other, frame.run)

        return calculate

    return build


ARITHMETIC = {
    "+": _operation(EXACT.add, add),
    "-": _operation(EXACT.subtract, subtract),
    "*": _operation(EXACT.multiply, multiply),
    "/": _operation(EXACT.divide, divide),
    "**": _operation(EXACT.power, raise_to),
}
