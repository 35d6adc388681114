"""Who would ask for a service: everybody in its audience, one sample of each kind that assignments can tell apart."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db
from app.catalog.audience import members
from app.people import Person

MOST = 300
"""Kinds of people that are looked at: more than any audience of a department has, and quick enough."""


@dataclass(frozen=True)
class Sample:
    """One person who stands for `count` people of the same department, site and manager."""

    person: Person
    count: int
    department: str | None
    site: str | None
    cost_centre: str | None

    @property
    def facts(self) -> dict:
        """What a case this person opens would know."""
        return {"requester": self.person.key, "beneficiary": self.person.key, "site": self.site, "number": None,
                "department": self.department, "cost_centre": self.cost_centre}


def samples(audience: str) -> list[Sample]:
    """One sample for each department, site, cost centre and manager among the active people of the audience."""
    kinds = defaultdict(list)
    for row in members(audience):
        kinds[row.manager_id, row.department, row.site, row.cost_centre].append(row.id)
    chosen = list(kinds.items())[:MOST]
    found = select(Person).where(Person.id.in_([ids[0] for _, ids in chosen])).options(joinedload(Person.manager))
    people = {person.id: person for person in db.session.scalars(found)}
    return [Sample(people[ids[0]], len(ids), *kind[1:]) for kind, ids in chosen]
