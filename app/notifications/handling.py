"""Handling an event: a notice and, where it matters, a mail for everybody who should hear of it. Twice is once."""

from datetime import timedelta

from sqlalchemy import select

from app.base import db, hint
from app.cases import forget_snapshots
from app.events import Event
from app.notifications.mail import Mail
from app.notifications.notice import Notice
from app.notifications.recipients import MAILED, told_about
from app.notifications.writing import write

PAUSE = timedelta(seconds=10)
"""Mails leave a little later than notices: a deed that is undone at once has not been told to everybody."""


def handle(event: Event, *, now):
    """Tell everybody who should know; people already told of this event are left alone."""
    told = set(db.session.scalars(select(Notice.person_id).where(Notice.event_id == event.id)))
    for person in told_about(event):
        if person.id in told:
            continue
        db.session.add(
            Notice(event_id=event.id, person_id=person.id, case_id=event.case_id, task_id=event.task_id, at=event.at)
        )
        if event.kind in MAILED and person.email:
            db.session.add(_mail(event, person, now))
            hint(db.session, "mail")
    if event.kind == "task.completed":
        forget_snapshots(event.case_id, now)


def _mail(event, person, now) -> Mail:
    subject, text, html = write(event, person, now)
    return Mail(
        event_id=event.id,
        person_id=person.id,
        address=person.email,
        subject=subject,
        text=text,
        html=html,
        message_id=f"<event.{event.id}.{person.id}@mizban>",
        written_at=now,
        due_at=now + PAUSE,
    )
