"""Roles in a department: who holds them, giving and taking them; each deed is an event that says by whom."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.base import Refusal, db
from app.events import Event
from app.people import Department, Person, Role
from app.studio.rights import GIVES, GRANT

ADMIN = "department_admin"


class NotOfUs(Refusal):
    """Choose somebody who works here: rights are not given to people from outside or to those who have left."""

    status = 422


class ForOthers(Refusal):
    """Nobody gives rights to themselves. Ask another administrator."""

    status = 422


class RightGone(Refusal):
    """Somebody has already withdrawn this right."""


@dataclass(frozen=True)
class Holding:
    """One person's role in a department; without an id it comes with being its head, and is not withdrawn here."""

    person: Person
    role: str
    id: int | None


def holdings(department: Department) -> list[Holding]:
    """Everybody with a role in the department, those who may name others first."""
    rows = db.session.execute(
        select(Role.id, Role.name, Person).join(Person, Person.id == Role.person_id)
        .where(Role.department_id == department.id, Role.name.in_(GIVES)).order_by(Role.id)).all()
    head = db.session.get(Person, department.head_id) if department.head_id else None
    found = [Holding(head, "head", None)] if head else []
    known = {}
    for id, name, person in rows:
        known.setdefault((person.id, name), Holding(person, name, id))
    order = ["head", ADMIN, "service_designer", "service_publisher", "service_viewer"]
    return sorted([*found, *known.values()], key=lambda one: order.index(one.role))


def keepers(found: list[Holding]) -> set[int]:
    """Ids of the active people among the holders who may name others."""
    names = {"head", *(name for name, deeds in GIVES.items() if GRANT in deeds)}
    return {one.person.id for one in found if one.role in names and one.person.active}


def grant(person: Person, role: str, department: Department, *, by, now: datetime) -> bool:
    """Give the role; False when the person has it already. Raises NotOfUs, ForOthers."""
    if not person.active or person.external:
        raise NotOfUs
    if person.id == by.id:
        raise ForOthers
    db.session.get(Department, department.id, with_for_update=True, populate_existing=True)
    if db.session.scalar(select(Role.id).where(*_same(person.id, role, department.id)).limit(1)):
        return False
    db.session.add(Role(person_id=person.id, name=role, department_id=department.id))
    Event.record("role.granted", by=by, now=now, role=role, person=person.key, department=department.key)
    db.session.flush()
    return True


def withdraw(id: int, department: Department, *, by, now: datetime):
    """Take the role back. Raises RightGone."""
    db.session.get(Department, department.id, with_for_update=True, populate_existing=True)
    held = db.session.get(Role, id)
    if held is None or held.department_id != department.id or held.name not in GIVES:
        raise RightGone
    person = db.session.get(Person, held.person_id)
    for one in db.session.scalars(select(Role).where(*_same(person.id, held.name, department.id))):
        db.session.delete(one)
    Event.record("role.withdrawn", by=by, now=now, role=held.name, person=person.key, department=department.key)
    db.session.flush()


def _same(person_id, role, department_id):
    return Role.person_id == person_id, Role.name == role, Role.department_id == department_id
