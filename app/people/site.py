"""The site: where people work, in which zone and by which working calendar."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, Texts, pick


class Site(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    zone: Mapped[str] = mapped_column(String(60), default="UTC")
    hours: Mapped[str] = mapped_column(String(60), default="monday-friday")
    """Key of a working calendar of the room `clocks`."""

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)
