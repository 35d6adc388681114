"""Recalling what was told of events that have been undone: as long as no mail has left."""

from sqlalchemy import delete, or_, select

from app.base import db
from app.cases import UndoTooLate
from app.notifications.mail import Mail
from app.notifications.notice import Notice


def recall(events: list[int]):
    """Remove the notices and the waiting mails of these events; raises UndoTooLate when a mail is on its way."""
    if not events:
        return
    away = or_(Mail.handled_at.is_not(None), Mail.leased_until.is_not(None))
    if db.session.scalar(select(Mail.id).where(Mail.event_id.in_(events), away).limit(1)):
        raise UndoTooLate
    for model in (Mail, Notice):
        gone = delete(model).where(model.event_id.in_(events))
        db.session.execute(gone.execution_options(synchronize_session=False))
