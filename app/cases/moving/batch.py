"""What a person does with a move: begin it, stop it, go on, bring everything back."""

from sqlalchemy import insert, literal, select, update

from app.base import Moment, Refusal, db, hint
from app.cases.case import Case
from app.cases.moving.course import Course
from app.cases.moving.move import NEVER, Move, MovedCase
from app.cases.moving.planning import open_cases
from app.catalog import Service, ServiceVersion, offers
from app.events import Event


class VersionElsewhere(Refusal):
    """This version belongs to another service."""


class MoveWasATrial(Refusal):
    """This was a trial: nothing was moved, so there is nothing to bring back."""


def begin(service: Service, to: int, *, by, now, dry_run: bool = False, mapping=None, recompute=(), accepted=(),
          versions=None, cases=None) -> Move:
    """Have every open case moved that can be, by the workers; the options are those of `plan`.

    With `dry_run` each is judged and nothing changes. Raises VersionElsewhere.
    """
    version = db.session.get(ServiceVersion, to)
    if version is None or version.service_id != service.id:
        raise VersionElsewhere
    course = Course.of(to, mapping, recompute, accepted)
    wanted = open_cases(service, to, versions, cases)
    sources = sorted(db.session.scalars(select(Case.version_id).where(*wanted).distinct()))
    move = Move(service_id=service.id, to_version_id=to, from_versions=sources, mapping=dict(course.mapping),
                recompute=sorted(course.recompute), accepted=sorted(course.accepted), dry_run=dry_run, by_id=by.id,
                begun_at=now)
    db.session.add(move)
    db.session.flush()
    db.session.execute(_waiting(move, wanted, now))
    _tell("move.begun", move, by, now, dry_run=dry_run)
    hint(db.session, "move")
    return move


def stop(move: Move, *, by, now):
    """Nobody goes on with it; what is in hand is finished. Stopping twice is stopping once."""
    if _locked(move).stopped_at is not None:
        return
    move.stopped_at = now
    _postpone(move, NEVER)
    _tell("move.stopped", move, by, now)


def resume(move: Move, *, by, now):
    """Go on where it stopped, and try again what was given up."""
    _locked(move).stopped_at = None
    _postpone(move, now, attempts=0)
    _tell("move.resumed", move, by, now)
    hint(db.session, "move")


def undo(move: Move, *, by, now):
    """Bring back every case that was moved and in which nothing has happened since; what waits is left alone.

    Raises MoveWasATrial. Undoing twice is undoing once.
    """
    if _locked(move).dry_run:
        raise MoveWasATrial
    if move.undo_at is not None:
        return
    move.undo_at, move.undone_by_id, move.stopped_at = now, by.id, None
    _write(move, MovedCase.state == "waiting", state="left", handled_at=now)
    _write(move, MovedCase.state == "moved", handled_at=None, due_at=now, attempts=0)
    _tell("move.undone", move, by, now)
    hint(db.session, "move")


def _waiting(move, wanted, now):
    """One row for each case, written by the database itself."""
    values = {
        "move_id": literal(move.id), "case_id": Case.id, "from_version_id": Case.version_id,
        "state": literal("waiting"), "due_at": literal(now, Moment()), "lease": literal(0), "attempts": literal(0),
    }
    found = select(*(value.label(name) for name, value in values.items())).where(*wanted).order_by(Case.id)
    return insert(MovedCase).from_select(list(values), found)


def _locked(move: Move) -> Move:
    found = select(Move).where(Move.id == move.id).with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(found).one()


def _postpone(move, moment, **values):
    _write(move, MovedCase.handled_at.is_(None), due_at=moment, **values)


def _write(move, which, **values):
    rows = update(MovedCase).where(MovedCase.move_id == move.id, which).values(**values)
    db.session.execute(rows.execution_options(synchronize_session=False))


def _tell(kind, move, by, now, **data):
    number = offers([move.to_version_id])[move.to_version_id].number
    slug = db.session.get(Service, move.service_id).slug
    Event.record(kind, by=by, now=now, move=move.id, service=slug, to_version=number, **data)
