"""The mail: written when an event is handled, sent by a worker; in a demo it stays where one can look into it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Work


class Mail(Work, Model):
    """`handled_at` is when it was sent, or put into the outbox of an installation without a mail server."""

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    address: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    message_id: Mapped[str] = mapped_column(String(200), unique=True)
    written_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    person = relationship("Person")
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)


Index("ix_mail_due", Mail.due_at, postgresql_where=Mail.handled_at.is_(None), sqlite_where=Mail.handled_at.is_(None))
