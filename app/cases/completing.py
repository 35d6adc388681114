"""Completing a task: the values go to the diagram, a decision is recorded, the case goes on."""

from app.base import Refusal, db
from app.base.writing import change
from app.cases.correcting import corrections, keep_corrections
from app.cases.deed import Deed
from app.cases.deeds import Approval
from app.cases.follow import follow
from app.cases.task import Task, TaskTaken, first
from app.cases.undoing import snapshot


class OutcomeUnknown(Refusal):
    """Choose one of the decisions that this step offers."""

    status = 422


class CommentNeeded(Refusal):
    """Say why: the next person will read it."""

    status = 422


def complete(
    task: Task, values: dict, *, by, now, on_behalf_of=None, outcome: str | None = None, comment: str = ""
) -> Task:
    """Complete `task`, found by `task_to_do` (so its case is locked), with clean form values, atomically.

    Raises TaskClosed or TaskCancelled when somebody or something was first, TaskTaken when another person holds it,
    OutcomeUnknown or CommentNeeded for a decision that cannot stand. Sending twice gives the first result.
    """
    case = task.case
    if task.state == "done" and task.closed_by_id == by.id:
        return task
    task.ensure_open()
    if task.claim is not None and task.claim.person_id not in (by.id, on_behalf_of.id if on_behalf_of else None):
        raise TaskTaken(**first(task.claim.person, task.claim.at))
    _check_decision(case, task, outcome, comment)
    run = case.load_run()
    run.complete(task.step, _submitted(values, outcome, comment, by), now=now)
    corrected = corrections(task, values)
    _close(task, values, outcome, by, on_behalf_of, now, snapshot(case, also_answers=bool(corrected)))
    if task.approval and outcome:
        db.session.add(
            Approval(
                case_id=case.id,
                task_id=task.id,
                decision=outcome,
                reason=comment,
                by_id=by.id,
                at=now,
                for_id=on_behalf_of.id if on_behalf_of else None,
            )
        )
    done = {"element": task.element, "place": task.place, "outcome": outcome, "comment": comment}
    if corrected:
        keep_corrections(task, values, corrected, by=by, now=now, on_behalf_of=on_behalf_of)
    follow(case, run, Deed("task.completed", by, on_behalf_of, task, done), now=now)
    return task


def _check_decision(case, task, outcome, comment):
    offered = case.published.outcomes(task.element)
    if offered and outcome not in [one.key for one in offered]:
        raise OutcomeUnknown
    if any(one.key == outcome and one.needs_comment for one in offered) and not comment.strip():
        raise CommentNeeded


def _submitted(values, outcome, comment, by) -> dict:
    if outcome is None:
        return values
    return {**values, "outcome": outcome, "comment": comment, "decided_by": by.key}


def _close(task, values, outcome, by, on_behalf_of, now, undo):
    change(task, state="done", closed_at=now, closed_by_id=by.id, values=values, outcome=outcome,
           for_id=on_behalf_of.id if on_behalf_of else None, undo=undo)
