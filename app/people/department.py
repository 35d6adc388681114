"""The department: who offers services."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, Texts, pick


class Department(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    icon: Mapped[str] = mapped_column(String(60), default="building-2")
    order: Mapped[int] = mapped_column(default=0)
    four_eyes: Mapped[bool] = mapped_column(default=False)
    """Whether a second person looks at what is published here before people get it."""
    head_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", use_alter=True))

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)
