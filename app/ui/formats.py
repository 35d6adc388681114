"""Values as a reader reads them; pure: every function takes (value, reader, now)."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_name, get_currency_symbol

from app.ui.calendars import month_name, split, weekday_name
from app.ui.digits import grouped, localized
from app.ui.reader import Reader
from app.ui.units import phrase, size_words, unit

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$")


def day(value: date | None, reader: Reader, now: datetime, *, short: bool = False) -> str:
    """"Wed 25 November", with the year if it is not this one."""
    if value is None:
        return ""
    on = _date(value, reader)
    counted, today = split(on, reader.calendar), split(_date(now, reader), reader.calendar)
    year = f" {counted.year}" if counted.year != today.year else ""
    name = month_name(counted.month, counted.calendar, reader.language, short)
    return localized(f"{weekday_name(on, reader.language, True)} {counted.day} {name}{year}", reader.language)


def full_day(value: date, reader: Reader, now: datetime) -> str:
    """"Tuesday 24 November 2026"."""
    on = _date(value, reader)
    counted = split(on, reader.calendar)
    name = month_name(counted.month, counted.calendar, reader.language)
    return localized(f"{weekday_name(on, reader.language)} {counted.day} {name} {counted.year}", reader.language)


def clock(value: datetime | None, reader: Reader, now: datetime) -> str:
    """"16:00" in the reader's zone."""
    return localized(f"{_local(value, reader):%H:%M}", reader.language) if value else ""


def moment(value: datetime | None, reader: Reader, now: datetime) -> str:
    """"today 16:00" near now, else "Wed 25 Nov, 16:00"."""
    if value is None:
        return ""
    near = _near(value, reader, now)
    if near:
        return f"{near} {clock(value, reader, now)}"
    return day(value, reader, now, short=True) + phrase("comma", reader.language) + clock(value, reader, now)


def due(value: datetime | None, reader: Reader, now: datetime) -> str:
    """Short for columns: the hour if it is today, the weekday within six days, else the day."""
    if value is None:
        return ""
    distance = (_date(value, reader) - _date(now, reader)).days
    if distance == 0:
        return clock(value, reader, now)
    if 0 < distance < 7:
        return weekday_name(_date(value, reader), reader.language, True)
    return day(value, reader, now, short=True)


def ago(value: datetime | None, reader: Reader, now: datetime) -> str:
    """"3 h ago", "in 2 d"; after thirty days the day itself."""
    if value is None:
        return ""
    seconds = (now - value).total_seconds()
    if abs(seconds) < _MINUTE:
        return phrase("just_now", reader.language)
    if abs(seconds) > 30 * _DAY:
        return day(value, reader, now)
    return phrase("ago" if seconds > 0 else "ahead", reader.language, _rough(abs(seconds), reader.language))


def left(value: datetime | timedelta | None, reader: Reader, now: datetime) -> str:
    """"1 h 10 min left" or "1 h over", of a due moment or of a remaining time."""
    if value is None:
        return ""
    remaining = value if isinstance(value, timedelta) else value - now
    seconds = remaining.total_seconds()
    words = _exact(abs(seconds), reader.language) if seconds >= 0 else _rough(-seconds, reader.language)
    return phrase("left" if seconds >= 0 else "over", reader.language, words)


def span(value: timedelta | str | float | None, reader: Reader, now: datetime, *, working: bool = False) -> str:
    """"3 working days", "4 h", of an ISO 8601 duration, a timedelta or seconds."""
    if value in (None, ""):
        return ""
    seconds = _seconds(value)
    days = seconds / _DAY
    if days >= 1 and days == int(days):
        return unit("working_day" if working else "whole_day", int(days), reader.language)
    if working and seconds >= _HOUR and seconds % _HOUR == 0:
        return unit("working_hour", int(seconds // _HOUR), reader.language)
    return _exact(seconds, reader.language)


def money(value: object, reader: Reader, now: datetime, currency: str = "EUR") -> str:
    """"€ 6,480"; in Persian and Arabic the currency's name follows. Also takes {"amount": ..., "currency": ...}."""
    if isinstance(value, dict):
        value, currency = value.get("amount"), value.get("currency") or currency
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return "" if value is None else str(value)
    figure = grouped(amount, reader.language, 0 if amount == amount.to_integral_value() else 2)
    if reader.language == "en":
        return f"{get_currency_symbol(currency, locale=reader.locale)} {figure}"
    return f"{figure} {get_currency_name(currency, locale=reader.locale)}"


def number(value: object, reader: Reader, now: datetime) -> str:
    """Thousands grouped, at most two places."""
    if value is None:
        return ""
    amount = Decimal(str(value))
    text = f"{amount:.2f}".rstrip("0").rstrip(".")
    return grouped(amount, reader.language, len(text.partition(".")[2]))


def size(value: int | None, reader: Reader, now: datetime) -> str:
    """"240 KB", "1.1 MB"."""
    if value is None:
        return ""
    words, at, amount = size_words(reader.language), 0, float(value)
    while amount >= 1000 and at < len(words) - 1:
        amount, at = amount / 1000, at + 1
    places = 1 if at > 1 and amount < 100 else 0
    return f"{grouped(amount, reader.language, places)} {words[at]}"


def digits(value: object, reader: Reader, now: datetime) -> str:
    """The digits of a text in the reader's script; for figures in sentences, never for codes."""
    return localized(value, reader.language)


def _near(value: datetime, reader: Reader, now: datetime) -> str:
    distance = (_date(value, reader) - _date(now, reader)).days
    name = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(distance)
    return phrase(name, reader.language) if name else ""


def _local(value: datetime, reader: Reader) -> datetime:
    return value.astimezone(ZoneInfo(reader.zone))


def _date(value: date, reader: Reader) -> date:
    return _local(value, reader).date() if isinstance(value, datetime) else value


def _seconds(value: timedelta | str | float) -> float:
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, str):
        found = _DURATION.match(value)
        if not found:
            raise ValueError(f"{value!r} is not a duration of weeks, days, hours, minutes and seconds")
        of_parts = (7 * _DAY, _DAY, _HOUR, _MINUTE, 1)
        return sum(int(part or 0) * of for part, of in zip(found.groups(), of_parts, strict=True))
    return value


def _rough(seconds: float, language: str) -> str:
    """The largest unit only."""
    for name, of in (("day", _DAY), ("hour", _HOUR), ("minute", _MINUTE)):
        if seconds >= of:
            return unit(name, int(seconds // of), language)
    return phrase("less", language)


def _exact(seconds: float, language: str) -> str:
    """The two largest units."""
    minutes = int(seconds // _MINUTE)
    parts = (("day", minutes // 1440), ("hour", minutes % 1440 // 60), ("minute", minutes % 60))
    shown = [(name, n) for name, n in parts if n]
    if not shown:
        return phrase("less", language)
    if shown[0][0] == "day":
        shown = [pair for pair in shown if pair[0] != "minute"]
    return phrase("and", language).join(unit(name, n, language) for name, n in shown)
