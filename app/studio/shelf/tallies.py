"""How much there is to mend in a draft, counted once for each revision, and again when people may have changed."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.catalog.store import Store
from app.studio.checking import counts, findings
from app.studio.drafts import Draft

FRESH = timedelta(minutes=10)
"""So long a count stands although groups, grants and other services may have changed meanwhile."""
_known = Store(1000)


@dataclass(frozen=True)
class Tally:
    """Findings that must be mended, and those to look at."""

    errors: int
    warnings: int


def known(draft: Draft, now: datetime) -> Tally | None:
    """What was counted of this state of the draft; costs nothing."""
    at, found = _known.get(_state(draft)) or (now, None)
    return found if now - at < FRESH else None


def tally(draft: Draft, now: datetime) -> Tally:
    """The same, counted now where it is not known."""
    found = known(draft, now)
    if found is None:
        told = counts(findings(draft.spec, draft.contents(), now=now))
        found = Tally(told["error"], told["warning"])
        _known.forget(_state(draft))
        _known.put(_state(draft), (now, found))
    return found


def _state(draft: Draft) -> tuple[str, int]:
    return draft.slug, hash(json.dumps([draft.spec, draft.files], sort_keys=True, default=str))
