"""The remark: something said about an element of a draft, open until somebody settles it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Refusal, db
from app.events import Event
from app.studio.drafts import Draft

LONGEST = 4000


class NothingSaid(Refusal):
    """Write what you want to say about this element, in at most 4000 characters."""

    status = 422


class Remark(Model):
    """One thing said about one element; `settled_at` and `settled_by` when it needs no more talk."""

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    element: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    by = relationship("Person", foreign_keys=[by_id])

    @classmethod
    def say(cls, draft: Draft, element: str, text: str, *, by, now: datetime) -> "Remark":
        """Say something about an element. Raises NothingSaid."""
        text = text.strip()
        if not text or len(text) > LONGEST or not element or len(element) > 200:
            raise NothingSaid
        remark = cls(draft_id=draft.id, element=element, text=text, at=now, by_id=by.id)
        db.session.add(remark)
        db.session.flush()
        Event.record("remark.made", by=by, now=now, service=draft.slug, draft=draft.id, element=element)
        return remark

    @classmethod
    def of(cls, draft: Draft) -> list["Remark"]:
        """Everything said about a draft, oldest first."""
        return list(db.session.scalars(select(cls).where(cls.draft_id == draft.id).order_by(cls.id)))

    @classmethod
    def in_draft(cls, draft: Draft, id: int) -> "Remark | None":
        return db.session.scalar(select(cls).where(cls.id == id, cls.draft_id == draft.id))

    def settle(self, *, by, now: datetime):
        """It needs no more talk."""
        if self.settled_at is None:
            self.settled_at, self.settled_by_id = now, by.id

    def reopen(self):
        self.settled_at = self.settled_by_id = None
