"""What a service promises: how long it takes, counted by which calendar."""

from dataclasses import dataclass, field

from app.base import Span


@dataclass(frozen=True)
class Promise:
    """`time` is an ISO duration; where it depends on the priority, `by_priority` holds one for each, and
    `calendars` the calendars of those that count by another one."""

    time: str | None
    calendar: str = "working"
    by_priority: dict[str, str] = field(default_factory=dict)
    calendars: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: dict | None) -> "Promise | None":
        """From the yaml; raises NotASpan where a time is no duration."""
        if not data:
            return None
        given = data.get("by_priority", {}).items()
        each = {key: one if isinstance(one, dict) else {"time": one} for key, one in given}
        times = {key: one.get("time") for key, one in each.items()}
        for time in (*filter(None, [data.get("time")]), *times.values()):
            Span.read(time)
        calendars = {key: one["calendar"] for key, one in each.items() if one.get("calendar")}
        return cls(data.get("time"), data.get("calendar", "working"), times, calendars)

    def time_for(self, answers: dict) -> str | None:
        """The promised time, given what is known of the case; None as long as the priority is not known."""
        return self.by_priority.get(str(answers.get("priority")), self.time)

    def calendar_for(self, answers: dict) -> str:
        """The calendar that counts, given what is known of the case."""
        return self.calendars.get(str(answers.get("priority")), self.calendar)

    @property
    def amount(self) -> tuple[float, str] | None:
        """For sentences: (3, "days"), (4, "hours"); where the priority decides, its longest."""
        return Span.read(self.longest).amount if self.longest else None

    @property
    def longest(self) -> str | None:
        return max(self._times, key=lambda time: Span.read(time).plain, default=None)

    @property
    def shortest(self) -> str | None:
        return min(self._times, key=lambda time: Span.read(time).plain, default=None)

    @property
    def working(self) -> bool:
        """Whether it counts working time rather than time around the clock."""
        return self.calendar != "always"

    @property
    def depends(self) -> bool:
        """Whether the priority decides."""
        return bool(self.by_priority)

    @property
    def _times(self) -> list[str]:
        return [time for time in (self.time, *self.by_priority.values()) if time]
