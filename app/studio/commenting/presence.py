"""Presence: who has a draft open, as far as their browser has said lately."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, db
from app.studio.drafts import Draft

LATELY = timedelta(seconds=50)
"""Browsers tell every 20 seconds: who missed two is gone."""


class Presence(Model):
    """One person at one draft, and when their browser was heard of last."""

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    seen_at: Mapped[datetime]

    person = relationship("Person")
    __table_args__ = (UniqueConstraint("draft_id", "person_id"),)

    @classmethod
    def note(cls, draft: Draft, person, *, now: datetime):
        """`person` has the draft open."""
        found = db.session.scalar(select(cls).where(cls.draft_id == draft.id, cls.person_id == person.id))
        if found is None:
            db.session.add(cls(draft_id=draft.id, person_id=person.id, seen_at=now))
        else:
            found.seen_at = now
        db.session.flush()

    @classmethod
    def at(cls, draft: Draft, *, now: datetime) -> list:
        """The people who have the draft open, the first comer first."""
        lately = select(cls).where(cls.draft_id == draft.id, cls.seen_at > now - LATELY).order_by(cls.id)
        return [one.person for one in db.session.scalars(lately)]
