"""What a run waits for besides people: timers, outside calls, messages and signals. The product owns these rows."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Plain, Work


class Timer(Work, Model):
    """A due moment of the diagram. Handled when it fired or is no longer needed."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    timer: Mapped[str] = mapped_column(String(64))
    element: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(Text, default="")
    text: Mapped[str] = mapped_column(Text, default="")


class Call(Work, Model):
    """Something outside was asked: another service (kind "process") or a connector (kind "service")."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    call: Mapped[str] = mapped_column(String(64))
    element: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(12))
    topic: Mapped[str] = mapped_column(String(200), default="")
    inputs: Mapped[dict] = mapped_column(Plain, default=dict)
    opened_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    child_id: Mapped[int | None] = mapped_column(ForeignKey("case.id", use_alter=True))
    child = relationship("Case", foreign_keys=[child_id])


class Wait(Model):
    """A subscription: a message or signal of this name, with all of these keys, goes to this case."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    wait: Mapped[str] = mapped_column(String(64))
    element: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(200))
    keys: Mapped[dict] = mapped_column(Plain, default=dict)


class Delivery(Work, Model):
    """Something on its way to cases: a message, a signal, or the answer to a call. Kept until taken or expired."""

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(200), default="")
    keys: Mapped[dict] = mapped_column(Plain, default=dict)
    values: Mapped[dict] = mapped_column(Plain, default=dict)
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"))
    sent_by_case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    expires_at: Mapped[datetime | None]


for _work in (Timer, Call, Delivery):
    Index(
        f"ix_{_work.__tablename__}_due",
        _work.due_at,
        postgresql_where=_work.handled_at.is_(None),
        sqlite_where=_work.handled_at.is_(None),
    )
Index("ix_wait_name", Wait.kind, Wait.name)
