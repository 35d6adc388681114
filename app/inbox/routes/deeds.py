"""Deeds on a task: completing and taking it back, taking, giving back, handing over, hiding."""

from datetime import datetime, timedelta

from flask import redirect, render_template, request, url_for

from app.base import Refusal, read_clock
from app.cases import (
    Reach,
    claim,
    complete,
    ensure_theirs,
    hand_over,
    release,
    stands_in_for,
    take_back,
    task_for,
    task_locked,
    task_to_do,
)
from app.cases.hidden import hide
from app.cases.routes.filled import form_pairs, keep_files
from app.inbox.routes.panes import again, blueprint, filling_of, listing, shown, view_of
from app.notifications import recall
from app.people import Person
from app.people.current import person


class NobodyChosen(Refusal):
    """Choose a person of this organisation first."""

    status = 422


@blueprint.post("/tasks/<int:id>/completion")
def create_completion(id):
    """Submit the form with the chosen outcome; everything typed stays on the page when it cannot be taken."""
    reach, now = Reach.of(person(), read_clock()), read_clock()
    task = task_locked(reach, id)
    filling = filling_of(task, now)
    raw = filling.form.gather(form_pairs()) if filling.form else {}
    # Whoever comes late is told so, whatever a closed task's form would say of their answers.
    seen = filling.examine(raw, submit=not task.closed) if filling.form else None
    if seen is not None and not seen.accepted and not task.closed:
        return again(reach, task, now, seen=seen)
    try:
        ensure_theirs(reach, task)
        complete(
            task,
            seen.values if seen else {},
            by=person(),
            now=now,
            on_behalf_of=stands_in_for(reach, task),
            outcome=request.form.get("outcome") or None,
            comment=request.form.get("comment", "").strip(),
        )
    except Refusal as refusal:
        return again(reach, task, now, seen=seen, refusal=refusal)
    keep_files(task.case, seen.values if seen else {})
    if request.form.get("back") == "home":
        return redirect(url_for("home.show", done=task.id), 303)
    return redirect(url_for("inbox.show", view=view_of(), task=request.form.get("then") or None, done=task.id), 303)


@blueprint.post("/tasks/<int:id>/completion-removal")
def delete_completion(id):
    """Take the completion back; when it is too late the page says why, and nothing has changed."""
    reach, now = Reach.of(person(), read_clock()), read_clock()
    task = task_locked(reach, id)
    try:
        recall(take_back(task, by=person(), now=now))
    except Refusal as refusal:
        context = {**listing(reach, now), **shown(reach, task, now), "late": refusal}
        return render_template("inbox/show.html", **context), refusal.status
    return redirect(url_for("inbox.show", view=view_of(), task=task.id, undone=1), 303)


@blueprint.post("/tasks/<int:id>/claim")
def create_claim(id):
    claim(task_to_do(Reach.of(person(), read_clock()), id), by=person(), now=read_clock())
    return redirect(url_for("inbox.show", task=id, view=view_of()), 303)


@blueprint.delete("/tasks/<int:id>/claim")
@blueprint.post("/tasks/<int:id>/claim-removal")
def delete_claim(id):
    release(task_to_do(Reach.of(person(), read_clock()), id), by=person(), now=read_clock())
    return redirect(url_for("inbox.show", view=view_of()), 303)


@blueprint.post("/tasks/<int:id>/assignment")
def create_assignment(id):
    """Hand the task over to another person."""
    task = task_locked(Reach.of(person(), read_clock()), id)
    to = Person.by_key(request.form.get("person", ""))
    if to is None:
        raise NobodyChosen
    hand_over(task, to, by=person(), now=read_clock(), reason=request.form.get("reason", "").strip()[:2000])
    return redirect(url_for("inbox.show", view=view_of()), 303)


@blueprint.post("/tasks/<int:id>/hiding")
def create_hiding(id):
    """Hide until a moment: tomorrow, in a week, or shown again at once."""
    now = read_clock()
    days = {"tomorrow": 1, "week": 7}.get(request.form.get("until", ""), 0)
    hide(task_for(Reach.of(person(), now), id), person(), _morning(now, days) if days else now)
    return redirect(url_for("inbox.show", view=view_of()), 303)


def _morning(now: datetime, days: int) -> datetime:
    return (now + timedelta(days=days)).replace(hour=5, minute=0, second=0, microsecond=0)
