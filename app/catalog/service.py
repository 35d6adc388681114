"""The service a department offers, its versions frozen at publishing, and the categories it is found under."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.base import Model, Texts, Written, pick


class Service(Model):
    """What is offered today: a new case starts with `current_version`.

    `source` is the file it is read from; None once the studio has it: then what stands in the folders does not count.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    source: Mapped[str | None] = mapped_column(String(200))
    current_version_id: Mapped[int | None] = mapped_column(ForeignKey("service_version.id", use_alter=True))
    retired_at: Mapped[datetime | None]
    current_version = relationship("ServiceVersion", foreign_keys=[current_version_id], post_update=True)


class ServiceVersion(Model):
    """Diagram, forms, tables, texts and order of a service, never changed again; a case keeps its version.

    The id is the beginning of the hash: the same contents are the same version in every database, and what a process
    holds in memory under an id cannot become stale.
    """

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"), index=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64), unique=True)
    spec: Mapped[dict] = mapped_column(Written)
    """The service's yaml, with the names its fragments give to their elements."""
    files: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    """Everything else, packed (`app.catalog.bundle.unpack`)."""
    published_at: Mapped[datetime]
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Who published it in the studio; None where it was read from files."""
    note: Mapped[str] = mapped_column(Text, default="")
    """What changes for people, in the words of who published it."""
    equals_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("service_version.id"))
    """The first version with the same contents, where there is an earlier one."""
    service = relationship("Service", foreign_keys=[service_id])
    published_by = relationship("Person")
    equals = relationship("ServiceVersion", remote_side=[id])
    __table_args__ = (UniqueConstraint("service_id", "number"),)


class Category(Model):
    """A shelf within a department's part of the catalogue."""

    department: Mapped[str] = mapped_column(String(60), primary_key=True)
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    order: Mapped[int] = mapped_column(default=0)

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)
