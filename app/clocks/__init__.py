"""Working time: calendars with hours, holidays and dated changes; when a promise is due, and why then."""

from app.clocks.promised import due, parse_duration, working_calendar
from app.clocks.shipped import CalendarBroken, calendar, shipped
from app.clocks.working import NeverOpen, Stretch, WorkingCalendar

__all__ = [
    "CalendarBroken", "NeverOpen", "Stretch", "WorkingCalendar", "calendar", "due", "parse_duration", "shipped",
    "working_calendar",
]
