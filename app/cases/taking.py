"""Taking a task from the group, giving it back, handing it over."""

from sqlalchemy import or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.base import Refusal, db
from app.cases.task import NO_DATE, Candidate, Claim, Task, TaskTaken, first
from app.events import Event
from app.people import Membership


class NotTaken(Refusal):
    """You have not taken this task."""


class CannotTakeOver(Refusal):
    """{name} is not here any more and cannot take over a task."""


def claim(task: Task, *, by, now):
    """Take the task. Of two who try at once one wins; the other gets TaskTaken, with the winner's name."""
    task.ensure_open()
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    taken = insert(Claim).values(task_id=task.id, person_id=by.id, at=now).on_conflict_do_nothing()
    won = db.session.scalar(taken.returning(Claim.task_id)) is not None
    db.session.refresh(task, ["claim"])
    if not won:
        if task.claim.person_id == by.id:
            return
        if not _lapsed(task):
            raise TaskTaken(**first(task.claim.person, task.claim.at))
        task.claim.person_id, task.claim.at = by.id, now
    task.state = "claimed"
    _show_to_others(task, False)
    _say_who_has_it(task, [by.names])
    Event.record("task.claimed", task=task, by=by, now=now, place=task.place)


def _lapsed(task: Task) -> bool:
    """Whether who has taken the task may not do it any more, having left the group or the organisation."""
    groups = select(Membership.group_id).where(Membership.person_id == task.claim.person_id)
    still = or_(Candidate.person_id.is_not(None), Candidate.group_id.in_(groups))
    found = db.session.scalar(select(Candidate.id).where(Candidate.task_id == task.id, still).limit(1))
    return found is None or not task.claim.person.active


def release(task: Task, *, by, now):
    """Give the task back to everybody who may do it."""
    task.ensure_open()
    if task.claim is None or task.claim.person_id != by.id:
        raise NotTaken
    task.claim = None
    task.state = "ready"
    _show_to_others(task, True)
    _say_who_has_it(task, [(one.person or one.group).names for one in task.candidates])
    Event.record("task.released", task=task, by=by, now=now, place=task.place)


def hand_over(task: Task, to, *, by, now, reason: str = ""):
    """Give the task to another person, alone; the history keeps from whom."""
    task.ensure_open()
    if not to.active:
        raise CannotTakeOver(name=to.name("en"), names=dict(to.names))
    task.claim = None
    _show_to_others(task, False)
    task.candidates.append(Candidate(person=to, due_at=task.due_at or NO_DATE))
    task.state = "delegated"
    _say_who_has_it(task, [to.names])
    Event.record("task.reassigned", task=task, by=by, now=now, to=to.key, reason=reason, place=task.place)


def _show_to_others(task: Task, open: bool):
    db.session.execute(
        update(Candidate)
        .where(Candidate.task_id == task.id)
        .values(open=open)
        .execution_options(synchronize_session=False)
    )
    db.session.expire(task, ["candidates"])


def _say_who_has_it(task: Task, names: list[dict]):
    """Requesters read on their case who has it; so a claim is written there, too."""
    case = task.case
    entry = case.open["steps"].get(task.step)
    if entry is None:
        return
    case.open = {**case.open, "steps": {**case.open["steps"], task.step: {**entry, "names": names[:5]}}}
    if case.waiting_for.get("task") == task.id:
        case.waiting_for = {**case.waiting_for, "names": names[:5]}
