"""The incident: a run that stands at an element until somebody mends it. Never an ended or vanished case."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Plain
from app.engine import incident_text


class Incident(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    incident: Mapped[str] = mapped_column(String(64))
    element: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(40), default="")
    message: Mapped[str] = mapped_column(Text, default="")
    detail: Mapped[str] = mapped_column(Text, default="")
    rule: Mapped[str] = mapped_column(String(60), default="")
    params: Mapped[dict] = mapped_column(Plain, default=dict)
    tries: Mapped[int] = mapped_column(default=1)
    raised_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    case = relationship("Case")
    resolved_by = relationship("Person")

    def text(self, language: str) -> str:
        """Why the run stands here, in the reader's language."""
        published = self.case.published
        return incident_text(
            self.rule, self.params or {}, language, self.message, lambda id: published.element_name(id, language)
        )


Index(
    "ix_incident_open",
    Incident.raised_at,
    postgresql_where=Incident.resolved_at.is_(None),
    sqlite_where=Incident.resolved_at.is_(None),
)
