"""The tasks of a person, as inbox and API list them: for me, my groups, due soon, hidden, decided; due first."""

from datetime import datetime, timedelta

from sqlalchemy import distinct, func, literal_column, or_, select, union_all
from sqlalchemy.orm import joinedload, selectinload

from app.base import db
from app.cases.access import Reach
from app.cases.case import Case
from app.cases.hidden import hidden_ids
from app.cases.task import Candidate, Claim, Task

VIEWS = ("mine", "groups", "soon", "hidden", "decided")
PAGE = 50
COUNTED = 1000
"""Counters stop here ("1,000+"): counting more would cost more than anybody learns from it."""
SOON = timedelta(days=1)


def listed(reach: Reach, view: str, now: datetime, *, after: int = 0, limit: int = PAGE) -> list[Task]:
    """Tasks of the view, due first, `limit` of them from the `after`th on, with what a row shows already loaded."""
    if view == "decided":
        return list(
            db.session.scalars(
                _shown()
                .where(Task.closed_by_id == reach.person.id, Task.state == "done")
                .order_by(Task.closed_at.desc(), Task.id.desc())
                .offset(after)
                .limit(limit)
            )
        )
    found = _ids(reach, view, now, after + limit)
    ordered = select(found.c.task_id).group_by(found.c.task_id).order_by(func.min(found.c.due_at), found.c.task_id)
    ids = list(db.session.scalars(ordered.offset(after).limit(limit)))
    place = {id: index for index, id in enumerate(ids)}
    tasks = db.session.scalars(_shown().where(Task.id.in_(ids))) if ids else ()
    return sorted(tasks, key=lambda task: place[task.id])


def count(reach: Reach, view: str, now: datetime) -> int:
    """How many tasks the view lists; COUNTED and above means "that many or more"."""
    found = _ids(reach, view, now, COUNTED)
    return db.session.scalar(select(func.count(distinct(found.c.task_id))))


def _shown():
    return select(Task).options(
        joinedload(Task.case).joinedload(Case.requester),
        joinedload(Task.case).joinedload(Case.service),
        selectinload(Task.candidates),
    )


def _ids(reach: Reach, view: str, now: datetime, most: int):
    """Task ids with due moments, each part cut off by its own index: 100,000 tasks cost as much as 100."""
    hidden = hidden_ids(reach.person, now)
    parts = [_cut(part, view, hidden, now, most) for part in _parts(reach, view)]
    return union_all(*parts).subquery() if parts else _nothing()


def _parts(reach: Reach, view: str) -> list:
    mine = [
        select(Candidate.task_id, Candidate.due_at).where(Candidate.open, Candidate.person_id == id)
        for id in reach.people
    ]
    held = (
        select(Claim.task_id, Candidate.due_at)
        .join(Candidate, Candidate.task_id == Claim.task_id)
        .where(Claim.person_id == reach.person.id, Task.closed_at.is_(None))
        .where(or_(Candidate.person_id.is_not(None), Candidate.group_id.in_(reach.groups)))
        .join(Task, Task.id == Claim.task_id)
    )
    groups = [
        select(Candidate.task_id, Candidate.due_at).where(Candidate.open, Candidate.group_id == id)
        for id in reach.groups
    ]
    return {"mine": [*mine, held], "groups": groups}.get(view, [*mine, held, *groups])


def _cut(part, view: str, hidden: list[int], now: datetime, most: int):
    if view == "hidden":
        part = part.where(Candidate.task_id.in_(hidden))
    elif hidden:
        part = part.where(Candidate.task_id.not_in(hidden))
    if view == "soon":
        part = part.where(Candidate.due_at <= now + SOON)
    limited = part.order_by(Candidate.due_at, Candidate.task_id).limit(most).subquery()
    return select(limited.c.task_id, limited.c.due_at)


def _nothing():
    return (
        select(literal_column("0").label("task_id"), literal_column("0").label("due_at"))
        .where(literal_column("1 = 0"))
        .subquery()
    )
