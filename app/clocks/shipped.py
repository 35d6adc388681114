"""The calendars that ship with the product, read from calendars/*.yaml."""

from datetime import date, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from app.clocks.rule import LUNAR, SYSTEMS, Day, Holiday
from app.clocks.working import Change, Hours, WorkingCalendar

FOLDER = Path(__file__).parent / "calendars"
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class CalendarBroken(ValueError):
    """A working calendar's file cannot be used."""


def shipped() -> list[str]:
    """The keys of all shipped calendars."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


@cache
def calendar(key: str, zone: str = "UTC") -> WorkingCalendar:
    """The shipped calendar of this key, its hours being those of `zone`."""
    path = FOLDER / f"{key}.yaml"
    if key not in shipped():
        raise CalendarBroken(f"There is no working calendar {key!r}; there are {', '.join(shipped())}.")
    return read_calendar(key, yaml.safe_load(path.read_text("utf-8")), zone)


def read_calendar(key: str, data: dict, zone: str) -> WorkingCalendar:
    """A calendar from its yaml: names, based_on, week, holidays, changes."""
    basis = calendar(data["based_on"], zone) if data.get("based_on") else None
    week = _week(data.get("week", {}), basis.week if basis else ((),) * 7)
    if not any(week):
        raise CalendarBroken(f"The working calendar {key!r} has no open hours.")
    return WorkingCalendar(
        key, data.get("names", {}), ZoneInfo(zone), week,
        (*(basis.holidays if basis else ()), *(_holiday(entry) for entry in data.get("holidays", ()))),
        (*(basis.changes if basis else ()), *(_change(entry, week) for entry in data.get("changes", ()))),
    )


def _week(data: dict, basis: tuple[Hours, ...]) -> tuple[Hours, ...]:
    unknown = set(data) - {*WEEK, "days"}
    if unknown:
        raise CalendarBroken(f"Not days of the week: {', '.join(sorted(unknown))}.")
    return tuple(_hours(data[name]) if name in data else basis[at] for at, name in enumerate(WEEK))


def _hours(texts: list[str]) -> Hours:
    """`["08:00-12:00", "12:30-16:00"]`; what lies between is the break."""
    hours = tuple(tuple(_time(part) for part in text.split("-")) for text in texts)
    ends = [(first, last or time.max) for first, last in hours]
    in_order = all(a < b for a, b in ends) and all(ends[i][1] <= ends[i + 1][0] for i in range(len(ends) - 1))
    if not in_order:
        raise CalendarBroken(f"Hours must be in order and end on the same day: {', '.join(texts)}.")
    return hours


def _time(text: str) -> time | None:
    return None if text.strip() == "24:00" else time.fromisoformat(text.strip())


def _holiday(entry: dict) -> Holiday:
    day = _day(entry)
    return Holiday(day, entry.get("days", 1), entry["names"], entry.get("confirm", day.system == LUNAR))


def _change(entry: dict, week: tuple[Hours, ...]) -> Change:
    begins, ends = _day(entry["from"]), _day(entry["to"])
    return Change(begins, ends, _week(entry["week"], week), entry["names"], LUNAR in (begins.system, ends.system))


def _day(entry: dict) -> Day:
    system = next((name for name in SYSTEMS if name in entry), None)
    if system is None:
        raise CalendarBroken(f"A day is named by one of {', '.join(SYSTEMS)}: {entry}.")
    if system == "date":
        return Day(system, once=date.fromisoformat(str(entry[system])))
    month, day = (int(part) for part in str(entry[system]).split("/"))
    return Day(system, month, day)
