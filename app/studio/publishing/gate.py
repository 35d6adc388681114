"""The gate: what must hold before a draft becomes a version that people get."""

from app.base import Refusal
from app.studio.publishing.evidence import Evidence
from app.studio.publishing.point import LANGUAGES
from app.studio.publishing.words import CONJUNCTIONS
from app.ui import localized

WAY = "way:"
MOST = 3


class NotReady(Refusal):
    """This cannot be published yet: {what}"""

    status = 422

    def __init__(self, points):
        self.points = points
        self.texts = told(points)
        super().__init__(what=self.texts["en"])


class NotAccepted(Refusal):
    """Somebody has to answer for this first, with a reason: {what}"""

    status = 422

    def __init__(self, points):
        self.points = points
        self.texts = told(points)
        super().__init__(what=self.texts["en"])


class WaysNotAccepted(Refusal):
    """Nobody has walked this way: accept that, or walk it on the tab Try. {what}"""

    status = 422

    def __init__(self, ways):
        self.ways = ways
        self.texts = {language: _listed([way.text(language) for way in ways], language) for language in LANGUAGES}
        super().__init__(what=self.texts["en"])


class NoteMissing(Refusal):
    """Write what changes for people: they read it, and so does whoever looks for the reason in a year."""

    status = 422


def refuse_unless_ready(seen: Evidence, accepted: dict[str, str]):
    """Raise what stands in the way. `accepted`: key of a point -> reason, "way:<id>" -> its name."""
    if seen.stops:
        raise NotReady(seen.stops)
    open = [one for one in seen.to_accept if not accepted.get(one.key, "").strip()]
    if open:
        raise NotAccepted(open)
    unknown = [way for way in seen.ways if WAY + way.id not in accepted]
    if unknown:
        raise WaysNotAccepted(unknown)


def told(points) -> dict[str, str]:
    """The first points in words, by language."""
    return {language: _listed([one.text(language) for one in points], language) for language in LANGUAGES}


def _listed(texts: list[str], language: str) -> str:
    more = len(texts) - MOST
    row = " ".join(texts[:MOST])
    return CONJUNCTIONS[language].format(row=row, n=localized(more, language)) if more > 0 else row
