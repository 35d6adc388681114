"""What people say to each other on a case, who follows it, and what they began to type."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Plain


class Comment(Model):
    """A message in the conversation; `internal` ones are for the people who work on the case only."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    text: Mapped[str] = mapped_column(Text)
    internal: Mapped[bool] = mapped_column(default=False)
    once: Mapped[str | None] = mapped_column(String(64), unique=True)
    by = relationship("Person", lazy="joined", innerjoin=True)


class Watcher(Model):
    """A person who follows a case without being its requester or working on it."""

    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    person = relationship("Person", foreign_keys=[person_id], lazy="joined", innerjoin=True)


class Typed(Model):
    """What a person has typed into a form and not sent yet: for a service, or for a task."""

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    about: Mapped[str] = mapped_column(String(120))
    """"service:7" or "task:9"."""
    raw: Mapped[dict] = mapped_column(Plain, default=dict)
    saved_at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("person_id", "about"),)
