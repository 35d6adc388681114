"""When a promise falls due, and by which calendar it counts."""

from datetime import datetime, timedelta

from app.base import Span
from app.clocks.shipped import calendar
from app.clocks.working import WorkingCalendar

SITES_OWN = (None, "", "working")


def working_calendar(hours: str | None, zone: str | None) -> WorkingCalendar:
    """The calendar of a site: the key of its hours, and its time zone."""
    return calendar(hours or "monday-friday", zone or "UTC")


def due(
    start: datetime, promise, *, hours: str | None, zone: str | None, answers: dict | None = None
) -> datetime | None:
    """When `promise` (its time may depend on the answers) falls due, in UTC; None as long as its time is not known.

    `hours` and `zone` are those of the site for which is asked; a promise may name another calendar, such as "always".
    """
    time = promise.time_for(answers or {})
    if time is None:
        return None
    named = promise.calendar_for(answers or {})
    return working_calendar(hours if named in SITES_OWN else named, zone).add(start, time)


def parse_duration(text: str) -> timedelta:
    """An ISO 8601 duration as ordinary time: P1D is 24 hours. Raises NotASpan."""
    return Span.read(text).plain
