"""The cost centre: whose money it is."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, Texts, pick


class CostCentre(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", use_alter=True))

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)
