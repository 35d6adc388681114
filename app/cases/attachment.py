"""Attachments: files given with forms and in the conversation. Whole or absent."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model


class Attachment(Model):
    """`path` is relative to the attachments folder, by digest; `kind` was found from the content, not believed."""

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    name: Mapped[str] = mapped_column(String(255))
    size: Mapped[int]
    kind: Mapped[str] = mapped_column(String(120))
    digest: Mapped[str] = mapped_column(String(64))
    internal: Mapped[bool] = mapped_column(default=False)
    by = relationship("Person")
