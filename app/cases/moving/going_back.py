"""Bringing a moved case back to the version it came from, while nothing has happened in it since."""

from sqlalchemy import delete, func, insert, select, update

from app.base import Refusal, db
from app.base.writing import carry_out, change
from app.cases import open_tasks
from app.cases.case import Case
from app.cases.moving.before import Before
from app.cases.moving.move import MovedCase
from app.cases.moving.shown import MODELS, photograph, write
from app.cases.task import Candidate
from app.cases.waiting import Call, Timer, Wait
from app.catalog import offers
from app.events import Event
from app.people import Person


class NotMoved(Refusal):
    """This request was not moved, or has been brought back already."""


class MoveOvertaken(Refusal):
    """It cannot be moved back: {name} has gone on with the request."""


class MovePassed(Refusal):
    """It cannot be moved back: the request has already gone on by itself."""


TALK = ("comment.posted", "watcher.added")
REFUSALS = {"overtaken": MoveOvertaken, "passed": MovePassed}


def bring_back(row: MovedCase, *, by, now):
    """`undo_case` for the worker: a refusal stands with the row."""
    if row.state != "moved":
        return
    try:
        undo_case(row, by=by, now=now)
    except (MoveOvertaken, MovePassed) as refusal:
        rule = next(rule for rule, kind in REFUSALS.items() if isinstance(refusal, kind))
        row.refusal = {"rule": rule, "values": refusal.values}


def refused(row: MovedCase) -> Refusal | None:
    """Why a case of a move could not be brought back, as a sentence."""
    return REFUSALS[row.refusal["rule"]](**row.refusal["values"]) if row.refusal else None


def undo_case(row: MovedCase, *, by, now):
    """The case is again what it was before: version, run, rows. Raises NotMoved, MoveOvertaken or MovePassed."""
    case = Case.locked(row.case_id)
    db.session.refresh(row, ["state", "revision", "before"])
    if row.state != "moved":
        raise NotMoved
    before = Before.unpacked(row.before)
    _refuse_overtaken(case, row, before)
    number = offers([case.version_id])[case.version_id].number
    _close_new(before, now)
    for kind in MODELS:
        _restore(kind, before.rows[kind])
    for id, open in before.candidates.items():
        carry_out(update(Candidate.__table__).where(Candidate.id == id).values(open=open))
    change(case, **before.columns)
    old = offers([case.version_id])[case.version_id].number
    Event.record("case.move_undone", case=case, by=by, now=now, from_version=number, to_version=old, move=row.move_id)
    row.state, row.undone_at, row.refusal, row.before = "undone", now, None, None


def _refuse_overtaken(case, row, before):
    who = _who_since(case)
    if who is not None:
        names = dict(who.names)
        raise MoveOvertaken(name=names.get("en", ""), names=names)
    if case.revision != row.revision:
        raise MovePassed
    called = before.new.get("calls")
    if before.sent or called and db.session.scalar(
        select(Call.id).where(Call.id.in_(called), Call.child_id.is_not(None)).limit(1)
    ):
        raise MovePassed


def _who_since(case) -> Person | None:
    """Who has done something to the request since it was moved; what people say to each other changes nothing."""
    moved = select(func.max(Event.id)).where(Event.case_id == case.id, Event.kind == "case.moved").scalar_subquery()
    since = (Event.case_id == case.id, Event.id > moved, Event.by_id.is_not(None), Event.kind.not_in(TALK))
    found = db.session.scalar(select(Event.by_id).where(*since).order_by(Event.id.desc()).limit(1))
    return db.session.get(Person, found) if found else None


def _close_new(before, now):
    """What the move began is over."""
    new = {kind: ids for kind, ids in before.new.items() if ids}
    open_tasks.close(new.get("steps", []), None, now)
    for kind, values in (("timers", {"handled_at": now}), ("calls", {"answered_at": now, "handled_at": now}),
                         ("incidents", {"resolved_at": now})):
        for id in new.get(kind, ()):
            write(kind, id, values)
    if "waits" in new:
        carry_out(delete(Wait.__table__).where(Wait.id.in_(new["waits"])))


def _restore(kind, rows: dict):
    there = photograph(kind, list(rows)) if kind == "waits" else rows
    for id, values in rows.items():
        if id in there:
            write(kind, id, values)
        else:  # a subscription that was given up
            carry_out(insert(Wait.__table__), {"id": id, **values})
    if kind == "timers" and rows:
        free = update(Timer.__table__).where(Timer.id.in_(rows), Timer.handled_at.is_(None))
        carry_out(free.values(leased_until=None))
