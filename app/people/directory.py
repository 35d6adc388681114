"""The directory as expressions see it: managers, heads, owners, groups and their members, stand-ins."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db
from app.people.absence import Absence
from app.people.cost_centre import CostCentre
from app.people.department import Department
from app.people.group import Group
from app.people.person import Person
from app.people.role import Role

LONGEST_CHAIN = 20
PUBLISHING = ("service_publisher", "department_admin")


class Directory:
    """FEEL functions over people. They take and give person keys ("sara") and group references ("group:lawyers")."""

    def __init__(self, now: datetime, *known: Person):
        self.now = now
        self._people: dict[str, Person | None] = {person.key: person for person in known}

    @property
    def functions(self) -> dict:
        return {
            "manager": self.manager, "head": self.head, "owner": self.owner, "group": self.group,
            "members": self.members, "delegate": self.delegate, "department": self.department,
            "publishers": self.publishers,
        }

    def person(self, key) -> Person | None:
        if isinstance(key, dict):
            key = key.get("key") or key.get("value")
        if not isinstance(key, str):
            return None
        key = key.removeprefix("person:")
        if key not in self._people:
            # With the manager in the same statement: that is what is asked next, nearly always.
            found = select(Person).where(Person.key == key).options(joinedload(Person.manager))
            self._people[key] = db.session.scalar(found)
        return self._people[key]

    def acting(self, key) -> Person | None:
        """The person, or for an inactive one the next active manager above; None if there is nobody."""
        return self._acting(self.person(key))

    def manager(self, person) -> str | None:
        """The nearest active person above: an inactive manager's manager answers instead."""
        found = self.person(person)
        return self._active(found.manager) if found else None

    def head(self, department) -> str | None:
        head = db.session.scalar(
            select(Person).join(Department, Department.head_id == Person.id).where(Department.key == department))
        return self._active(head)

    def owner(self, cost_centre) -> str | None:
        owner = db.session.scalar(
            select(Person).join(CostCentre, CostCentre.owner_id == Person.id).where(CostCentre.key == str(cost_centre)))
        return self._active(owner)

    def group(self, key) -> str | None:
        """A reference to the group; whether there is one is seen when its people are looked for."""
        return f"group:{key}" if isinstance(key, str) and key else None

    def members(self, group) -> list[str]:
        """Each active person of a group, for votes: a group as a whole cannot be asked one by one."""
        key = str(group).removeprefix("group:")
        found = db.session.scalar(select(Group).where(Group.key == key))
        return [person.key for person in found.members if person.active] if found else []

    def publishers(self, department, owner=None) -> list[str]:
        """Who may publish services of a department: its head, its publishers and administrators, and the owner."""
        roles = (select(Person).join(Role, Role.person_id == Person.id)
                 .join(Department, Role.department_id == Department.id)
                 .where(Department.key == department, Role.name.in_(PUBLISHING), Person.active).order_by(Person.key))
        owners = self.members(owner) if str(owner).startswith("group:") else [self._active(self.person(owner))]
        people = [self.head(department), *(person.key for person in db.session.scalars(roles)), *owners]
        return list(dict.fromkeys(filter(None, people)))

    def department(self, person) -> str | None:
        found = self.person(person)
        return found.department.key if found and found.department else None

    def delegate(self, person) -> str | None:
        """Who stands in while the person is away, else the person."""
        found = self.person(person)
        if found is None:
            return None
        stand_in = db.session.scalar(
            select(Person).join(Absence, Absence.stand_in_id == Person.id)
            .where(Absence.person_id == found.id, Absence.running(self.now)))
        return stand_in.key if stand_in else found.key

    def _active(self, person: Person | None) -> str | None:
        found = self._acting(person)
        return found.key if found else None

    def _acting(self, person: Person | None) -> Person | None:
        for _ in range(LONGEST_CHAIN):
            if person is None or person.active:
                return person
            person = person.manager
        return None
