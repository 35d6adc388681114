"""Times of day (DMN 10.3.2.3.5), to the nanosecond, with or without an offset or a place."""
from app.engine.feel.temporal.zones import offset_text, zone_offset

DAY = 86400
NANO = 1_000_000_000


def fraction_text(nanos: int) -> str:
    return f".{nanos:09}".rstrip("0") if nanos else ""


class Time:
    """`second` of the day, `nano` within it, `offset` in seconds or `zone` by name, or neither (local time)."""

    __slots__ = ("second_of_day", "nano", "offset", "zone")

    def __init__(self, second_of_day: int, nano: int = 0, offset: int | None = None, zone: str | None = None) -> None:
        self.second_of_day, self.nano, self.offset, self.zone = second_of_day, nano, offset, zone

    hour = property(lambda self: self.second_of_day // 3600)
    minute = property(lambda self: self.second_of_day % 3600 // 60)
    second = property(lambda self: self.second_of_day % 60)
    local = property(lambda self: self.offset is None and self.zone is None)

    @property
    def seconds_east(self) -> int | None:
        """The offset; a place without a day is taken in its winter."""
        if self.zone is not None:
            return zone_offset(self.zone, 2000, 1, 1, self.second_of_day)
        return self.offset

    @property
    def key(self) -> int:
        """Seconds of the day in UTC. The fraction does not take part in comparisons (DMN 10.3.2.3.5)."""
        return self.second_of_day - (self.seconds_east or 0)

    def place_text(self) -> str:
        if self.zone is not None:
            return f"@{self.zone}"
        return "" if self.offset is None else offset_text(self.offset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Time) and self.local == other.local and self.key == other.key

    def __hash__(self) -> int:
        return hash((self.local, self.key))

    def __str__(self) -> str:
        clock = f"{self.hour:02}:{self.minute:02}:{self.second:02}"
        return clock + fraction_text(self.nano) + self.place_text()

    def __repr__(self) -> str:
        return f"Time({self})"
