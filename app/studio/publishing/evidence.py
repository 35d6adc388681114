"""The evidence: what is known about a version before people get it, and what of it somebody must answer for."""

from dataclasses import dataclass, field

from sqlalchemy import func, select

from app.base import db
from app.cases import Case
from app.catalog import Published, Service, ServiceVersion, published
from app.people import Directory
from app.studio.checking import StudioFinding, findings
from app.studio.checking.owners import SAMPLED
from app.studio.comparing import Difference, compare
from app.studio.drafts.proof import DraftUnreadable, prove
from app.studio.publishing.callers import breaking
from app.studio.publishing.effects import Effect, effects
from app.studio.publishing.point import ACCEPT, LANGUAGES, STOPS, Point, said
from app.studio.publishing.words import WORDS
from app.studio.trying import Coverage, Way, coverage


@dataclass(frozen=True)
class Evidence:
    """`points` stop the publication or are accepted with a reason; `ways` nobody walked are accepted by name.

    `running`: number of a version -> how many open requests are on it. `notes` say how far was looked; nobody answers
    for them.
    """

    points: tuple[Point, ...]
    coverage: Coverage
    difference: Difference | None
    effects: tuple[Effect, ...]
    running: dict[int, int] = field(default_factory=dict)
    notes: tuple[Point, ...] = ()

    @property
    def stops(self) -> list[Point]:
        return [one for one in self.points if one.weight == STOPS]

    @property
    def to_accept(self) -> list[Point]:
        return [one for one in self.points if one.weight == ACCEPT]

    @property
    def ways(self) -> list[Way]:
        return self.coverage.missing

    @property
    def plain(self) -> dict:
        """What is kept with the publication: JSON, with the texts in every language."""
        seen = self.coverage
        return {
            "points": [one.plain for one in self.points],
            "notes": [one.plain for one in self.notes],
            "ways": [{"id": way.id, "texts": texts_of(way)} for way in seen.missing],
            "walks": [{"name": one.name, "steps": one.steps, "well": one.well} for one in seen.walks],
            "reached": seen.reached, "elements": len(seen.elements),
            "changes": [one.plain for one in self.difference.changes] if self.difference else [],
            "counts": self.difference.counts if self.difference is not None else {},
            "effects": [one.plain for one in self.effects],
            "running": {str(number): count for number, count in self.running.items()},
        }


def texts_of(way: Way) -> dict[str, str]:
    """A way in words, in every language."""
    return {language: way.text(language) for language in LANGUAGES}


def evidence(version: Published, service: Service | None, *, by, now, second: bool = False) -> Evidence:
    """Look at a version that is to be published by `by`; `service` is the live one, None for a new slug.

    `second`: whether a second person has to look; then there must be one.
    """
    live = published(service.current_version_id) if service is not None and service.current_version_id else None
    readable = _readable(version)
    seen = coverage(version, by) if readable else Coverage()
    found = findings(version.spec, version.files, now=now)
    points = [_finding(one) for one in found if one.severity in ("error", "warning")]
    points += _walks(seen)
    if live and readable:
        points += breaking(live, version)
    if second and not reviewers(version, live, by, now):
        points.append(said(WORDS, "nobody-to-review", STOPS, place="words"))
    unique = {one.key: one for one in reversed(points)}
    outside = tuple(effects(version, live)) if readable else ()
    return Evidence(tuple(reversed(unique.values())), seen, compare(live, version) if live else None, outside,
                    running_on(service) if service is not None else {},
                    tuple(_finding(one) for one in found if one.rule == SAMPLED))


def running_on(service: Service) -> dict[int, int]:
    """Number of a version -> how many requests run on it, the newest first."""
    rows = db.session.execute(
        select(ServiceVersion.number, func.count()).join(Case, Case.version_id == ServiceVersion.id)
        .where(Case.service_id == service.id, Case.closed_at.is_(None)).group_by(ServiceVersion.number))
    return dict(sorted(((number, count) for number, count in rows), reverse=True))


def reviewers(version: Published, live: Published | None, by, now) -> list[str]:
    """Keys of those who may look at it as second person: whoever may publish it, and did not ask."""
    of = live or version
    return [key for key in Directory(now).publishers(of.department, of.owner) if key != by.key]


def _readable(version) -> bool:
    """Whether it may be compiled here: proved in a child, once for the same files."""
    try:
        prove(version.spec["diagram"], version.files)
    except DraftUnreadable:
        return False
    return True


def _finding(one: StudioFinding) -> Point:
    texts, remedies = ({language: say(language) for language in LANGUAGES} for say in (one.text, one.remedy))
    return Point(one.id, STOPS if one.severity == "error" else ACCEPT, texts, remedies, one.element, one.place)


def _walks(seen: Coverage):
    for one in seen.failing:
        yield said(WORDS, "walk-fails", STOPS, element=one.element, which=one.name, place="try", walk=one.name)
