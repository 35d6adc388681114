"""Reaching into values: `.field`, `[number]` and `[condition]` (DMN 10.3.2.5 and 10.3.2.11)."""
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.engine.feel.numbers import whole
from app.engine.feel.ranges import Range
from app.engine.feel.run import Run
from app.engine.feel.scope import Frame
from app.engine.feel.temporal import NANO, Date, DateTime, DaysDuration, MonthsDuration, Time
from app.engine.feel.types import type_name

Node = Callable[[Frame], Any]


def field(node: Node, name: str) -> Node:
    def read(frame: Frame) -> Any:
        return field_of(node(frame), name, frame.run)

    return read


def field_of(value: Any, name: str, run: Run) -> Any:
    """An entry of a context, a part of a date or range, or the field of every one in a list."""
    if isinstance(value, dict):
        if name in value:
            return value[name]
        return run.warn(f"There is no entry named {name}.")
    if isinstance(value, list):
        run.spend(1 + len(value) // 8)
        return [field_of(item, name, run) for item in value]
    part = _PARTS.get(type(value), {}).get(name)
    if part is None:
        return run.warn(f"A {type_name(value)} has no {name}.")
    found = part(value)
    return Decimal(found) if type(found) is int else found


def filtered(node: Node, condition: Node) -> Node:
    """A number picks by position (from the end if negative); a condition keeps the items it is true for."""

    def pick(frame: Frame) -> Any:
        value = node(frame)
        if not frame.run.strict:
            return _picked(value, condition, frame)
        frame.run.strict = False
        try:
            return _picked(value, condition, frame)
        finally:
            frame.run.strict = True

    return pick


def _picked(value: Any, condition: Node, frame: Frame) -> Any:
    """Items that a condition cannot be decided for are left out (10.3.2.5), even where null is an error elsewhere."""
    items = value if isinstance(value, list) else [] if value is None else [value]
    first = condition(_inside(items[0], frame)) if items else _outside_answer(condition, frame)
    if isinstance(first, Decimal):
        return item_of(items, first, frame.run)
    if value is None or first is None and not items:
        return None if value is None else []
    return _kept(items, first, condition, frame)


def item_of(items: list, position: Decimal, run: Run) -> Any:
    place = whole(position)
    if place is None or place == 0 or abs(place) > len(items):
        return run.warn(f"The list has no item number {position}.")
    return items[place - 1 if place > 0 else place]


def item_names(item: Any) -> dict[str, Any]:
    """What a condition sees of one item: the item itself and, of a context, its entries, which win."""
    return {"item": item, **item} if isinstance(item, dict) else {"item": item}


def _inside(item: Any, frame: Frame) -> Frame:
    return frame.inner(item_names(item))


def _outside_answer(condition: Node, frame: Frame) -> Any:
    """With nothing in the list, only whether the filter is a number matters, and nothing it says is an error."""
    warnings, frame.run.warnings = frame.run.warnings, None
    try:
        return condition(_inside(None, frame))
    finally:
        frame.run.warnings = warnings


def _kept(items: list, first: Any, condition: Node, frame: Frame) -> list | None:
    kept = []
    for place, item in enumerate(items):
        frame.run.spend()
        answer = condition(_inside(item, frame)) if place else first
        if answer is True:
            kept.append(item)
        elif answer is not False and answer is not None:
            return frame.run.warn(f"A filter is a {type_name(answer)}, not true or false.")
    return kept


def _offset(value: Time | DateTime) -> DaysDuration | None:
    seconds = value.seconds_east
    return None if seconds is None else DaysDuration(seconds * NANO)


_DAY_PARTS = {
    "year": lambda day: day.year, "month": lambda day: day.month, "day": lambda day: day.day,
    "weekday": lambda day: day.weekday,
}
def _second(time: Time) -> Decimal:
    """With its fraction: a decimal in [0..60) (table 66)."""
    return Decimal(time.second * NANO + time.nano) / NANO


_CLOCK_PARTS = {
    "hour": lambda time: time.hour, "minute": lambda time: time.minute, "second": _second,
    "time offset": _offset, "timezone": lambda time: time.zone,
}
_PARTS: dict[type, dict[str, Callable]] = {
    Date: _DAY_PARTS,
    Time: _CLOCK_PARTS,
    DateTime: {
        **{name: lambda moment, part=part: part(moment.date) for name, part in _DAY_PARTS.items()},
        **{name: lambda moment, part=part: part(moment.time) for name, part in _CLOCK_PARTS.items()},
        "time offset": _offset,
    },
    DaysDuration: {
        "days": lambda span: span.days, "hours": lambda span: span.hours, "minutes": lambda span: span.minutes,
        "seconds": lambda span: Decimal(span.nanos_of_minute) / NANO,
    },
    MonthsDuration: {"years": lambda span: span.years, "months": lambda span: span.months},
    Range: {
        "start": lambda span: span.start, "end": lambda span: span.end,
        "start included": lambda span: span.low_in, "end included": lambda span: span.high_in,
    },
}
