"""The clock, read at the edges only (routes, jobs, commands); everybody below is told what time it is."""

from datetime import UTC, datetime

_source = [lambda: datetime.now(UTC)]


def read_clock() -> datetime:
    """The present moment, aware, in UTC."""
    return _source[0]()


def set_clock(source):
    """Read time from `source` (a function without arguments) from now on; None goes back to the real clock."""
    _source[0] = source or (lambda: datetime.now(UTC))
