from datetime import date

import jdatetime
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.calendars import Day, join, month_name, split, weekday_name

NOWRUZ = date(2026, 3, 21)


def test_nowruz_is_the_first_of_farvardin():
    assert split(NOWRUZ, "jalali") == Day(1405, 1, 1, "jalali")


def test_a_hijri_day_is_counted_by_the_umm_al_qura_tables():
    assert split(date(2026, 2, 18), "hijri") == Day(1447, 9, 1, "hijri")


def test_days_beyond_the_hijri_tables_are_shown_in_the_gregorian_calendar():
    assert split(date(2100, 1, 1), "hijri").calendar == "gregorian"


@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.sampled_from(["gregorian", "jalali", "hijri"]))
def test_a_day_comes_back_from_every_calendar(day, calendar):
    counted = split(day, calendar)
    assert join(counted.year, counted.month, counted.day, calendar) == day


def test_a_day_that_is_in_no_calendar_is_refused():
    with pytest.raises(ValueError):
        join(1404, 12, 30, "jalali")
    assert jdatetime.date(1403, 12, 30).togregorian() == join(1403, 12, 30, "jalali")


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
@pytest.mark.parametrize("calendar", ["gregorian", "jalali", "hijri"])
def test_every_month_has_its_own_name_in_every_language(language, calendar):
    assert len({month_name(month, calendar, language) for month in range(1, 13)}) == 12


def test_weekdays_are_named_after_the_day():
    assert weekday_name(NOWRUZ, "fa") == "شنبه"
    assert weekday_name(NOWRUZ, "ar") == "السبت"
    assert weekday_name(NOWRUZ, "en", short=True) == "Sat"
