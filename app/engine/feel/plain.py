"""Between plain JSON data and FEEL values. Texts stay texts: only `date()` and its kind make dates of them."""
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from app.engine.feel.errors import FeelError
from app.engine.feel.function import Function
from app.engine.feel.numbers import EXACT, NumberTrouble, plain_number
from app.engine.feel.ranges import Range
from app.engine.feel.temporal import DAY, NANO, Date, DateTime, DaysDuration, MonthsDuration, Time

DEEPEST = 100
LARGEST = 1_000_000


def from_json(value: Any, depth: int = 0) -> Any:
    """A FEEL value for plain data (also for Python's own dates). Raises FeelError for anything else."""
    kind = type(value)
    if kind is str or kind is bool or value is None or kind in _OWN:
        return value
    if kind is int or kind is Decimal or kind is float:
        return _number(value)
    if depth > DEEPEST:
        raise FeelError("The data is nested too deeply.")
    if isinstance(value, Mapping):
        return {str(key): from_json(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [from_json(item, depth + 1) for item in value]
    return _python_value(value)


def to_json(value: Any) -> Any:
    """Plain data for a FEEL value: numbers as int or float, dates and durations as ISO text, functions as null."""
    return _plain(value, [LARGEST], 0)


def _plain(value: Any, left: list[int], depth: int) -> Any:
    left[0] -= 1 + (len(value) >> 6 if isinstance(value, str) else 0)
    if depth > DEEPEST or left[0] < 0:
        raise FeelError("The result is too large.")
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, list):
        return [_plain(item, left, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item, left, depth + 1) for key, item in value.items()}
    if isinstance(value, _TEXTED):
        return str(value)
    return None if isinstance(value, Function) else value


def _number(value: int | float | Decimal) -> Decimal:
    try:
        whole = type(value) is float and value.is_integer()
        number = EXACT.create_decimal(int(value) if whole else repr(value) if type(value) is float else value)
        if number.is_finite():
            return number
    except (NumberTrouble, ValueError):
        pass
    raise FeelError("The data holds a number that cannot be reckoned with.")


def _python_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return DateTime(Date(value.year, value.month, value.day), _clock(value.timetz(), value.utcoffset()))
    if isinstance(value, date):
        return Date(value.year, value.month, value.day)
    if isinstance(value, time):
        return _clock(value, value.utcoffset())
    if isinstance(value, timedelta):
        return DaysDuration((value.days * DAY + value.seconds) * NANO + value.microseconds * 1000)
    if isinstance(value, (bool, str, int, float)):
        return from_json(_base(value))
    raise FeelError(f"The data holds a {type(value).__name__}, which is not plain data.")


def _base(value: Any) -> Any:
    """A subclass of a plain type, such as an enumeration's member, as the plain value it is."""
    for kind in (str, float, int):
        if isinstance(value, kind):
            return kind.__str__(value) if kind is str else kind(value)
    return value


def _clock(value: time, offset: timedelta | None) -> Time:
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return Time(seconds, value.microsecond * 1000, None if offset is None else round(offset.total_seconds()))


_TEXTED = (Date, Time, DateTime, DaysDuration, MonthsDuration, Range)
_OWN = frozenset((*_TEXTED, Function))
