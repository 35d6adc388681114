from datetime import UTC, datetime, timedelta

import pytest

from app.ui import Reader, formats

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
OMAR = Reader(zone="Asia/Tehran")
SARA = Reader("fa", "jalali", "Asia/Tehran")
MONA = Reader("ar", "hijri", "Africa/Cairo")


def shown(name, value, reader=OMAR, **options):
    return getattr(formats, name)(value, reader, NOW, **options)


def test_a_day_names_the_year_only_when_it_is_another_one():
    assert shown("day", NOW + timedelta(days=1)) == "Wed 25 November"
    assert shown("day", NOW + timedelta(days=100)) == "Thu 4 March 2027"


def test_the_same_day_in_three_calendars_and_scripts():
    assert shown("full_day", NOW) == "Tuesday 24 November 2026"
    assert shown("full_day", NOW, SARA) == "سه‌شنبه ۳ آذر ۱۴۰۵"
    assert shown("full_day", NOW, MONA) == "الثلاثاء ١٤ جمادى الآخرة ١٤٤٨"


def test_the_day_is_the_readers_day():
    late = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
    assert shown("day", late) == "Wed 25 November"
    assert shown("day", late, Reader(zone="Europe/Rome")) == "Tue 24 November"


def test_moments_near_now_are_said_in_words():
    assert shown("moment", NOW + timedelta(hours=1)) == "today 15:00"
    assert shown("moment", NOW + timedelta(days=1)) == "tomorrow 14:00"
    assert shown("moment", NOW + timedelta(days=3)) == "Fri 27 Nov, 14:00"
    assert shown("moment", NOW - timedelta(days=1), SARA) == "دیروز ۱۴:۰۰"


def test_due_moments_are_short():
    assert shown("due", NOW + timedelta(hours=1)) == "15:00"
    assert shown("due", NOW + timedelta(days=3)) == "Fri"
    assert shown("due", NOW + timedelta(days=9)) == "Thu 3 Dec"


@pytest.mark.parametrize(("back", "en", "fa", "ar"), [
    (timedelta(seconds=20), "just now", "همین حالا", "الآن"),
    (timedelta(minutes=5), "5 min ago", "۵ دقیقه پیش", "قبل ٥ دقائق"),
    (timedelta(hours=2), "2 h ago", "۲ ساعت پیش", "قبل ساعتان"),
    (timedelta(days=12), "12 d ago", "۱۲ روز پیش", "قبل ١٢ يومًا"),
    (timedelta(days=-2), "in 2 d", "۲ روز دیگر", "بعد يومان"),
])
def test_how_long_ago(back, en, fa, ar):
    assert [shown("ago", NOW - back, reader) for reader in (OMAR, SARA, MONA)] == [en, fa, ar]


def test_long_ago_is_a_day():
    assert shown("ago", NOW - timedelta(days=200)) == "Fri 8 May"


def test_what_is_left_and_what_is_over():
    assert shown("left", NOW + timedelta(minutes=70)) == "1 h 10 min left"
    assert shown("left", NOW - timedelta(minutes=80)) == "1 h over"
    assert shown("left", timedelta(days=2, hours=3, minutes=7)) == "2 d 3 h left"
    assert shown("left", NOW + timedelta(minutes=70), SARA) == "۱ ساعت و ۱۰ دقیقه مانده"


def test_spans_count_working_days_when_told_so():
    assert shown("span", "P3D", working=True) == "3 working days"
    assert shown("span", "P1D", working=True) == "1 working day"
    assert shown("span", "PT4H") == "4 h"
    assert shown("span", "PT8H", SARA, working=True) == "۸ ساعت کاری"
    assert shown("span", "P3D", MONA, working=True) == "٣ أيام عمل"
    assert shown("span", timedelta(minutes=90)) == "1 h 30 min"


def test_a_span_that_is_no_duration_is_refused():
    with pytest.raises(ValueError, match="P1Y"):
        shown("span", "P1Y")


def test_money_stands_as_the_language_writes_it():
    assert shown("money", 6480) == "€ 6,480"
    assert shown("money", "1840.5") == "€ 1,840.50"
    assert shown("money", 6480, SARA) == "۶٬۴۸۰ یورو"
    assert shown("money", {"amount": 12, "currency": "USD"}, Reader("fa")) == "۱۲ دلار آمریکا"
    assert shown("money", "about 2k") == "about 2k"


def test_figures_and_sizes():
    assert shown("number", 1234.5) == "1,234.5"
    assert shown("number", 1234.5, SARA) == "۱٬۲۳۴٫۵"
    assert shown("size", 240_000) == "240 KB"
    assert shown("size", 1_100_000, SARA) == "۱٫۱ مگابایت"
    assert shown("digits", "room 12", MONA) == "room ١٢"


@pytest.mark.parametrize("name", ["day", "clock", "moment", "due", "ago", "left", "span", "number", "size", "money"])
def test_nothing_is_shown_as_nothing(name):
    assert shown(name, None) == ""
