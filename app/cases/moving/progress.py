"""How far a move is, which cases it has, and what could be moved at all."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.base import db, given_up
from app.cases.case import ENDED, Case
from app.cases.moving.move import Move, MovedCase
from app.catalog import Service, ServiceVersion


@dataclass(frozen=True)
class Progress:
    """`state` is moving, stopped, done, undoing or undone; `states` and `verdicts` count the cases.

    `left` are still to come, `failed` were given up after many tries, `refused` could not be brought back.
    """

    state: str
    total: int
    left: int
    failed: int
    refused: int
    states: dict[str, int]
    verdicts: dict[str, int]


@dataclass(frozen=True)
class InUse:
    """A version on which open cases of a service run."""

    id: int
    number: int
    cases: int


def progress(move: Move) -> Progress:
    """Counted anew in one statement."""
    open, lost = MovedCase.handled_at.is_(None), given_up(MovedCase)
    columns = (MovedCase.state, MovedCase.verdict, open, lost, MovedCase.refusal.is_not(None))
    rows = db.session.execute(
        select(*columns, func.count()).where(MovedCase.move_id == move.id).group_by(*columns)
    ).all()
    states, verdicts, left, failed, refused = {}, {}, 0, 0, 0
    for state, verdict, waits, given, kept, number in rows:
        states[state] = states.get(state, 0) + number
        if verdict:
            verdicts[verdict] = verdicts.get(verdict, 0) + number
        failed += number if given else 0
        left += number if waits and not given else 0
        refused += number if kept else 0
    return Progress(_state(move, left), sum(states.values()), left, failed, refused, states, verdicts)


def _state(move, left) -> str:
    if left:
        return "stopped" if move.stopped_at else "undoing" if move.undo_at else "moving"
    return "undone" if move.undo_at else "done"


def cases_of(move: Move, *, state: str | None = None, verdict: str | None = None, after: int = 0,
             limit: int = 50) -> list[MovedCase]:
    """The move's cases in the order of their numbers, with their cases loaded; `after` is the last id one has seen."""
    found = select(MovedCase).where(MovedCase.move_id == move.id, MovedCase.id > after)
    if state:
        found = found.where(MovedCase.state == state)
    if verdict:
        found = found.where(MovedCase.verdict == verdict)
    return list(db.session.scalars(found.options(joinedload(MovedCase.case)).order_by(MovedCase.id).limit(limit)))


def moves_of(service: Service) -> list[Move]:
    """The newest first."""
    return list(db.session.scalars(select(Move).where(Move.service_id == service.id).order_by(Move.id.desc())))


def versions_of(service: Service) -> list[InUse]:
    """Versions with open cases, the newest first."""
    version = ServiceVersion
    counted = (
        select(version.id, version.number, func.count(Case.id))
        .join(Case, Case.version_id == version.id)
        .where(Case.service_id == service.id, Case.state.not_in(ENDED))
        .group_by(version.id, version.number)
        .order_by(version.number.desc())
    )
    return [InUse(*row) for row in db.session.execute(counted)]
