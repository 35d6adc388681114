"""Where cases go and what was said about the way; trying it with one case, in memory."""

import logging
from dataclasses import dataclass, replace
from functools import lru_cache

from app.cases.inner import BROUGHT
from app.cases.moving.questions import Questions, form_of
from app.catalog import Published, VersionUnusable, published
from app.engine import Moved, Route, Run, Verdict
from app.engine.moving import reason

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Course:
    """`to` is a version's id, or a version that is not frozen yet; `mapping`, `recompute` as in `engine.Route`;
    `accepted` rules or keys of reasons."""

    to: int | Published
    mapping: tuple[tuple[str, str], ...] = ()
    recompute: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, to: int | Published, mapping=None, recompute=(), accepted=()) -> "Course":
        return cls(to, tuple(sorted((mapping or {}).items())), frozenset(recompute), frozenset(accepted))

    def attempt(self, about, now) -> Moved:
        """Try it with a case, or a row with its version_id, run, answers and marks; nothing is changed."""
        if about.version_id == self.to:
            return _cannot("move-arrived")
        try:
            way = _way(about.version_id, self.to, self.mapping, self.recompute)
        except VersionUnusable:
            return _cannot("move-unreadable")
        run = _read(way.route.old, about)
        if run is None:
            return _cannot("move-unreadable")
        moved = way.route.attempt(run, now=now)
        missing = [] if run.finished else list(way.questions.missing(about, run))
        return replace(moved, verdict=moved.verdict.and_also(missing))

    def route(self, old: int) -> Route:
        """The way from this version."""
        return _way(old, self.to, self.mapping, self.recompute).route


@dataclass(frozen=True)
class _Way:
    route: Route
    questions: Questions


@lru_cache(maxsize=32)
def _way(old: int, new: int | Published, mapping, recompute) -> _Way:
    """Learned once per process: versions never change."""
    before, after = published(old), new if isinstance(new, Published) else published(new)
    route = Route(before.diagram, after.diagram, dict(mapping), recompute, _Writing(after))
    return _Way(route, Questions(before, after, route))


class _Writing:
    """Which variables completing an element of a version writes; None where nobody knows."""

    def __init__(self, version):
        self.version = version

    def __call__(self, element: str):
        found = self.version.diagram.elements[element]
        if found.kind in ("userTask", "manualTask"):
            return self._form(found)
        topic = found.facts.topic or found.facts.decision or found.id
        return BROUGHT.get(topic)

    def _form(self, element):
        form = form_of(self.version, element)
        return form.names if form else None if element.facts.form else frozenset()


def _read(diagram, about) -> Run | None:
    try:
        return Run.load(diagram, about.run)
    except Exception:  # noqa: BLE001 spoiled bytes may raise anything; they concern this case only
        log.exception("The run of a case of version %s cannot be read", about.version_id)
        return None


def _cannot(rule: str) -> Moved:
    return Moved(Verdict.of([reason(rule, "stay", None)]))
