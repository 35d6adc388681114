"""What the inbox shows: the list of a view, and the pane of a task."""

import secrets

from flask import Blueprint, render_template, request, url_for

from app import ui
from app.cases import RunUnreadable, stands_in_for
from app.cases.ahead import next_after
from app.cases.filling import for_task
from app.cases.given import given_answers
from app.cases.tasks_of import COUNTED, PAGE, VIEWS, count, listed
from app.cases.timeline import timeline
from app.catalog import VersionUnusable
from app.inbox.slots import grouped
from app.people.current import person

blueprint = Blueprint("inbox", __name__)


def view_of() -> str:
    view = request.values.get("view")
    return view if view in VIEWS else "mine"


def listing(reach, now) -> dict:
    view, after = view_of(), max(request.args.get("after", 0, type=int), 0)
    counts = {name: count(reach, name, now) for name in ("mine", "groups", "soon", "hidden")}
    tasks = listed(reach, view, now, after=after)
    return {
        "view": view,
        "counts": counts,
        "tasks": tasks,
        "after": after,
        "page": PAGE,
        "slots": grouped(tasks, now, ui.reader().zone) if view != "decided" else [("decided", tasks)],
    }


def pane(reach, task, now, seen=None, refusal=None) -> dict:
    filling = filling_of(task, now)
    typed = filling.typed() if filling.form and not task.closed else None
    if filling.form and seen is None:
        seen = filling.examine(typed.raw if typed else None)
    outcomes = task.case.published.outcomes(task.element)
    return {
        "task": task,
        "case": task.case,
        "seen": seen,
        "typed": typed,
        "refusal": refusal,
        "outcomes": outcomes,
        "then": _then(task, outcomes),
        "given": given_answers(task.case, person(), ui.reader(), now),
        "entries": timeline(task.case, internal=True, language=ui.reader().language),
        "works": True,
        "instead_of": stands_in_for(reach, task),
        "comment": request.form.get("comment", ""),
        "once": secrets.token_urlsafe(16),
        **urls(task.id),
    }


def again(reach, task, now, seen=None, refusal=None):
    context = {**listing(reach, now), **pane(reach, task, now, seen, refusal)}
    return render_template("inbox/show.html", **context), refusal.status if refusal else 422


def _then(task, outcomes) -> str:
    """The name of what follows the first choice, where the drawing leaves no doubt."""
    version = task.case.published
    after = next_after(version, task.place or task.element, outcomes[0].key if outcomes else None)
    return version.element_name(after, ui.reader().language) if after else ""


def filling_of(task, now):
    run = None if task.closed else task.case.load_run()
    step = next((one for one in run.steps if one.id == task.step), None) if run else None
    return for_task(task, step, person=person(), now=now, reader=ui.reader())


def urls(id) -> dict:
    return {
        "examine_url": url_for("inbox.examine", id=id),
        "upload_url": url_for("files.create"),
        "pick_url": url_for("people.options"),
    }


def shown(reach, task, now) -> dict:
    try:
        return pane(reach, task, now) if task else {"task": None}
    except (RunUnreadable, VersionUnusable):
        if "next" not in request.args and "done" not in request.args:
            raise
        return {"task": None}  # the next one is broken: the list beside it is not


@blueprint.app_template_filter()
def counted(count: int) -> str:
    """A counter as shown: a thousand and more is "1000+"."""
    return f"{COUNTED}+" if count >= COUNTED else str(count)
