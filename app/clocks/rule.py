"""Rules that name days of a year: fixed Gregorian, Jalali and Hijri dates, or one date written out."""

from dataclasses import dataclass
from datetime import date, timedelta

import jdatetime
from hijridate import Hijri

# A lunar month begins with the new moon as it is declared: the computed day may be one off.
LUNAR = "hijri"
# The years whose lunar months are known in advance.
LUNAR_YEARS = range(1925, 2077)
SYSTEMS = ("date", "gregorian", "jalali", LUNAR)


@dataclass(frozen=True)
class Day:
    """A day by its name in one calendar system: `month` and `day`, every year; or `once` on a date."""

    system: str
    month: int = 0
    day: int = 0
    once: date | None = None

    def within(self, year: int) -> list[date]:
        """The Gregorian dates of this day in the Gregorian `year` (a Hijri day may come twice or not at all)."""
        if self.once:
            return [self.once] if self.once.year == year else []
        return [found for found in _NAMED[self.system](year, self.month, self.day) if found.year == year]


@dataclass(frozen=True)
class Holiday:
    """Days off: `days` in a row from `day` on. `confirm` says that the authorities may still move it."""

    day: Day
    days: int
    names: dict
    confirm: bool

    def within(self, year: int) -> list[date]:
        starts = [*self.day.within(year - 1)[-1:], *self.day.within(year)]
        every = [start + timedelta(days=more) for start in starts for more in range(self.days)]
        return [found for found in every if found.year == year]


def _gregorian(year, month, day):
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def _jalali(year, month, day):
    return [_from_jalali(jalali, month, day) for jalali in (year - 622, year - 621) if _exists(jalali, month, day)]


def _from_jalali(year, month, day):
    return jdatetime.date(year, month, day).togregorian()


def _exists(year, month, day):
    return day <= 29 or month < 12 or jdatetime.date(year, 1, 1).isleap()


def _hijri(year, month, day):
    if year not in LUNAR_YEARS:
        return []
    first = int((year - 622) * 33 / 32)
    return [_from_hijri(hijri, month, day) for hijri in range(first - 1, first + 3)]


def _from_hijri(year, month, day):
    # Day 30 of a month that has 29 means its last day.
    length = Hijri(year, month, 1).month_length()
    return date(*Hijri(year, month, min(day, length)).to_gregorian().datetuple())


_NAMED = {"gregorian": _gregorian, "jalali": _jalali, LUNAR: _hijri}
