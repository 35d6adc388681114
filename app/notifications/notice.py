"""The notice: one event, told to one person; their tray."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, db


class Notice(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    event = relationship("Event", lazy="joined", innerjoin=True)
    case = relationship("Case", lazy="joined")
    __table_args__ = (UniqueConstraint("event_id", "person_id"),)
    # The unique pair makes telling twice impossible, however often the event is handled.


Index("ix_notice_person", Notice.person_id, Notice.id)
Index(
    "ix_notice_unread",
    Notice.person_id,
    postgresql_where=Notice.read_at.is_(None),
    sqlite_where=Notice.read_at.is_(None),
)


def unread_count(person) -> int:
    return db.session.scalar(select(func.count()).where(Notice.person_id == person.id, Notice.read_at.is_(None)))


def tray(person, after: int | None = None, limit: int = 40) -> list[Notice]:
    """The newest notices of a person; with `after` those older than the notice of that id."""
    found = select(Notice).where(Notice.person_id == person.id)
    if after:
        found = found.where(Notice.id < after)
    return list(db.session.scalars(found.order_by(Notice.id.desc()).limit(limit)))


def read_all(person, now: datetime):
    db.session.execute(
        update(Notice)
        .where(Notice.person_id == person.id, Notice.read_at.is_(None))
        .values(read_at=now)
        .execution_options(synchronize_session=False)
    )
