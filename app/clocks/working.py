"""The working calendar: hours of the week in a zone, holidays, dated changes; adding and measuring working time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import cached_property
from zoneinfo import ZoneInfo

from app.base import Span
from app.clocks.rule import Day, Holiday

FARTHEST = 366 * 12
"""Days looked ahead before giving up."""

TICK = timedelta(microseconds=1)

Hours = tuple[tuple[time, time | None], ...]
"""Open stretches of a day, in order; an end of None is midnight."""


class NeverOpen(ValueError):
    """This working calendar has no open hours where they are looked for."""


@dataclass(frozen=True)
class Change:
    """Other hours from one day to another, both included, such as those of Ramadan."""

    begins: Day
    ends: Day
    week: tuple[Hours, ...]
    names: dict
    confirm: bool


@dataclass(frozen=True)
class Stretch:
    """One day of an explanation: what of it counts, or why nothing does ("closed" | "holiday")."""

    day: date
    begins: datetime
    ends: datetime
    counts: timedelta
    reason: str
    names: dict
    confirm: bool


@dataclass(frozen=True)
class WorkingCalendar:
    """Pure and shareable. Moments are aware datetimes; answers are in UTC. Monday is the first of `week`."""

    key: str
    names: dict
    zone: ZoneInfo
    week: tuple[Hours, ...]
    holidays: tuple[Holiday, ...] = ()
    changes: tuple[Change, ...] = ()
    closed: Mapping[date, dict] = field(default_factory=dict)
    """Days off declared one by one, with their names."""
    opened: frozenset[date] = frozenset()
    """Computed holidays that were declared to be working days after all."""

    def add(self, start: datetime, span: str | timedelta | Span) -> datetime:
        """The moment at which `span` of working time has passed since `start`; a day of it is one working day."""
        span = Span.read(span)
        moment = self._add_days(start, span.days) if span.days else start.astimezone(UTC)
        return self._add_time(moment, span.time) if span.time or not span.days else moment

    def between(self, a: datetime, b: datetime) -> timedelta:
        """Working time from `a` to `b`; negative if `b` is earlier."""
        if b < a:
            return -self.between(b, a)
        days = self._days(self._local(a) - timedelta(days=1), self._local(b))
        return sum((_overlap(begins, ends, a, b) for day in days for begins, ends in self.open_on(day)), timedelta())

    def is_open(self, moment: datetime) -> bool:
        return any(begins <= moment < ends for begins, ends in self.open_on(self._local(moment)))

    def explain(self, start: datetime, span: str | timedelta | Span) -> tuple[Stretch, ...]:
        """Day by day, how `span` is used up from `start` until due."""
        end = self.add(start, span)
        return tuple(self._stretch(day, start, end) for day in self._days(self._local(start), self._local(end)))

    def declared(self, closed: Mapping[date, dict] | None = None, opened: frozenset[date] = frozenset()):
        """This calendar with days closed or opened as the authorities declared them."""
        return replace(self, closed={**self.closed, **(closed or {})}, opened=self.opened | opened)

    def open_on(self, day: date) -> list[tuple[datetime, datetime]]:
        """The open stretches of a local day, as moments in UTC."""
        if self.holiday(day):
            return []
        midnight = day + timedelta(days=1)
        return [
            (self._moment(day, begins), self._moment(day, ends) if ends else self._moment(midnight, time()))
            for begins, ends in self._hours(day)
        ]

    def holiday(self, day: date) -> tuple[dict, bool] | None:
        """(names, to be confirmed) when the day is off."""
        if day in self.opened:
            return None
        if day in self.closed:
            return self.closed[day], False
        return self._year(day.year)[0].get(day)

    def _add_days(self, start: datetime, count: float) -> datetime:
        """Count working days on, keeping the part of the day that had passed."""
        ahead = self._ahead(start)
        day, passed = self._part_passed(start, ahead)
        whole, part = divmod(passed + Fraction(count), 1)
        if whole and not part:
            # The end of a day rather than the beginning of the next: the same working time, said as people say it.
            whole, part = whole - 1, Fraction(1)
        for _ in range(whole):
            day = next(ahead)
        return self._at_part(day, part)

    def _part_passed(self, start: datetime, ahead: Iterator[date]) -> tuple[date, Fraction]:
        for day in ahead:
            hours = self.open_on(day)
            left = sum((_overlap(begins, ends, start, ends) for begins, ends in hours if ends > start), timedelta())
            if left:
                return day, 1 - Fraction(left // TICK, _length(hours) // TICK)
        raise NeverOpen(self.key)

    def _at_part(self, day: date, part: Fraction) -> datetime:
        hours = self.open_on(day)
        left = round(_length(hours) // TICK * part) * TICK
        for begins, ends in hours:
            if left <= ends - begins:
                return begins + left
            left -= ends - begins
        return hours[-1][1]

    def _add_time(self, start: datetime, left: timedelta) -> datetime:
        for day in self._ahead(start):
            for begins, ends in self.open_on(day):
                begins = max(begins, start)
                if ends > begins and left <= ends - begins:
                    return begins.astimezone(UTC) + left
                left -= max(ends - begins, timedelta())
        raise NeverOpen(self.key)

    def _ahead(self, start: datetime) -> Iterator[date]:
        """The days with open hours, from that of `start` on."""
        first = self._local(start)
        days = (first + timedelta(days=more) for more in range(FARTHEST))
        yield from (day for day in days if self.open_on(day))
        raise NeverOpen(self.key)

    def _stretch(self, day: date, start: datetime, end: datetime) -> Stretch:
        begins, ends = self._moment(day, time()), self._moment(day + timedelta(days=1), time())
        begins, ends = max(begins, start.astimezone(UTC)), min(ends, end)
        off = self.holiday(day)
        change = self._change(day)
        names, confirm = off or ((change.names, change.confirm) if change else ({}, False))
        counts = sum((_overlap(*hours, begins, ends) for hours in self.open_on(day)), timedelta())
        reason = "holiday" if off else "working" if counts else "closed"
        return Stretch(day, begins, ends, counts, reason, names, confirm)

    def _hours(self, day: date) -> Hours:
        change = self._change(day)
        return (change.week if change else self.week)[day.weekday()]

    def _change(self, day: date) -> Change | None:
        return next((change for begins, ends, change in self._year(day.year)[1] if begins <= day <= ends), None)

    def _year(self, year: int):
        """Days off, and periods of other hours that touch the year; worked out once per year."""
        if year not in self._years:
            # Where two fall on one day the certain one is named: nobody need confirm that day.
            rules = sorted(self.holidays, key=lambda rule: not rule.confirm)
            off = {day: (rule.names, rule.confirm) for rule in rules for day in rule.within(year)}
            self._years[year] = off, [period for change in self.changes for period in _periods(change, year)]
        return self._years[year]

    @cached_property
    def _years(self) -> dict:
        return {}

    def _local(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone).astimezone(UTC)

    @staticmethod
    def _days(first: date, last: date) -> Iterator[date]:
        return (first + timedelta(days=more) for more in range((last - first).days + 1))


def _periods(change: Change, year: int):
    for begins in [day for y in (year - 1, year) for day in change.begins.within(y)]:
        possible = [day for y in (begins.year, begins.year + 1) for day in change.ends.within(y)]
        ends = next((day for day in possible if day >= begins), None)
        if ends:
            yield begins, ends, change


def _overlap(begins: datetime, ends: datetime, a: datetime, b: datetime) -> timedelta:
    return max(min(ends, b) - max(begins, a), timedelta())


def _length(hours) -> timedelta:
    return sum((ends - begins for begins, ends in hours), timedelta())
