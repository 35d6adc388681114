"""Working time: promises counted over weekends, holidays, breaks, changed hours and changing clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.clocks import NeverOpen, calendar, shipped
from app.clocks.shipped import read_calendar

TEHRAN = calendar("iran", "Asia/Tehran")
CAIRO = calendar("egypt", "Africa/Cairo")
MILAN = calendar("monday-friday", "Europe/Rome")
ALWAYS = calendar("always", "Europe/Rome")
BREAK = read_calendar("break", {
    "week": {day: ["08:00-12:00", "12:30-16:30"] for day in ("monday", "tuesday", "wednesday")},
    "changes": [{"names": {"en": "Summer"}, "from": {"date": "2026-07-06"}, "to": {"date": "2026-07-12"},
                 "week": {"monday": ["07:00-13:00"], "tuesday": [], "wednesday": ["07:00-13:00"]}}],
}, "Europe/Rome")

calendars = st.sampled_from([TEHRAN, CAIRO, MILAN, ALWAYS, BREAK, calendar("iran-thursday", "America/St_Johns")])
moments = st.datetimes(datetime(2023, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC))
spans = st.timedeltas(timedelta(microseconds=1), timedelta(days=20))


def at(zone, *parts):
    return datetime(*parts, tzinfo=ZoneInfo(zone))


@given(calendars, moments, spans)
def test_adding_and_then_measuring_gives_the_span_back(hours, start, span):
    assert hours.between(start, hours.add(start, span)) == span


@given(calendars, moments, moments, moments)
def test_measured_time_is_additive_whatever_the_order(hours, a, b, c):
    assert hours.between(a, b) + hours.between(b, c) == hours.between(a, c)


@given(calendars, moments, spans, spans)
def test_a_longer_promise_is_never_due_earlier(hours, start, span, more):
    assert hours.add(start, span) <= hours.add(start, span + more)


@given(calendars, moments, st.integers(1, 12), st.integers(1, 12))
def test_working_days_can_be_counted_in_two_goes(hours, start, first, second):
    at_once = hours.add(start, f"P{first + second}D")
    in_two = hours.add(hours.add(start, f"P{first}D"), f"P{second}D")
    assert abs(hours.between(in_two, at_once)) < timedelta(milliseconds=1)


@given(calendars, moments, spans)
def test_the_explanation_adds_up_to_the_span(hours, start, span):
    stretches = hours.explain(start, span)
    assert sum((stretch.counts for stretch in stretches), timedelta()) == span
    assert stretches[-1].ends == hours.add(start, span)


@given(calendars, moments, spans)
def test_a_due_moment_is_open_or_the_end_of_open_time(hours, start, span):
    due = hours.add(start, span)
    assert hours.is_open(due - timedelta(microseconds=1))


def test_thursday_afternoon_in_tehran_counts_from_saturday():
    thursday = at("Asia/Tehran", 2026, 11, 19, 15, 30)
    assert TEHRAN.add(thursday, "PT8H") == at("Asia/Tehran", 2026, 11, 21, 16)


def test_three_working_days_end_at_the_same_part_of_the_day():
    assert TEHRAN.add(at("Asia/Tehran", 2026, 11, 25, 10), "P3D") == at("Asia/Tehran", 2026, 11, 30, 10)


def test_a_working_day_from_the_opening_ends_at_the_closing():
    assert MILAN.add(at("Europe/Rome", 2026, 11, 20, 18), "P1D") == at("Europe/Rome", 2026, 11, 23, 17)


def test_days_and_hours_together():
    assert MILAN.add(at("Europe/Rome", 2026, 11, 19, 10), "P1DT8H") == at("Europe/Rome", 2026, 11, 23, 10)


def test_the_lunch_break_does_not_count():
    eleven, one = at("Europe/Rome", 2026, 11, 23, 11), at("Europe/Rome", 2026, 11, 23, 13)
    assert BREAK.between(eleven, one) == timedelta(hours=1.5)


def test_changed_hours_hold_only_between_their_dates():
    monday, later = at("Europe/Rome", 2026, 7, 6, 6), at("Europe/Rome", 2026, 7, 13, 6)
    assert BREAK.add(monday, "PT7H") == at("Europe/Rome", 2026, 7, 8, 8)
    assert BREAK.add(later, "PT7H") == at("Europe/Rome", 2026, 7, 13, 15, 30)


def test_ramadan_has_shorter_days_and_a_working_day_stays_a_working_day():
    start = at("Africa/Cairo", 2026, 2, 22, 9)
    assert CAIRO.add(start, "P2D") == at("Africa/Cairo", 2026, 2, 23, 15)
    assert CAIRO.add(start, "PT8H") == at("Africa/Cairo", 2026, 2, 23, 11)


def test_nowruz_is_off_in_tehran_and_named_in_the_explanation():
    stretches = TEHRAN.explain(at("Asia/Tehran", 2026, 3, 18, 15), "PT2H")
    off = {stretch.day: stretch.names["en"] for stretch in stretches if stretch.reason == "holiday"}
    assert off[date(2026, 3, 21)] == "Nowruz"
    assert TEHRAN.holiday(date(2026, 3, 24)) == ({"en": "Nowruz", "fa": "نوروز", "ar": "النوروز"}, False)


def test_lunar_holidays_ask_to_be_confirmed_and_can_be_moved():
    first = date(2026, 3, 20)
    names, confirm = CAIRO.holiday(first)
    assert (names["en"], confirm) == ("Eid al-Fitr", True)
    moved = CAIRO.declared(closed={date(2026, 3, 23): names}, opened=frozenset({first}))
    assert moved.holiday(first) is None
    assert moved.holiday(date(2026, 3, 23)) == (names, False)


def test_a_day_in_spring_has_only_23_hours_around_the_clock():
    start = at("Europe/Rome", 2026, 3, 28, 12)
    assert ALWAYS.between(start, at("Europe/Rome", 2026, 3, 29, 12)) == timedelta(hours=23)
    assert ALWAYS.add(start, "PT24H") == at("Europe/Rome", 2026, 3, 29, 13)


def test_the_end_of_cairo_summer_time_does_not_move_the_opening():
    thursday = at("Africa/Cairo", 2026, 10, 29, 15)
    assert CAIRO.add(thursday, "PT2H") == at("Africa/Cairo", 2026, 11, 1, 9)


def test_no_promise_is_due_where_nobody_ever_works():
    shut = calendar("always").declared(closed={date(2026, 1, 1) + timedelta(days=n): {} for n in range(5000)})
    with pytest.raises(NeverOpen):
        shut.add(datetime(2026, 1, 1, tzinfo=UTC), "PT1H")


@given(moments, st.sampled_from(shipped()))
def test_every_shipped_calendar_can_be_read_and_speaks_three_languages(start, key):
    hours = calendar(key, "Asia/Tehran")
    assume(key != "always")
    assert set(hours.names) == {"en", "fa", "ar"}
    assert all(set(rule.names) == {"en", "fa", "ar"} for rule in (*hours.holidays, *hours.changes))
    assert hours.add(start, "P1D") > start
