"""Taking a completion back, while nothing has been built on it: the case is again what it was before."""

import json
import zlib
from datetime import timedelta

from sqlalchemy import delete, func, or_, select, update

from app.base import Refusal, db
from app.base.writing import change
from app.cases import open_tasks
from app.cases.absences import call_off
from app.cases.deeds import Approval
from app.cases.delivering import KEPT
from app.cases.incident import Incident
from app.cases.task import Task, first
from app.cases.waiting import Call, Delivery, Timer, Wait
from app.engine import Run
from app.events import Event
from app.people import Person

SECONDS = 10
WITHIN = timedelta(seconds=SECONDS + 2)
"""The page promises SECONDS; its answer takes a moment to travel."""
FOLLOWED = ("task.completed", "task.opened", "case.closed", "case.notice", "call.opened", "incident.raised",
            "absence.arranged")
ANSWERED = ("answers", "titles", "folded")
TAKEN_OVER = ("task.claimed", "task.released", "task.reassigned")


class UndoTooLate(Refusal):
    """It is too late to undo this: it was told to others already."""


class UndoOvertaken(Refusal):
    """It is too late to undo this: {name} has gone on with the request."""


class UndoPassed(Refusal):
    """It is too late to undo this: the request has already gone on by itself."""


def snapshot(case, also_answers: bool = False) -> bytes:
    """The case before a completion, as it is kept with the task; taken before anything of the case is changed."""
    names = ("open", "marks", "state", "waiting_for", *(ANSWERED if also_answers else ()))
    kept = {name: getattr(case, name) for name in names}
    # The completion writes the case once, corrected answers once more; who writes it after that has gone on with it.
    kept.update(run=case.run.decode(), revision=case.revision + (2 if also_answers else 1))
    return zlib.compress(json.dumps(kept).encode(), 1)


def forget_snapshots(case_id: int, now):
    """Drop what was kept for undoing and can no longer serve."""
    old = update(Task).where(Task.case_id == case_id, Task.undo.is_not(None), Task.closed_at < now - WITHIN)
    db.session.execute(old.values(undo=None).execution_options(synchronize_session=False))


def take_back(task: Task, *, by, now) -> list[int]:
    """Undo this person's completion of `task`, whose case is locked; ids of the events whose telling must be recalled.

    Raises TaskClosed or TaskCancelled when it was another's, UndoTooLate, UndoOvertaken or UndoPassed when something
    has followed from it. Undoing twice is undoing once.
    """
    if not task.closed:
        return []
    if task.closed_by_id != by.id:
        task.ensure_open()
    case = task.case
    before, after, done_at = _kept(case, task, now), case.open, task.closed_at
    _call_back_deliveries(case, done_at)
    rows = {kind: _difference(before, after, kind) for kind in ("steps", "timers", "calls", "waits", "incidents")}
    _settle_new(rows, now)
    _reopen(rows)
    waits = {**before["open"].get("waits", {}), **_wait_again(case, before, rows["waits"].gone)}
    change(case, run=before["run"].encode(), open={**before["open"], "waits": waits}, marks=before["marks"],
           state=before["state"], waiting_for=before["waiting_for"], closed_at=None,
           **{name: before[name] for name in ANSWERED if name in before})
    db.session.execute(delete(Approval).where(Approval.task_id == task.id))
    call_off(case, now, since=done_at)
    Event.record("task.undone", task=task, by=by, now=now, place=task.place, element=task.element)
    return _untold(case, done_at, now)


class _Difference:
    """Rows of one kind: `new` came with the completion, `gone` went with it; engine ids to row ids."""

    def __init__(self, before: dict, after: dict):
        self.new = {id: row for id, row in after.items() if id not in before}
        self.gone = {id: row for id, row in before.items() if id not in after}


def _difference(before, after, kind) -> _Difference:
    return _Difference(before["open"].get(kind, {}), after.get(kind, {}))


