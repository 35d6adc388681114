"""Tasks for the steps that wait for people."""

from dataclasses import dataclass

from sqlalchemy import bindparam, insert, update

from app.base.writing import carry_out
from app.cases.assignment import Assigned, assign
from app.cases.moments import counts_working, due_of
from app.cases.rows import Rows
from app.cases.task import NO_DATE, Candidate, Task
from app.events import Event


@dataclass(frozen=True)
class Opened:
    """A task that has just been written, and who got it."""

    id: int
    case_id: int
    row: dict
    assigned: Assigned
    working: bool
    """Whether its due moment counts working time."""


def follow(case, run, known: dict, done: Task | None, directory, now) -> Rows:
    """New steps become tasks with their candidates; tasks whose step is gone are closed (`done` was closed already)."""
    rows = Rows(known, run.steps)
    close([entry["task"] for entry in rows.gone.values()], done, now)
    rows.made = _open(case, rows.new, directory, now) if rows.new else {}
    return rows


def announce(case, rows: Rows, now):
    """Tell, in the story, of every task that was opened."""
    for task in rows.made.values():
        told = {"element": task.row["element"], "place": task.row["place"], "fallback": task.assigned.fallback}
        Event.record("task.opened", task=task, now=now, **told)


def entries(case, rows: Rows) -> dict:
    """What the case remembers of its open tasks, so that lists and states need not read them."""
    return {**rows.kept, **{id: _entry(case, task) for id, task in rows.made.items()}}


def _open(case, steps: dict, directory, now) -> dict[str, Opened]:
    """However many steps: one statement for the tasks and one for their candidates."""
    assigned = [assign(step, case, directory) for step in steps.values()]
    written = [_row(case, step, now) for step in steps.values()]
    ids = carry_out(_TASKS, written).scalars()
    working = [counts_working(step.facts, {**case.facts, **step.data}) for step in steps.values()]
    made = [Opened(id, case.id, *rest) for id, *rest in zip(ids, written, assigned, working, strict=True)]
    candidates = [candidate for task in made for candidate in _candidates(task)]
    if candidates:
        carry_out(_CANDIDATES, candidates)
    return dict(zip(steps, made, strict=True))


def _row(case, step, now) -> dict:
    facts = step.facts
    return {
        "case_id": case.id,
        "step": step.id,
        "element": step.element,
        "place": (*step.callers, step.element)[0],
        "name": step.name or step.element,
        "form": facts.form,
        "approval": facts.properties.get("approval") == "true",
        "state": "ready",
        "opened_at": now,
        "due_at": due_of(facts, step.data, case, now),
    }


def _candidates(task: Opened):
    shared = {"task_id": task.id, "due_at": task.row["due_at"] or NO_DATE, "open": True}
    for person in task.assigned.people:
        yield {**shared, "person_id": person.id, "group_id": None}
    for group in task.assigned.groups:
        yield {**shared, "person_id": None, "group_id": group.id}


def close(ids: list[int], done: Task | None, now):
    """Nobody has these any more; all but `done` were never completed."""
    if not ids:
        return
    cancelled = [id for id in ids if done is None or id != done.id]
    if cancelled:
        carry_out(_CANCEL, {"ids": cancelled, "now": now})
    carry_out(_NOT_OPEN, {"ids": ids})


_TASK, _CANDIDATE = Task.__table__, Candidate.__table__
_TASKS = insert(_TASK).returning(_TASK.c.id, sort_by_parameter_order=True)
_CANDIDATES = insert(_CANDIDATE)
_CANCEL = (
    update(_TASK)
    .where(_TASK.c.id.in_(bindparam("ids", expanding=True)), _TASK.c.closed_at.is_(None))
    .values(state="cancelled", closed_at=bindparam("now"))
)
_NOT_OPEN = update(_CANDIDATE).where(_CANDIDATE.c.task_id.in_(bindparam("ids", expanding=True))).values(open=False)


def _entry(case, task: Opened) -> dict:
    people = {person.id for person in task.assigned.people}
    holders = (*task.assigned.people, *task.assigned.groups)
    asks = bool(people) and not task.assigned.groups and people <= {case.requester_id, case.beneficiary_id}
    row = task.row
    return {
        "task": task.id,
        "element": row["element"],
        "place": row["place"],
        "approval": row["approval"],
        "working": task.working,
        "asks_requester": asks and not row["approval"],
        "names": [holder.names for holder in holders[:5]],
        "since": row["opened_at"].isoformat(),
        "due": row["due_at"].isoformat() if row["due_at"] else None,
    }
