"""Spans of time as models and promises write them: ISO 8601 durations such as P3D, PT4H, P1DT30M."""

import re
from dataclasses import dataclass
from datetime import timedelta

_ISO = re.compile(
    r"P(?:(?P<weeks>\d+(?:\.\d+)?)W)?(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)


class NotASpan(ValueError):
    """This is not an ISO duration such as P3D or PT4H."""


@dataclass(frozen=True)
class Span:
    """Days and time are kept apart, because in working time a day is a working day and not 24 hours."""

    days: float = 0
    time: timedelta = timedelta()

    @classmethod
    def read(cls, text: "str | timedelta | Span") -> "Span":
        """From `PnW`, `PnDTnHnMnS` (no months and years: they have no fixed length) or a timedelta (all of it time)."""
        if isinstance(text, Span):
            return text
        if isinstance(text, timedelta):
            return cls(0, text)
        found = _ISO.fullmatch(text.strip())
        parts = {name: float(value) for name, value in found.groupdict().items() if value} if found else {}
        if not parts:
            raise NotASpan(f"{text!r} is not a duration such as P3D or PT4H.")
        days = parts.pop("days", 0) + 7 * parts.pop("weeks", 0)
        return cls(int(days) if days == int(days) else days, timedelta(**parts))

    @property
    def plain(self) -> timedelta:
        """As ordinary time, a day being 24 hours."""
        return timedelta(days=self.days) + self.time

    @property
    def amount(self) -> tuple[float, str]:
        """The span in its largest whole unit, for sentences: (3, "days"), (4, "hours"), (30, "minutes")."""
        if self.days and not self.time:
            return self.days, "days"
        minutes = int((timedelta(days=self.days) + self.time).total_seconds() // 60)
        return (minutes // 60, "hours") if minutes % 60 == 0 else (minutes, "minutes")
