"""An event as words for one reader: subject, plain text and HTML, in their language and direction."""

from app import ui
from app.base import db, pick
from app.cases import Case, Comment, Task
from app.cases.given import given_answers
from app.people import Person


def write(event, person, now) -> tuple[str, str, str]:
    """(subject, text, html) of the mail that tells `person` of `event`."""
    reader = ui.Reader(person.language, person.calendar, person.time_zone, "light")
    with ui.reading(reader, now):
        told = about(event, person, reader, now)
        subject = ui.render("notifications/subject.txt", **told)
        return (
            " ".join(subject.split()),
            ui.render("notifications/mail.txt", **told),
            ui.render("notifications/mail.html", **told),
        )


def about(event, person, reader, now) -> dict:
    """What the templates of a mail may say."""
    case = db.session.get(Case, event.case_id) if event.case_id else None
    task = db.session.get(Task, event.task_id) if event.task_id else None
    place = event.data.get("place") or event.data.get("element")
    said = db.session.get(Comment, event.data["comment"]) if event.kind == "comment.posted" else None
    return {
        "event": event,
        "case": case,
        "task": task,
        "person": person,
        "comment": said,
        "by": db.session.get(Person, event.by_id) if event.by_id else None,
        "service": case.published.name(reader.language) if case else "",
        "step": case.version_of(place, event.at).element_name(place, reader.language) if place and case else "",
        "given": given_answers(case, person, reader, now) if event.kind in ("task.opened", "task.reassigned") else [],
        "outcome": outcome_word(case, event, task, reader.language),
    }


def outcome_word(case, event, task, language: str) -> str:
    if task is None or not event.data.get("outcome"):
        return ""
    offered = case.published.outcomes(task.element)
    return next((one.name(language) for one in offered if one.key == event.data["outcome"]), pick({}, language))
