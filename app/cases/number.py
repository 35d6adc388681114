"""Readable numbers: INC-1405-000123, one row of numbers per prefix and year."""

import re
from functools import cache
from zoneinfo import ZoneInfo

import jdatetime
from hijridate import Gregorian
from sqlalchemy import String, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, db, latin_digits
from app.base.writing import carry_out

PREFIXES = {"incident": "INC", "change": "CHG", "problem": "PRB", "release": "REL"}
_PARTS = re.compile(r"^\s*(?:([A-Za-z]{2,4})[-\s]?)?(?:(\d{4})-)?0*(\d{1,9})\s*$")


class Numbering(Model):
    prefix: Mapped[str] = mapped_column(String(8), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


def next_number(prefix: str, year: int) -> str:
    """The next number of this prefix and year; a rolled back opening leaves a gap, never a double."""
    count = carry_out(_count(db.engine.dialect.name), {"prefix": prefix, "year": year}).scalar_one()
    return f"{prefix}-{year}-{count:06d}"


@cache
def _count(dialect: str):
    """The statement that counts one up, or begins at one."""
    table = Numbering.__table__
    insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    first = insert.values(prefix=bindparam("prefix"), year=bindparam("year"), last=1)
    keys = ["prefix", "year"]
    return first.on_conflict_do_update(index_elements=keys, set_={"last": table.c.last + 1}).returning(table.c.last)


def number_pattern(words: str) -> str | None:
    """What a person typed ("123", "REQ123", "۱۲۳") as a LIKE pattern over numbers; None when it is no number."""
    parts = _PARTS.match(latin_digits(words))
    if not parts:
        return None
    prefix, year, count = parts.groups()
    return f"{(prefix or '%').upper()}-{year or '%'}-{int(count):06d}"


def year_of(now, organisation) -> int:
    """The year in numbers, by the organisation's calendar and zone: 1405, 1448 or 2026."""
    day = now.astimezone(ZoneInfo(organisation.zone)).date()
    if organisation.calendar == "jalali":
        return jdatetime.date.fromgregorian(date=day).year
    if organisation.calendar == "hijri":
        return Gregorian.fromdate(day).to_hijri().year
    return day.year
