"""The draft: a service as it is being designed, and the revisions it went through."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Plain, Written, db
from app.catalog import Offer, Published
from app.studio.drafts.blob import contents
from app.studio.drafts.proof import prove


class Draft(Model):
    """One service has at most one open draft, shared by those who design it.

    `spec` is what a ServiceVersion's spec is (the service's yaml with the names of its elements and `forms`: path ->
    form id), `files` path -> hash of the contents; `revision` counts every save and is what editors must have seen.
    `closed_at` is set when it was published or discarded; `closed_by` says which ("published", "discarded").
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    department: Mapped[str] = mapped_column(String(60))
    service_id: Mapped[int | None] = mapped_column(ForeignKey("service.id"))
    base_version_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("service_version.id"))
    number: Mapped[int] = mapped_column(default=1)
    """The number its version will have."""
    spec: Mapped[dict] = mapped_column(Written)
    files: Mapped[dict] = mapped_column(Written)
    revision: Mapped[int] = mapped_column(default=1)
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    saved_at: Mapped[datetime]
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    closing: Mapped[str | None] = mapped_column(String(12))

    service = relationship("Service")
    opened_by = relationship("Person", foreign_keys=[opened_by_id])
    saved_by = relationship("Person", foreign_keys=[saved_by_id])

    @property
    def owner(self) -> str:
        """"group:<key>" or a person's key, as in a service's yaml; empty while nobody is named."""
        return self.spec.get("owner") or ""

    @property
    def diagram_path(self) -> str:
        return self.spec["diagram"]

    def file(self, path: str) -> bytes:
        """Contents of one file; raises KeyError."""
        return contents({path: self.files[path]})[path]

    def contents(self) -> dict[str, bytes]:
        """Every file: path -> bytes, the main diagram first."""
        return contents({self.diagram_path: self.files[self.diagram_path], **self.files})

    def published(self) -> Published:
        """The draft as if it were published, for trying and previews: its `version` id is 0.

        Raises DraftUnreadable where its models cannot be read; names and texts do without (`self.offer`).
        """
        files = self.contents()
        prove(self.diagram_path, files)
        return Published(0, self.number, self.spec, files)

    @property
    def offer(self) -> Offer:
        """What the catalogue would say of it."""
        return Offer(0, self.number, self.spec)

    @classmethod
    def open_of(cls, slug: str, lock: bool = False) -> "Draft | None":
        """The open draft of this slug; `lock` holds its row until the end of the transaction."""
        found = select(cls).where(cls.slug == slug, cls.closed_at.is_(None))
        return db.session.scalar(found.with_for_update().execution_options(populate_existing=True) if lock else found)


    @classmethod
    def all_of(cls, slug: str) -> "list[Draft]":
        """Every draft there was of this slug, the newest first; at most one of them is open."""
        return list(db.session.scalars(select(cls).where(cls.slug == slug).order_by(cls.id.desc())))


class Revision(Model):
    """A state the draft was in. `aside` marks what somebody saved on an older state: kept, and not part of the draft.

    `what` says what was done: opened, drawing, form, table, words, audience, walks, mended, brought, restored;
    `detail` holds what the history line needs: {"paths": [...], "keys": [...], "of": revision number restored, ...}.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    number: Mapped[int]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str] = mapped_column(String(24))
    detail: Mapped[dict] = mapped_column(Plain, default=dict)
    spec: Mapped[dict] = mapped_column(Written)
    files: Mapped[dict] = mapped_column(Written)
    aside: Mapped[bool] = mapped_column(default=False)

    by = relationship("Person")
    draft = relationship("Draft")

    def contents(self) -> dict[str, bytes]:
        return contents(self.files)

    def published(self, number: int) -> Published:
        """This state as a version, for comparing; its models are proven only when they are read."""
        return Published(0, number, self.spec, self.contents())

    @classmethod
    def in_drafts(cls, drafts: list[Draft], id: int) -> "Revision | None":
        return db.session.scalar(select(cls).where(cls.id == id, cls.draft_id.in_([one.id for one in drafts])))

    @classmethod
    def of(cls, draft: Draft, aside: bool = False) -> list["Revision"]:
        """The history of a draft, newest first; or what was set aside."""
        found = select(cls).where(cls.draft_id == draft.id, cls.aside.is_(aside))
        return list(db.session.scalars(found.order_by(cls.number.desc(), cls.id.desc())))


Index("ix_revision_draft", Revision.draft_id, Revision.number)
Index("uq_draft_open", Draft.slug, unique=True, postgresql_where=Draft.closed_at.is_(None),
      sqlite_where=Draft.closed_at.is_(None))
