"""Making values from others (DMN 10.3.4.1)."""
import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.numbers import NumberTrouble, number_of, number_text, whole
from app.engine.feel.plain import from_json
from app.engine.feel.run import Run
from app.engine.feel.temporal import (
    NANO,
    Date,
    DateTime,
    DaysDuration,
    MonthsDuration,
    Time,
    at_place,
    read_date,
    read_date_time,
    read_duration,
    read_time,
)
from app.engine.feel.temporal.zones import FURTHEST

_NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@function("date(from: string|date|date and time)")
def date(run: Run, value: Any) -> Any:
    if isinstance(value, str):
        return read_date(value) or run.warn(f'"{value}" is not a date.')
    return value.date if isinstance(value, DateTime) else value


@function("date(year: number, month: number, day: number)")
def date_of_parts(run: Run, year: Decimal, month: Decimal, day: Decimal) -> Any:
    parts = [whole(part) for part in (year, month, day)]
    try:
        return Date(*parts) if None not in parts else run.warn("A date needs whole numbers.")
    except ValueError:
        return run.warn("There is no such day.")


@function("time(from: string|time|date|date and time)")
def time(run: Run, value: Any) -> Any:
    if isinstance(value, str):
        return read_time(value) or run.warn(f'"{value}" is not a time.')
    if isinstance(value, Date):
        return Time(0, 0, 0)
    return value.time if isinstance(value, DateTime) else value


@function("time(hour: number, minute: number, second: number, offset?: days and time duration?)")
def time_of_parts(run: Run, hour: Decimal, minute: Decimal, second: Decimal, offset: DaysDuration | None) -> Any:
    parts = whole(hour), whole(minute)
    if None in parts or not (0 <= parts[0] < 24 and 0 <= parts[1] < 60 and 0 <= second < 60):
        return run.warn("There is no such time of day.")
    east = None if offset is None else offset.nanos // NANO
    if east is not None and abs(east) > FURTHEST:
        return run.warn("An offset is at most 18 hours.")
    return Time(parts[0] * 3600 + parts[1] * 60 + int(second), int(second % 1 * NANO), east)


@function("date and time(from: string|date|date and time)")
def date_and_time(run: Run, value: Any) -> Any:
    if isinstance(value, str):
        return read_date_time(value) or run.warn(f'"{value}" is not a date and time.')
    return DateTime(value, Time(0, 0, 0)) if isinstance(value, Date) else value


@function("date and time(date: date|date and time, time: time)")
def date_with_time(run: Run, day: Any, clock: Time) -> DateTime:
    return DateTime(day.date if isinstance(day, DateTime) else day, clock)


@function("date and time(date and time: date and time, timezone: string)")
def date_and_time_elsewhere(run: Run, moment: DateTime, zone: str) -> Any:
    """The same instant on another place's clock."""
    if moment.local or read_time(f"00:00:00@{zone}") is None:
        return run.warn(f"The moment cannot be told in {zone}.")
    return at_place(moment.nanos, zone)


@function("duration(from: string|days and time duration|years and months duration)")
def duration(run: Run, value: Any) -> Any:
    if isinstance(value, str):
        return read_duration(value) or run.warn(f'"{value}" is not a duration.')
    return value


@function("years and months duration(from: date|date and time, to: date|date and time)")
def years_and_months(run: Run, start: Any, end: Any) -> MonthsDuration:
    """Whole months between two days, towards zero."""
    first, last = (value.date if isinstance(value, DateTime) else value for value in (start, end))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and last.day < first.day:
        months -= 1
    elif months < 0 and last.day > first.day:
        months += 1
    return MonthsDuration(months)


@function("number(from: string|number)")
def number(run: Run, value: Any) -> Any:
    return value if isinstance(value, Decimal) else _read_number(value, run)


@function("number(from: string, grouping separator: string?, decimal separator: string?)")
def number_with_separators(run: Run, text: str, grouping: str | None, point: str | None) -> Any:
    if grouping not in (None, " ", ",", ".") or point not in (None, ",", ".") or (grouping and grouping == point):
        return run.warn("A number is grouped by space, comma or point, and its decimals follow another of them.")
    if grouping:
        text = text.replace(grouping, "")
    return _read_number(text.replace(point, ".") if point else text, run)


@function("string(from: any?)")
def string(run: Run, value: Any) -> str | None:
    return None if value is None else text_of(value, run)


@function("now()")
def now(run: Run) -> Any:
    return _now(run)


@function("today()")
def today(run: Run) -> Any:
    moment = _now(run)
    return moment and moment.date


def text_of(value: Any, run: Run, quoted: bool = False) -> str:
    """How a value reads as text; texts inside lists and contexts keep their quotation marks."""
    run.spend()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if quoted else value
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, list):
        return "[" + _joined((text_of(item, run, True) for item in value), run) + "]"
    if isinstance(value, dict):
        return "{" + _joined((f"{key}: {text_of(item, run, True)}" for key, item in value.items()), run) + "}"
    return str(value)


def _joined(texts: Iterable[str], run: Run) -> str:
    parts, size = [], 0
    for text in texts:
        size += len(text) + 2
        run.fits(size)
        parts.append(text)
    return ", ".join(parts)


def _read_number(text: str, run: Run) -> Any:
    try:
        if len(text) < 10_000 and _NUMBER.fullmatch(text.strip()):
            return number_of(text.strip())
    except NumberTrouble:
        return run.warn(f'"{text}" is too large a number.')
    return run.warn(f'"{text[:60]}" is not a number.')


def _now(run: Run) -> Any:
    if isinstance(run.now, datetime):
        return from_json(run.now)
    return run.warn("Nobody told this expression what time it is.")
