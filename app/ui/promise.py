"""The promise bar as SVG: used time solid, paused hatched, what is left a line, and a mark for now."""

from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup

_KINDS = {"used": "used", "paused": "held", "over": "over"}


def promise_bar(start: datetime, end: datetime, segments: Iterable[tuple[str, datetime, datetime]], now: datetime):
    """An <svg> over start to end (or now, if later); segments are (used|paused|over, from, to) in order of time."""
    whole = (max(end, now) - start).total_seconds() or 1

    def at(moment: datetime) -> float:
        return round(max(0.0, min(1.0, (moment - start).total_seconds() / whole)) * 100, 2)

    bars = [_bar(_KINDS[kind], at(since), at(until)) for kind, since, until in segments]
    return Markup(
        '<svg aria-hidden="true">'
        '<pattern id="held" width="8" height="8" patternUnits="userSpaceOnUse">'
        '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6"/></pattern>'
        '{}{}<rect class="mark" x="{}%" y="0" width="2" height="12"/></svg>'
    ).format(_bar("left", 0, 100), Markup("").join(bars), at(now))


def _bar(kind: str, start: float, end: float) -> Markup:
    width = round(max(0, end - start), 2)
    return Markup('<rect class="{}" x="{}%" y="3" width="{}%" height="7"/>').format(kind, start, width)
