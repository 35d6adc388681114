"""Roles beyond what groups and lanes give: administrators, auditors, heads."""

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column

from app.base import Model, db

ROLES = ("platform_admin", "auditor", "department_admin", "catalogue_manager", "reporter", "service_designer",
         "service_publisher", "service_viewer")
"""`department_admin` and the `service_` roles are held in a department, the others everywhere."""


class Role(Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(40))
    department_id: Mapped[int | None] = mapped_column(ForeignKey("department.id"))


def holds(person, name: str) -> bool:
    """Whether the person has this role anywhere."""
    return db.session.scalar(select(Role.id).where(Role.person_id == person.id, Role.name == name).limit(1)) is not None
