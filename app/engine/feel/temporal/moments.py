"""Dates and times together (DMN 10.3.2.3.6)."""
from app.engine.feel.temporal.days import Date, from_ordinal
from app.engine.feel.temporal.times import DAY, NANO, Time
from app.engine.feel.temporal.zones import zone_offset, zone_offset_at_utc


class DateTime:
    """A `date` with a `time`."""

    __slots__ = ("date", "time")

    def __init__(self, date: Date, time: Time) -> None:
        self.date, self.time = date, time

    year = property(lambda self: self.date.year)
    month = property(lambda self: self.date.month)
    day = property(lambda self: self.date.day)
    local = property(lambda self: self.time.local)

    @property
    def seconds_east(self) -> int | None:
        if self.time.zone is not None:
            return zone_offset(self.time.zone, self.year, self.month, self.day, self.time.second_of_day)
        return self.time.offset

    @property
    def key(self) -> int:
        """Seconds since 1970 in UTC (local moments as if they were UTC); fractions do not take part in comparisons."""
        return self.date.ordinal * DAY + self.time.second_of_day - (self.seconds_east or 0)

    @property
    def nanos(self) -> int:
        return self.key * NANO + self.time.nano

    def plus_nanos(self, nanos: int) -> "DateTime":
        """Later by so much. Where summer time begins or ends on the way, the place's clock shows it."""
        if self.time.zone is not None:
            return at_place(self.nanos + nanos, self.time.zone)
        return _told(self.nanos + nanos, self.time.offset, None)

    def plus_months(self, months: int) -> "DateTime":
        return DateTime(self.date.plus_months(months), self.time)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and self.local == other.local and self.key == other.key

    def __hash__(self) -> int:
        return hash((self.local, self.key))

    def __str__(self) -> str:
        return f"{self.date}T{self.time}"

    def __repr__(self) -> str:
        return f"DateTime({self})"


def at_place(nanos: int, zone: str) -> DateTime:
    """The moment so many nanoseconds after 1970 began in UTC, on the clock of a place."""
    utc = _told(nanos, None, None)
    return _told(nanos, zone_offset_at_utc(zone, utc.year, utc.month, utc.day, utc.time.second_of_day), zone)


def _told(nanos: int, offset: int | None, zone: str | None) -> DateTime:
    seconds, nano = divmod(nanos + (offset or 0) * NANO, NANO)
    days, second = divmod(seconds, DAY)
    return DateTime(from_ordinal(days), Time(second, nano, None if zone else offset, zone))
