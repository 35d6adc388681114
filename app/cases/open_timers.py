"""Rows for the due moments of a run. The engine's due time counts, unless the element counts working time."""

from sqlalchemy import update

from app.base import db, hint
from app.cases.moments import counts_working, later
from app.cases.rows import Rows
from app.cases.waiting import Timer


def follow(case, run, known: dict, now) -> Rows:
    rows = Rows(known, run.timers)
    if rows.gone:
        db.session.execute(
            update(Timer)
            .where(Timer.id.in_(rows.gone.values()), Timer.handled_at.is_(None))
            .values(handled_at=now)
            .execution_options(synchronize_session=False)
        )
    for id, timer in rows.new.items():
        rows.made[id] = Timer(
            case_id=case.id,
            timer=id,
            element=timer.element,
            name=timer.name or "",
            text=timer.text,
            due_at=_due(case, run, timer, now),
        )
    db.session.add_all(rows.made.values())
    if any(row.due_at <= now for row in rows.made.values()):
        hint(db.session, "timer")
    return rows


def _due(case, run, timer, now):
    if timer.kind == "duration" and _working(case, run, timer):
        return later(case, now, timer.text, working=True)
    return timer.due_at


def _working(case, run, timer) -> bool:
    """A timer at the edge of a step reads what the step reads; elsewhere it reads the case's data."""
    element = case.published.diagram.elements[timer.element]
    at = (step.data for step in run.steps if (step.element, step.callers) == (element.attached_to, timer.callers))
    return timer.working or counts_working(element.facts, {**case.facts, **next(at, run.data)})
