"""The move: one batch of cases on their way to another version, and each case in it."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.base import Model, Plain, Work
from app.engine import Reason

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""When what was stopped is due: it waits for whoever goes on."""


class Move(Model):
    """Who moves the cases of a service where to, and what was said about the way; how far it is says `progress`.

    `dry_run`: every case is judged and none is changed. While `stopped_at` is set nobody goes on; since `undo_at` the
    cases are brought back.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("service.id"), index=True)
    to_version_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("service_version.id"))
    from_versions: Mapped[list] = mapped_column(Plain, default=list)
    """Ids of the versions that its cases ran on."""
    mapping: Mapped[dict] = mapped_column(Plain, default=dict)
    recompute: Mapped[list] = mapped_column(Plain, default=list)
    accepted: Mapped[list] = mapped_column(Plain, default=list)
    dry_run: Mapped[bool] = mapped_column(default=False)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    begun_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    undo_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    service = relationship("Service")
    to_version = relationship("ServiceVersion")
    by = relationship("Person", foreign_keys=[by_id])
    undone_by = relationship("Person", foreign_keys=[undone_by_id])


class MovedCase(Work, Model):
    """One case of a move. `state`: waiting, moved, kept (it could not, or should not), tried (in a dry run), undone, or
    left (the move was undone before its turn came).
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    move_id: Mapped[int] = mapped_column(ForeignKey("move.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    from_version_id: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    verdict: Mapped[str | None] = mapped_column(String(12))
    said: Mapped[list | None] = mapped_column(Plain)
    """The verdict's reasons and notes as plain data."""
    moved_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    refusal: Mapped[dict | None] = mapped_column(Plain)
    """Why it could not be brought back: see `going_back.refused`."""
    revision: Mapped[int | None]
    """The case's, right after it was moved: another one means that something has happened since."""
    before: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    """The case and its rows as they were, packed."""

    move = relationship("Move")
    case = relationship("Case")
    __table_args__ = (UniqueConstraint("case_id", "move_id"), Index("ix_moved_case_move", "move_id", "state"))

    @property
    def reasons(self) -> list[Reason]:
        """Why it was judged so, the gravest first, without the notes."""
        return [one for one in self._told if one.kind != "note"]

    @property
    def notes(self) -> list[Reason]:
        """What is different for it in the new version."""
        return [one for one in self._told if one.kind == "note"]

    @property
    def _told(self):
        return [Reason(**one) for one in self.said or ()]

    def judged(self, verdict):
        self.verdict = verdict.kind
        self.said = [one.as_dict() for one in (*verdict.reasons, *verdict.notes)]


Index(
    "ix_moved_case_due",
    MovedCase.due_at,
    postgresql_where=MovedCase.handled_at.is_(None),
    sqlite_where=MovedCase.handled_at.is_(None),
)
