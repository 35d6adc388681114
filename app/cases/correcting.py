"""Correcting earlier answers at a step that may: the case knows the new ones, the story keeps both."""

from app.base import db
from app.cases.in_words import InWords
from app.events import Event


def corrections(task, values: dict) -> dict:
    """Field -> {"old", "new"} of the answers that the step of `task` may correct and `values` change."""
    answers = task.case.answers
    keys = sorted(key for key in task.case.published.correctable(task.element) if key in values or key in answers)
    both = {key: {"old": answers.get(key), "new": values.get(key)} for key in keys}
    return {key: pair for key, pair in both.items() if pair["old"] != pair["new"]}


def keep_corrections(task, values: dict, changes: dict, *, by, now, on_behalf_of=None):
    """Write the new answers, with what is computed from them, and the title that follows; record what was changed."""
    case, form = task.case, task.case.published.start_form
    kept = {key: value for key, value in case.answers.items() if key not in changes}
    new = {key: values[key] for key in (*changes, *form.computed) if key in values}
    answers = {**kept, **new}
    titles = case.published.titles({**answers, **case.facts}, InWords(form, answers, case.requester, now))
    case.answers = answers
    case.retitle(titles)
    db.session.flush()  # one writing of the case: `snapshot` counts on it
    Event.record("answers.corrected", task=task, by=by, on_behalf_of=on_behalf_of, now=now, place=task.place,
                 element=task.element, changes=changes)
