"""The group: people who may do the same work, and their lead."""

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, Texts, db, pick


class Membership(Model):
    group_id: Mapped[int] = mapped_column(ForeignKey("group.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    lead: Mapped[bool] = mapped_column(default=False)


class Group(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), unique=True)
    names: Mapped[dict] = mapped_column(Texts, default=dict)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))
    members = relationship("Person", secondary="membership", viewonly=True, order_by="Person.id")

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)


def group_ids(person) -> list[int]:
    """The groups this person works in, now; never copied into tasks, so that who joins sees the open work at once."""
    return list(db.session.scalars(select(Membership.group_id).where(Membership.person_id == person.id)))
