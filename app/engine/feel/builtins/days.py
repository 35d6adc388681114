"""Functions of dates (DMN 10.3.4.7) and `is` (10.3.4.6)."""
from decimal import Decimal
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.run import Run
from app.engine.feel.temporal import Date, DateTime, Time
from app.engine.feel.temporal.days import month_length

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)


@function("day of year(date: date|date and time)")
def day_of_year(run: Run, date: Any) -> Decimal:
    return Decimal(_day(date).day_of_year)


@function("day of week(date: date|date and time)")
def day_of_week(run: Run, date: Any) -> str:
    return DAYS[_day(date).weekday - 1]


@function("month of year(date: date|date and time)")
def month_of_year(run: Run, date: Any) -> str:
    return MONTHS[date.month - 1]


@function("week of year(date: date|date and time)")
def week_of_year(run: Run, date: Any) -> Any:
    try:
        return Decimal(_day(date).week)
    except ValueError:
        return run.warn("The week reaches beyond the calendar.")


@function("last day of month(date: date|date and time)")
def last_day_of_month(run: Run, date: Any) -> Date:
    return Date(date.year, date.month, month_length(date.year, date.month))


@function("is(value1: any?, value2: any?)")
def the_same(run: Run, value1: Any, value2: Any) -> bool:
    """Not only equal but written alike: 12:00Z is not 13:00+01:00."""
    if type(value1) is not type(value2):
        return False
    if isinstance(value1, (Time, DateTime)):
        return _written(value1) == _written(value2)
    return value1 == value2


def _day(value: Any) -> Date:
    return value.date if isinstance(value, DateTime) else value


def _written(value: Any) -> tuple:
    clock = value.time if isinstance(value, DateTime) else value
    day = value.date if isinstance(value, DateTime) else None
    return day, clock.second_of_day, clock.nano, clock.offset, clock.zone
