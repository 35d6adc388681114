"""Looking at the inbox and its tasks, and typing into their forms."""

from flask import redirect, render_template, request, url_for

from app.base import read_clock
from app.cases import NotThere, Reach, task_for
from app.cases.routes.filled import form_pairs
from app.cases.tasks_of import listed
from app.cases.undoable import undoable
from app.inbox.routes.panes import blueprint, filling_of, listing, pane, shown, urls, view_of
from app.people.current import person


@blueprint.get("/inbox")
def show():
    """The list, and beside it the chosen task; on a phone one of the two."""
    reach, now = Reach.of(person(), read_clock()), read_clock()
    task = _next(reach, now) if "done" in request.args or "next" in request.args else _chosen(reach)
    done = undoable(reach, request.args.get("done", type=int), now)
    return render_template("inbox/show.html", **listing(reach, now), **shown(reach, task, now), done=done)


def _chosen(reach):
    id = request.args.get("task", type=int)
    return task_for(reach, id) if id else None


def _next(reach, now):
    """After a decision: the task that followed it in the list, if it is still there, else the first of the list."""
    try:
        task = _chosen(reach)
    except NotThere:
        task = None
    if task is None or task.closed:
        first = next((task.id for task in listed(reach, view_of(), now, limit=1)), None)
        task = task_for(reach, first) if first else None
    return task


@blueprint.get("/inbox/rows")
def rows():
    """More rows of a view."""
    return render_template("inbox/rows.html", **listing(Reach.of(person(), read_clock()), read_clock()), task=None)


@blueprint.get("/tasks/<int:id>")
def open_task(id):
    """The task alone, for the pane; a link from a mail gets the whole page."""
    reach, now = Reach.of(person(), read_clock()), read_clock()
    task = task_for(reach, id)
    if "HX-Request" not in request.headers:
        return redirect(url_for("inbox.show", task=id, view=request.args.get("view")))
    return render_template("inbox/task.html", **pane(reach, task, now), view=view_of())


@blueprint.post("/tasks/<int:id>/examination")
def examine(id):
    """The task's form after a change; what was typed is saved."""
    reach, now = Reach.of(person(), read_clock()), read_clock()
    filling = filling_of(task_for(reach, id), now)
    raw = filling.form.gather(form_pairs())
    typed = filling.keep(raw)
    return render_template("cases/form_part.html", seen=filling.examine(raw), typed=typed, **urls(id))


@blueprint.post("/tasks/<int:id>/draft")
def keep(id):
    """Save what was typed, while it is typed."""
    filling = filling_of(task_for(Reach.of(person(), read_clock()), id), read_clock())
    return render_template("cases/saved.html", typed=filling.keep(filling.form.gather(form_pairs())))
