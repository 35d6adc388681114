"""Findings counted as one says it: “2 errors, 1 warning”."""

from collections import Counter
from collections.abc import Iterable

from app.engine.finding import SEVERITIES

CALLED = {"info": "hint"}


def counted(severities: Iterable[str]) -> str:
    """How many there are of each, the gravest first; “nothing to mend” where there is nothing."""
    counts = Counter(severities)
    told = (_some(counts[one], CALLED.get(one, one)) for one in SEVERITIES if counts[one])
    return ", ".join(told) or "nothing to mend"


def _some(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
