"""Calendar files: what is refused, what builds on what."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.base import NotASpan, Span
from app.clocks import CalendarBroken, calendar, due, parse_duration, working_calendar
from app.clocks.shipped import read_calendar


class Promise:
    def __init__(self, time, calendar="working"):
        self.time_for, self.calendar_for = (lambda answers: time), (lambda answers: calendar)


START = datetime(2026, 11, 21, 6, tzinfo=UTC)


def test_an_unknown_calendar_is_refused_by_name():
    with pytest.raises(CalendarBroken, match="'mars'.*always"):
        calendar("mars")


@pytest.mark.parametrize("week", [
    {}, {"monday": ["10:00-09:00"]}, {"monday": ["08:00-12:00", "11:00-13:00"]}, {"someday": ["08:00-12:00"]},
])
def test_hours_that_make_no_sense_are_refused(week):
    with pytest.raises(CalendarBroken):
        read_calendar("odd", {"week": week}, "UTC")


def test_a_holiday_must_name_its_day():
    with pytest.raises(CalendarBroken, match="named by"):
        read_calendar("odd", {"week": {"monday": ["08:00-12:00"]}, "holidays": [{"names": {}}]}, "UTC")


def test_thursday_mornings_build_on_the_iranian_week():
    basis, more = calendar("iran"), calendar("iran-thursday")
    assert more.week[5] == basis.week[5]
    assert more.week[3] and not basis.week[3]
    assert more.holiday(date(2026, 3, 21)) == basis.holiday(date(2026, 3, 21))


def test_a_promise_in_working_time_counts_by_the_hours_of_the_site():
    assert due(START, Promise("PT9H"), hours="iran", zone="Asia/Tehran") == datetime(2026, 11, 22, 7, tzinfo=UTC)


def test_a_promise_may_name_its_own_calendar():
    around_the_clock = Promise("PT9H", "always")
    assert due(START, around_the_clock, hours="iran", zone="Asia/Tehran") == datetime(2026, 11, 21, 15, tzinfo=UTC)


def test_a_promise_whose_time_is_not_known_yet_has_no_due_moment():
    assert due(START, Promise(None), hours="iran", zone="Asia/Tehran") is None


def test_a_person_without_a_site_works_monday_to_friday():
    assert working_calendar(None, None) is calendar("monday-friday", "UTC")


def test_a_duration_outside_working_time_has_days_of_24_hours():
    assert parse_duration("P1DT2H") == timedelta(hours=26)


@pytest.mark.parametrize(("text", "amount"), [
    ("P3D", (3, "days")), ("PT4H", (4, "hours")), ("PT90M", (90, "minutes")), ("P1W", (7, "days")),
    ("P1DT4H", (28, "hours")),
])
def test_a_span_is_said_in_its_largest_whole_unit(text, amount):
    assert Span.read(text).amount == amount


@pytest.mark.parametrize("text", ["", "P", "3 days", "P1M", "PT"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(NotASpan):
        Span.read(text)
