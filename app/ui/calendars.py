"""Days in three calendars and three languages; pure."""

from dataclasses import dataclass
from datetime import date

import jdatetime
from babel.dates import get_day_names, get_month_names
from hijridate import Gregorian, Hijri

_JALALI = {
    "en": [
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    ],
    "fa": ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
    "ar": ["فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"],
}
_HIJRI = {
    "en": (
        "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
        "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
    ),
    "fa": (
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه",
    ),
    "ar": (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
}
_LOCALES = {"en": "en_GB", "fa": "fa_IR", "ar": "ar_EG"}


@dataclass(frozen=True)
class Day:
    """A day as one calendar counts it."""

    year: int
    month: int
    day: int
    calendar: str


def split(day: date, calendar: str) -> Day:
    """The day in the calendar; Gregorian where the Hijri tables (1343-1500) do not reach."""
    if calendar == "jalali":
        counted = jdatetime.date.fromgregorian(date=day)
        return Day(counted.year, counted.month, counted.day, "jalali")
    if calendar == "hijri" and date(1924, 8, 1) <= day <= date(2077, 11, 16):
        counted = Gregorian.fromdate(day).to_hijri()
        return Day(counted.year, counted.month, counted.day, "hijri")
    return Day(day.year, day.month, day.day, "gregorian")


def join(year: int, month: int, day: int, calendar: str) -> date:
    """The Gregorian date of a day counted in the calendar; raises ValueError or OverflowError if there is none."""
    if calendar == "jalali":
        return jdatetime.date(year, month, day).togregorian()
    if calendar == "hijri":
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    return date(year, month, day)


def month_name(month: int, calendar: str, language: str, short: bool = False) -> str:
    if calendar == "jalali":
        return _JALALI[language][month - 1]
    if calendar == "hijri":
        return _HIJRI[language][month - 1]
    width = "abbreviated" if short and language == "en" else "wide"
    return "Sep" if (width, month) == ("abbreviated", 9) else get_month_names(width, locale=_LOCALES[language])[month]


def weekday_name(day: date, language: str, short: bool = False) -> str:
    width = "abbreviated" if short and language == "en" else "wide"
    return get_day_names(width, locale=_LOCALES[language])[day.weekday()]
