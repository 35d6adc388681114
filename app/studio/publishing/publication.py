"""The publication: somebody's wish that people get a draft, what it was decided on, and what became of it."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Plain, Work, Written, db
from app.catalog import Published, ServiceVersion
from app.events import Event
from app.studio.drafts import Draft
from app.studio.trying.version import version_of

WAITING, SCHEDULED, PUBLISHED = "waiting_review", "scheduled", "published"
REFUSED, WITHDRAWN, FAILED = "refused", "withdrawn", "failed"
UNDER_WAY = (WAITING, SCHEDULED)
FINISH, MOVE = "finish", "move"


class Publication(Work, Model):
    """`spec` and `files` (path -> hash) are what was asked for: what is changed in the draft later is not published.

    `accepted`: key of a point or "way:<id>" -> the reason; `evidence`: `Evidence.plain` when it was asked for;
    `running` says what happens to running requests, `moving` how those that are moved find their way ({"mapping",
    "recompute", "accepted"}, as `app.cases.moving.begin` takes them); `due_at` is when it is to be carried out, and
    then when it is looked how far they are, None while it waits for the second person and when all is over.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    revision: Mapped[int]
    number: Mapped[int]
    spec: Mapped[dict] = mapped_column(Written)
    files: Mapped[dict] = mapped_column(Written)
    note: Mapped[str] = mapped_column(Text)
    running: Mapped[str] = mapped_column(String(12), default=FINISH)
    moving: Mapped[dict | None] = mapped_column(Plain)
    accepted: Mapped[dict] = mapped_column(Plain, default=dict)
    evidence: Mapped[dict] = mapped_column(Plain, default=dict)
    state: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was refused or withdrawn; or why it failed, in the words of `failure`."""
    failure: Mapped[dict] = mapped_column(Plain, default=dict)
    """A failure by language, for pages."""
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    effective_at: Mapped[datetime | None]
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reviewed_at: Mapped[datetime | None]
    review_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), unique=True)
    version_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("service_version.id"))
    ended_at: Mapped[datetime | None]

    draft = relationship(Draft)
    by = relationship("Person", foreign_keys=[by_id])
    reviewer = relationship("Person", foreign_keys=[reviewer_id])
    review = relationship("Case")
    version = relationship(ServiceVersion)

    @property
    def contents(self) -> Published:
        """What would be published, compiled."""
        return version_of(self.spec, self.files, self.number)

    @property
    def under_way(self) -> bool:
        return self.state in UNDER_WAY

    def end(self, state: str, *, now: datetime, reason: str = ""):
        """It is over: nothing waits for it any more."""
        self.state, self.reason, self.ended_at, self.due_at = state, reason, now, None

    def tell(self, kind: str, *, by, now: datetime, **data):
        """Record what happened to it, with what those who are told need to know."""
        Event.record(f"publication.{kind}", by=by, now=now, service=self.slug, publication=self.id, version=self.number,
                     names={language: text.get("name", "") for language, text in self.spec["texts"].items()},
                     owner=self.spec.get("owner", ""), asked_by=self.by.key, **data)

    @classmethod
    def of(cls, slug: str, limit: int = 50) -> list["Publication"]:
        """All of a service, the newest first."""
        return list(db.session.scalars(select(cls).where(cls.slug == slug).order_by(cls.id.desc()).limit(limit)))

    @classmethod
    def open_of(cls, slug: str, lock: bool = False) -> "Publication | None":
        """The one that waits or is scheduled."""
        found = select(cls).where(cls.slug == slug, cls.state.in_(UNDER_WAY))
        return db.session.scalar(found.with_for_update().execution_options(populate_existing=True) if lock else found)


_waits = Publication.handled_at.is_(None)
Index("ix_publication_due", Publication.due_at, postgresql_where=_waits, sqlite_where=_waits)
_open = Publication.state.in_(UNDER_WAY)
Index("uq_publication_open", Publication.slug, unique=True, postgresql_where=_open, sqlite_where=_open)