def _kept(case, task, now) -> dict:
    if task.undo is None or now - task.closed_at > WITHIN:
        raise UndoTooLate
    kept = json.loads(zlib.decompress(task.undo))
    if kept["revision"] == case.revision:
        return kept
    since = select(Event.by_id).where(Event.case_id == case.id, Event.at > task.closed_at, Event.by_id.is_not(None))
    who = db.session.scalar(since.order_by(Event.id.desc()).limit(1))
    if who is None:
        raise UndoPassed
    raise UndoOvertaken(**first(db.session.get(Person, who), now))


def _call_back_deliveries(case, done_at):
    """Messages on their way are called back; what has arrived somewhere cannot be."""
    lately = or_(Delivery.expires_at.is_(None), Delivery.expires_at >= done_at + KEPT)
    sent = (Delivery.sent_by_case_id == case.id, Delivery.due_at >= done_at, lately)
    whole = db.session.scalar(select(func.count()).select_from(Delivery).where(*sent))
    if not whole:
        return
    unread = delete(Delivery).where(*sent, Delivery.handled_at.is_(None))
    if db.session.execute(unread.execution_options(synchronize_session=False)).rowcount != whole:
        raise UndoPassed


def _settle_new(rows, now):
    calls = list(rows["calls"].new.values())
    if calls and db.session.scalar(select(Call.id).where(Call.id.in_(calls), Call.child_id.is_not(None)).limit(1)):
        raise UndoPassed  # another request has begun because of it
    open_tasks.close([entry["task"] for entry in rows["steps"].new.values()], None, now)
    _write(Timer, rows["timers"].new, handled_at=now)
    _write(Call, rows["calls"].new, answered_at=now, handled_at=now)
    _write(Incident, rows["incidents"].new, resolved_at=now)
    if rows["waits"].new:
        db.session.execute(delete(Wait).where(Wait.id.in_(rows["waits"].new.values())))


def _reopen(rows):
    for entry in rows["steps"].gone.values():
        _reopen_task(db.session.get(Task, entry["task"]))
    _write(Timer, rows["timers"].gone, handled_at=None, leased_until=None)
    _write(Incident, rows["incidents"].gone, resolved_at=None)
    _write(Call, rows["calls"].gone, answered_at=None)
    gone = list(rows["calls"].gone.values())
    if gone:  # a called service that nobody had opened yet is opened after all
        unmade = update(Call).where(Call.id.in_(gone), Call.child_id.is_(None), Call.due_at.is_not(None))
        db.session.execute(unmade.values(handled_at=None).execution_options(synchronize_session=False))


def _reopen_task(task: Task):
    """With the people who had it: everybody, whoever it was handed to, or whoever has taken it."""
    last = select(Event.kind).where(Event.case_id == task.case_id, Event.task_id == task.id, Event.kind.in_(TAKEN_OVER))
    given = db.session.scalar(last.order_by(Event.id.desc()).limit(1)) == "task.reassigned"
    task.state = "claimed" if task.claim else "delegated" if given else "ready"
    task.closed_at = task.closed_by_id = task.for_id = task.outcome = task.values = task.undo = None
    candidates = sorted(task.candidates, key=lambda one: one.id)
    for one in candidates:
        one.open = task.claim is None and (not given or one is candidates[-1])


def _wait_again(case, before, gone: dict) -> dict:
    """Subscriptions that were given up are taken out anew: wait id to row id."""
    if not gone:
        return {}
    run = Run.load(case.published.diagram, before["run"].encode())
    made = {
        one.id: Wait(
            case_id=case.id, wait=one.id, element=one.element, kind=one.kind, name=one.name, keys=one.keys)
        for one in run.waits if one.id in gone
    }
    db.session.add_all(made.values())
    db.session.flush()
    return {id: row.id for id, row in made.items()}


def _untold(case, done_at, now) -> list[int]:
    """The events of the completion stay in the story, but nobody is told of them any more."""
    found = select(Event.id).where(Event.case_id == case.id, Event.at == done_at, Event.kind.in_(FOLLOWED))
    ids = list(db.session.scalars(found))
    _write(Event, dict(enumerate(ids)), handled_at=now)
    return ids


def _write(model, rows: dict, **values):
    if rows:
        written = update(model).where(model.id.in_(rows.values())).values(**values)
        db.session.execute(written.execution_options(synchronize_session=False))
