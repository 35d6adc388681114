"""The event: something that happened, in the past tense."""

from datetime import datetime

from sqlalchemy import Index, String, insert
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.base import Model, Plain, Work, db, hint


class Event(Work, Model):
    """One row is audit line, timeline line, reason to notify and outbox (`handled_at` is empty until its job ran)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
    case_id: Mapped[int | None]
    task_id: Mapped[int | None]
    by_id: Mapped[int | None]
    for_id: Mapped[int | None]
    data: Mapped[dict] = mapped_column(Plain, default=dict)

    @classmethod
    def record(cls, kind: str, *, now: datetime, case=None, task=None, by=None, on_behalf_of=None, **data):
        """Note what happened.

        It is written at the end of the transaction in which it happened, with all of its events in one statement;
        the workers hear of it after the commit.
        """
        row = {
            "kind": kind,
            "at": now,
            "due_at": now,
            "data": data,
            "lease": 0,
            "attempts": 0,
            "case_id": case.id if case is not None else task.case_id if task is not None else None,
            "task_id": task.id if task is not None else None,
            "by_id": by.id if by is not None else None,
            "for_id": on_behalf_of.id if on_behalf_of is not None else None,
        }
        db.session.info.setdefault("events", []).append(row)
        hint(db.session, "event")


_INSERT = insert(Event.__table__)


@listens_for(Session, "before_commit")
def write(session):
    """Write what was noted; a transaction that is rolled back has noted nothing."""
    rows = session.info.pop("events", None)
    if rows:
        session.execute(_INSERT, rows)


@listens_for(Session, "after_transaction_create")
def mark(session, transaction):
    """A savepoint remembers what was noted before it."""
    if transaction.nested:
        session.info.setdefault("savepoints", {})[transaction] = len(session.info.get("events", ()))


@listens_for(Session, "after_soft_rollback")
def forget(session, previous):
    noted = session.info.get("savepoints", {}).pop(previous, None) if previous.nested else None
    if noted is None:
        session.info.pop("events", None)
        session.info.pop("savepoints", None)
    else:
        del session.info.get("events", [])[noted:]


Index("ix_event_case", Event.case_id, Event.id)
_beside_cases = Event.case_id.is_(None)
Index("ix_event_beside_cases", Event.id, postgresql_where=_beside_cases, sqlite_where=_beside_cases)
Index(
    "ix_event_waiting",
    Event.due_at,
    postgresql_where=Event.handled_at.is_(None),
    sqlite_where=Event.handled_at.is_(None),
)
