"""Dates as people write them, in the Gregorian, Jalali and Hijri (Umm al-Qura) calendars; kept as ISO Gregorian."""

import re
from datetime import date, time
from functools import lru_cache

import jdatetime
from hijridate import Gregorian, Hijri

from app.forms.digits import latin, localised
from app.forms.month_names import MONTHS, OTHER_SPELLINGS, months, weekdays

_NUMERIC = re.compile(r"(\d{1,4})\s*[-/.،٫]\s*(\d{1,2})\s*[-/.،٫]\s*(\d{1,4})")
_HALVES = r"(am|pm|a\.m\.|p\.m\.|ق\.?ظ\.?|ب\.?ظ\.?|ص|م)?"
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.٫]\s*(\d{2}))?(?:[:.]\d{2}(?:\.\d+)?)?\s*" + _HALVES)
_AFTERNOON = ("pm", "p.m.", "بظ", "ب.ظ", "ب.ظ.", "م")
_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c'’ʻ‘]")
_LETTERS = str.maketrans("يىكأإآٱؤة", "ییکااااوه")


def read_date(text: str, calendar: str = "gregorian") -> date | None:
    """The date a person wrote in their calendar, or None.

    Read are "29 November 2026", "Sun 29 Nov 2026", "2026-11-29", "29/11/2026", also in Persian and Arabic.
    A year above 1700 is Gregorian whatever the reader's calendar.
    """
    text = latin(text).strip()
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _from_numbers(*(int(part) for part in numeric.groups()), len(numeric[1]), calendar)
    return _from_words(text, calendar)


def read_time(text: str) -> time | None:
    """The time of day a person wrote: "9", "9:30", "21.15", "9:30 pm"."""
    found = _TIME.fullmatch(latin(text).strip().casefold())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def show_date(day: date, calendar: str, language: str) -> str:
    """The date in words, as `read_date` reads it back: "Sun 29 November 2026", "یکشنبه ۸ آذر ۱۴۰۵"."""
    calendar, (year, month, number) = in_calendar(day, calendar)
    words = (weekdays(language)[day.weekday()], str(number), months(calendar, language)[month - 1], str(year))
    return localised(" ".join(words), language)


def in_calendar(day: date, calendar: str) -> tuple[str, tuple[int, int, int]]:
    """(calendar, (year, month, day)); Gregorian where the calendar's tables end."""
    try:
        if calendar == "jalali":
            there = jdatetime.date.fromgregorian(date=day)
            return calendar, (there.year, there.month, there.day)
        if calendar == "hijri":
            return calendar, Gregorian.fromdate(day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        pass
    return "gregorian", (day.year, day.month, day.day)


def _from_numbers(first: int, month: int, last: int, digits: int, calendar: str) -> date | None:
    year, day = (first, last) if digits > 2 else (last, first)
    return _made(year, month, day, calendar)


def _from_words(text: str, calendar: str) -> date | None:
    """Day, month name and year in any order; weekdays and other words are passed over."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if len(numbers) != 2:
        return None
    day, year = sorted(numbers)
    words = _folded(re.sub(r"[\d,،.]+", " ", text))
    for name_of in dict.fromkeys((calendar, "gregorian")):
        month = _month_in(words, name_of)
        if month:
            return _made(year, month, day, name_of)
    return None


def _month_in(words: str, calendar: str) -> int | None:
    """The month whose name stands in the text; the longest name wins, then the first three letters do."""
    for name, month in _names(calendar):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words):
            return month
    for name, month in _names(calendar):
        if name.isascii() and re.search(rf"(?<!\w){re.escape(name[:3])}\w?(?!\w)", words):
            return month
    return None


@lru_cache(maxsize=8)
def _names(calendar: str) -> list[tuple[str, int]]:
    names = {_folded(name): month for name, month in OTHER_SPELLINGS.get(calendar, {}).items()}
    for language in MONTHS.get(calendar, {}).values():
        names.update({_folded(name): month for month, name in enumerate(language, 1)})
    return sorted(names.items(), key=lambda entry: -len(entry[0]))


def _folded(text: str) -> str:
    return " ".join(_MARKS.sub("", text).translate(_LETTERS).casefold().split())


def _made(year: int, month: int, day: int, calendar: str) -> date | None:
    try:
        if year > 1700 or calendar == "gregorian":
            return date(year, month, day) if year > 1700 else None
        if calendar == "jalali":
            return jdatetime.date(year, month, day).togregorian()
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None
