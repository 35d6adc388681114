"""The answers given on a case, grouped by who gave them and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db
from app.cases.assignment import context_of
from app.cases.lookup import Lookup
from app.cases.task import Task


@dataclass(frozen=True)
class Given:
    """One filled form: by whom, at which step, the answers in words (`app.forms.Answer`)."""

    by: object
    step: str
    at: datetime
    answers: tuple
    outcome: str = ""
    on_behalf_of: object = None


def given_answers(case, person, reader, now) -> list[Given]:
    """Everything answered so far, what the requester said first."""
    lookup = Lookup(person, now, reader.language, case.id)
    found = [
        Given(
            case.requester,
            "",
            case.opened_at,
            read_answers(case.version_at(case.opened_at).start_form, case, case.answers, lookup, reader, now),
        )
    ]
    done = (
        select(Task)
        .where(Task.case_id == case.id, Task.state == "done")
        .order_by(Task.closed_at)
        .options(joinedload(Task.closed_by))
    )
    for task in db.session.scalars(done):
        version = case.version_of(task.element, task.closed_at)
        form = version.form_of(task.element, task.form) if task.form else None
        answers = read_answers(form, case, task.values or {}, lookup, reader, now)
        if answers or task.outcome:
            name = version.element_name(task.place or task.element, reader.language)
            found.append(Given(task.closed_by, name, task.closed_at, answers, _outcome(version, task, reader.language)))
    return found


def read_answers(form, case, values: dict, lookup, reader, now) -> tuple:
    """The values of a form as people read them; what the case knows stands behind them."""
    if form is None:
        return ()
    return form.answers(
        {**context_of(case, {}), **values},
        language=reader.language,
        now=now,
        lookup=lookup,
        calendar=reader.calendar,
        zone=reader.zone,
    )


def _outcome(version, task, language: str) -> str:
    return next((one.name(language) for one in version.outcomes(task.element) if one.key == task.outcome), "")
