"""Before anything is moved: every open case tried in memory, put together by where they stand and what was found."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from app.base import db
from app.cases.case import ENDED, Case
from app.cases.moving.course import Course
from app.catalog import Published, Service, offers
from app.engine import Reason
from app.engine.moving import GRAVITY

CHUNK = 200
EXAMPLES = 5


@dataclass
class Group:
    """Cases of one version that stand at the same places and are judged alike."""

    version_id: int
    version: int
    places: tuple[str, ...]
    verdict: str
    reasons: tuple[Reason, ...]
    notes: tuple[Reason, ...]
    candidates: dict[str, tuple[str, ...]]
    passes: bool
    """Whether they would be moved: safe, or everything said against it was accepted."""
    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """`counts`: verdict -> how many cases; `moving`: how many would be moved; `groups`, the gravest verdict first."""

    to: int
    total: int
    moving: int
    counts: dict[str, int]
    groups: tuple[Group, ...]


def plan(service: Service, to: int | Published, *, now: datetime, mapping=None, recompute=(), accepted=(),
         versions=None, cases=None) -> Plan:
    """What would become of the open cases of a service if they were moved to version `to`; see Course.

    `to` is its id, or a draft's version: then it says what would become of them once it is published. `versions` and
    `cases` are ids and take only some of them.
    """
    course = Course.of(to, mapping, recompute, accepted)
    to = to.id if isinstance(to, Published) else to
    groups = {}
    for row in _rows(service, to, versions, cases):
        verdict = course.attempt(row, now).verdict
        key = (row.version_id, verdict.places, verdict.kind, tuple(one.key for one in verdict.reasons))
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(row.version_id, 0, verdict.places, verdict.kind, verdict.reasons, verdict.notes,
                                        verdict.candidates, verdict.may_pass(course.accepted))
        group.count += 1
        if len(group.examples) < EXAMPLES:
            group.examples.append(row.number)
    return _plan(to, list(groups.values()))


def open_cases(service: Service, to: int, versions=None, cases=None) -> list:
    """Conditions for the cases that could be moved: open, and on another version."""
    wanted = [Case.service_id == service.id, Case.version_id != to, Case.state.not_in(ENDED), Case.run.is_not(None)]
    if versions is not None:
        wanted.append(Case.version_id.in_(versions))
    if cases is not None:
        wanted.append(Case.id.in_(cases))
    return wanted


def _rows(service, to, versions, cases):
    """In chunks: ten thousand states at once would fill the memory."""
    columns = (Case.id, Case.number, Case.version_id, Case.run, Case.answers, Case.marks)
    found, last = select(*columns).where(*open_cases(service, to, versions, cases)), 0
    while True:
        rows = db.session.execute(found.where(Case.id > last).order_by(Case.id).limit(CHUNK)).all()
        yield from rows
        if len(rows) < CHUNK:
            return
        last = rows[-1].id


def _plan(to, groups) -> Plan:
    known = offers({group.version_id for group in groups})
    counts = {}
    for group in groups:
        group.version = known[group.version_id].number
        counts[group.verdict] = counts.get(group.verdict, 0) + group.count
    groups.sort(key=lambda one: (-GRAVITY.index(one.verdict), -one.count, one.places))
    moving = sum(group.count for group in groups if group.passes)
    return Plan(to, sum(counts.values()), moving, counts, tuple(groups))
