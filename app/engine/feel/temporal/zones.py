"""Offsets from UTC: written as +hh:mm, or by the name of a place."""
import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

FURTHEST = 18 * 3600
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)(?::(\d\d))?")


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo | None:
    """The named zone, or None if nobody knows it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def offset_of(text: str) -> int | None:
    """Seconds east of UTC for `Z` or `+hh:mm[:ss]`; None if it is not an offset."""
    if text in ("Z", "z"):
        return 0
    match = _OFFSET.fullmatch(text)
    if not match:
        return None
    sign, hours, minutes, seconds = match.groups()
    total = int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)
    if int(minutes) > 59 or int(seconds or 0) > 59 or total > FURTHEST:
        return None
    return -total if sign == "-" else total


def offset_text(seconds: int) -> str:
    if seconds == 0:
        return "Z"
    rest = abs(seconds)
    text = f"{'-' if seconds < 0 else '+'}{rest // 3600:02}:{rest % 3600 // 60:02}"
    return f"{text}:{rest % 60:02}" if rest % 60 else text


def zone_offset(name: str, year: int, month: int, day: int, second: int) -> int:
    """Seconds east of UTC in that place on that day; years beyond the tables take their twin's of 400 years."""
    local = _within_tables(year, month, day, second)
    return round(zone_of(name).utcoffset(local).total_seconds())


def zone_offset_at_utc(name: str, year: int, month: int, day: int, second: int) -> int:
    """The same for a moment told in UTC: no clock change makes it doubtful."""
    moment = _within_tables(year, month, day, second).replace(tzinfo=UTC).astimezone(zone_of(name))
    return round(moment.utcoffset().total_seconds())


def _within_tables(year: int, month: int, day: int, second: int) -> datetime:
    if not 1 < year < 9999:
        year = 2000 + year % 400
    return datetime(year, month, day, second // 3600, second % 3600 // 60, second % 60)
