"""Dates, times and durations read from text (XML Schema forms, plus `@place`). Nothing readable gives None."""
import re

from app.engine.feel.temporal.days import Date
from app.engine.feel.temporal.durations import DaysDuration, MonthsDuration
from app.engine.feel.temporal.moments import DateTime
from app.engine.feel.temporal.times import DAY, NANO, Time
from app.engine.feel.temporal.zones import offset_of, zone_of

_DATE = re.compile(r"(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(?:\.(\d{1,50}))?(Z|z|[+-][\d:]{5,8}|@[\w/+-]{1,60})?", re.ASCII)
_DAYS = re.compile(
    r"(-)?P(?:(\d{1,18})D)?(?:(T)(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{1,50}))?S)?)?", re.ASCII
)
_MONTHS = re.compile(r"(-)?P(?:(\d{1,15})Y)?(?:(\d{1,15})M)?", re.ASCII)


def read_date(text: str) -> Date | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    try:
        return Date(*map(int, match.groups()))
    except ValueError:
        return None


def read_time(text: str) -> Time | None:
    match = _TIME.fullmatch(text)
    if not match:
        return None
    hour, minute, second = map(int, match.group(1, 2, 3))
    if hour > 23 or minute > 59 or second > 59:
        return None
    clock = Time(hour * 3600 + minute * 60 + second, _nanos(match[4]))
    return _placed(clock, match[5]) if match[5] else clock


def read_date_time(text: str) -> DateTime | None:
    """A date alone is that day's midnight."""
    day, separator, clock = text.partition("T")
    date = read_date(day)
    time = read_time(clock) if separator else Time(0)
    return DateTime(date, time) if date and time else None


def read_duration(text: str) -> DaysDuration | MonthsDuration | None:
    return _read_days(text) or _read_months(text)


def read_temporal(text: str) -> Date | Time | DateTime | DaysDuration | MonthsDuration | None:
    """What an at-literal `@"..."` means (DMN 10.3.1.2 rule 66)."""
    if text.startswith(("P", "-P")):
        return read_duration(text)
    return read_date(text) or read_time(text) or read_date_time(text)


def _nanos(fraction: str | None) -> int:
    return int((fraction or "0")[:9].ljust(9, "0"))


def _placed(clock: Time, place: str) -> Time | None:
    if place.startswith("@"):
        return Time(clock.second_of_day, clock.nano, None, place[1:]) if zone_of(place[1:]) else None
    offset = offset_of(place)
    return None if offset is None else Time(clock.second_of_day, clock.nano, offset)


def _read_days(text: str) -> DaysDuration | None:
    match = _DAYS.fullmatch(text)
    if not match:
        return None
    sign, days, clock, hours, minutes, seconds, fraction = match.groups()
    if not (days or hours or minutes or seconds) or (clock and not (hours or minutes or seconds)):
        return None
    total = int(days or 0) * DAY + int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    nanos = total * NANO + _nanos(fraction or None)
    return DaysDuration(-nanos if sign else nanos)


def _read_months(text: str) -> MonthsDuration | None:
    match = _MONTHS.fullmatch(text)
    if not match or not (match[2] or match[3]):
        return None
    total = int(match[2] or 0) * 12 + int(match[3] or 0)
    return MonthsDuration(-total if match[1] else total)
