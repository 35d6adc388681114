"""The task: work waiting in an inbox, and who may take it."""

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from app.base import Model, Plain, Refusal, pick

NO_DATE = datetime(9999, 12, 31, tzinfo=UTC)


class TaskClosed(Refusal):
    """{name} has already completed this task."""


class TaskCancelled(Refusal):
    """This task is no longer needed: the request has gone another way."""


class TaskTaken(Refusal):
    """{name} has already taken this task."""


class Task(Model):
    """One open step of a case. `step` is the engine's id of it; `values` what was answered."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    step: Mapped[str] = mapped_column(String(64))
    element: Mapped[str] = mapped_column(String(200))
    place: Mapped[str] = mapped_column(String(200), default="")
    """The element of the case's own drawing: the outermost call when the step sits in a called fragment."""
    name: Mapped[str] = mapped_column(Text, default="")
    form: Mapped[str | None] = mapped_column(String(200))
    approval: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(String(12), default="ready")
    opened_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    for_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    outcome: Mapped[str | None] = mapped_column(String(60))
    values: Mapped[dict | None] = mapped_column(Plain)
    undo: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    """The case before this was completed, for as long as that can be undone."""

    case = relationship("Case")
    closed_by = relationship("Person", foreign_keys=[closed_by_id])
    candidates = relationship("Candidate", cascade="all, delete-orphan")
    claim = relationship("Claim", uselist=False, lazy="joined", cascade="all, delete-orphan")

    @property
    def closed(self) -> bool:
        return self.closed_at is not None

    def ensure_open(self):
        """Raises TaskClosed or TaskCancelled, naming who was first."""
        if self.state == "done":
            raise TaskClosed(**first(self.closed_by, self.closed_at))
        if self.closed:
            raise TaskCancelled(at=self.closed_at)


def first(person, at: datetime) -> dict:
    """Who was faster, as plain values: the sentence outlives the transaction in which it was found out."""
    names = dict(person.names) if person else {}
    return {"name": pick(names, "en"), "names": names, "at": at}


class Candidate(Model):
    """Who may do a task: one row per person or group, never one per member.

    `open` rows are the inboxes: a claim closes the rows of the others, so that a taken task leaves the group's list.
    Rows are kept after closing, so that a late second sender is told who was first. Without a due date `due_at` lies
    beyond all time, so that one index gives "due first".
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("group.id"))
    due_at: Mapped[datetime] = mapped_column(default=NO_DATE)
    open: Mapped[bool] = mapped_column(default=True)

    person = relationship("Person")
    group = relationship("Group")
    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (group_id IS NULL)", name="person_or_group"),)


class Claim(Model):
    """A person has taken a task from the group; the primary key lets only one of two do so."""

    task_id: Mapped[int] = mapped_column(ForeignKey("task.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    at: Mapped[datetime]
    person = relationship("Person", lazy="joined")


Index("ix_task_case", Task.case_id, Task.id)
# As it stands in the statements: SQLite uses a partial index only where the words are the same.
_OPEN = text("open = 1")
Index(
    "ix_candidate_person",
    Candidate.person_id,
    Candidate.due_at,
    Candidate.task_id,
    postgresql_where=Candidate.open,
    sqlite_where=_OPEN,
)
Index(
    "ix_candidate_group",
    Candidate.group_id,
    Candidate.due_at,
    Candidate.task_id,
    postgresql_where=Candidate.open,
    sqlite_where=_OPEN,
)
