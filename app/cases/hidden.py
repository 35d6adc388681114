"""Tasks a person does not want to see before a moment."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, db


class Hidden(Model):
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    until: Mapped[datetime]


def hidden_ids(person, now: datetime) -> list[int]:
    return list(db.session.scalars(select(Hidden.task_id).where(Hidden.person_id == person.id, Hidden.until > now)))


def hide(task, person, until: datetime):
    """Hide the task from this person's inbox until then; a moment that has passed shows it again."""
    db.session.merge(Hidden(task_id=task.id, person_id=person.id, until=until))
