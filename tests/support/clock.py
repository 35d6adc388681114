"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 4, 7, 6, 30, tzinfo=UTC)  # a Tuesday: Tehran 10:00, Cairo 8:30, Milan 8:30, all at work


class Clock:
    def __init__(self, now: datetime = MORNING):
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span) -> datetime:
        """`clock.forward(hours=8)`; the new now."""
        self.now += timedelta(**span)
        return self.now
