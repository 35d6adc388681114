"""How much time is left, counted as it was promised: in working time where that is what counts."""

from flask_babel import gettext as _

from app import ui
from app.clocks import NeverOpen, working_calendar
from app.ui import formats
from app.ui.units import unit

DAY = 86400
WORKING_DAY = 28800


def promise_left(case) -> str:
    """For the promise of a request."""
    promise = case.offer.promise
    # Only where a priority has a calendar of its own is the run asked which it is.
    known = case.load_run().data if promise and promise.calendars else {}
    return _left(case, case.due_at, promise is not None and promise.calendar_for(known) != "always")


def task_left(task) -> str:
    """For the due moment of an open task; the case remembers which time counts for it."""
    entry = task.case.open.get("steps", {}).get(task.step) or {}
    return _left(task.case, task.due_at, entry.get("working", False))


def _left(case, due, working: bool) -> str:
    now, reader = ui.now(), ui.reader()
    if not working or due <= now:
        return formats.left(due, reader, now)
    hours = working_calendar(case.facts.get("hours"), case.facts.get("zone"))
    try:
        remaining = hours.between(now, due)
    except NeverOpen:
        return formats.left(due, reader, now)
    seconds = remaining.total_seconds()
    if seconds >= DAY:
        return _("%(time)s left", time=unit("working_day", int(seconds // _day_of(hours, due)), reader.language))
    return _("%(time)s of working time left", time=formats.span(remaining, reader, now))


def _day_of(hours, due) -> float:
    """How long the working day is on which it is due: a working day is no day of 24 hours."""
    open = hours.open_on(due.astimezone(hours.zone).date())
    return sum((end - start).total_seconds() for start, end in open) or WORKING_DAY
