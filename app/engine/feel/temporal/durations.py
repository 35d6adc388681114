"""The two kinds of duration (DMN 10.3.2.3.7 and .8): days and time, years and months. They never mix."""
from functools import total_ordering

from app.engine.feel.temporal.times import NANO, fraction_text

_DAY = 86400 * NANO


@total_ordering
class DaysDuration:
    """Days, hours, minutes and seconds, held in `nanos`."""

    __slots__ = ("nanos",)

    def __init__(self, nanos: int) -> None:
        self.nanos = nanos

    days = property(lambda self: self._signed(abs(self.nanos) // _DAY))
    hours = property(lambda self: self._signed(abs(self.nanos) // NANO // 3600 % 24))
    minutes = property(lambda self: self._signed(abs(self.nanos) // NANO // 60 % 60))
    nanos_of_minute = property(lambda self: self._signed(abs(self.nanos) % (60 * NANO)))

    def _signed(self, size: int) -> int:
        return -size if self.nanos < 0 else size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DaysDuration) and self.nanos == other.nanos

    def __lt__(self, other: "DaysDuration") -> bool:
        return self.nanos < other.nanos

    def __hash__(self) -> int:
        return hash(("D", self.nanos))

    def __str__(self) -> str:
        days, rest = divmod(abs(self.nanos), _DAY)
        seconds, nano = divmod(rest, NANO)
        clock = "".join(
            f"{size}{unit}" for size, unit in ((seconds // 3600, "H"), (seconds // 60 % 60, "M")) if size
        )
        if seconds % 60 or nano:
            clock += f"{seconds % 60}{fraction_text(nano)}S"
        if not days and not clock:
            return "PT0S"
        return f"{'-' if self.nanos < 0 else ''}P{f'{days}D' if days else ''}{f'T{clock}' if clock else ''}"

    def __repr__(self) -> str:
        return f"DaysDuration({self})"


@total_ordering
class MonthsDuration:
    """Years and months, held in `total` months."""

    __slots__ = ("total",)

    def __init__(self, total: int) -> None:
        self.total = total

    years = property(lambda self: self._signed(abs(self.total) // 12))
    months = property(lambda self: self._signed(abs(self.total) % 12))

    def _signed(self, size: int) -> int:
        return -size if self.total < 0 else size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MonthsDuration) and self.total == other.total

    def __lt__(self, other: "MonthsDuration") -> bool:
        return self.total < other.total

    def __hash__(self) -> int:
        return hash(("M", self.total))

    def __str__(self) -> str:
        years, months = divmod(abs(self.total), 12)
        text = (f"{years}Y" if years else "") + (f"{months}M" if months else "")
        return f"{'-' if self.total < 0 else ''}P{text or '0M'}"

    def __repr__(self) -> str:
        return f"MonthsDuration({self})"
