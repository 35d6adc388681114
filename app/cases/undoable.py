"""What a person has just completed and may still take back: for the bar with the seconds."""

from dataclasses import dataclass

from sqlalchemy import select

from app.base import db
from app.cases.access import NotThere, Reach, task_for
from app.cases.task import Task
from app.cases.undoing import SECONDS


@dataclass(frozen=True)
class Undoable:
    """The completed task, and how many seconds to offer; `final`: what followed from it cannot be undone."""

    task: Task
    left: int
    final: bool = False


def undoable(reach: Reach, id: int | None, now) -> Undoable | None:
    """Whether undoing the task of this id is worth offering; `take_back` decides."""
    try:
        task = task_for(reach, id) if id else None
    except NotThere:
        return None
    if task is None or task.state != "done" or task.closed_by_id != reach.person.id:
        return None
    left = SECONDS - int((now - task.closed_at).total_seconds())
    kept = db.session.scalar(select(Task.undo.is_not(None)).where(Task.id == task.id))
    return Undoable(task, left, not kept) if left > 0 else None
