"""Who would ask for a service: everybody in its audience, one sample of each kind that assignments can tell apart."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db
from app.catalog.audience import members
from app.people import Person

MOST = 300
"""Kinds of people that are looked at: more than most audiences have, and quick enough."""


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


@dataclass(frozen=True)
class Sampling:
    """The samples that are looked at, and how many `kinds` of people the audience has."""

    samples: list[Sample]
    kinds: int

    @property
    def partial(self) -> bool:
        return len(self.samples) < self.kinds


def sampling(audience: str) -> Sampling:
    """One sample for each department, site, cost centre and manager among the active people of the audience."""
    kinds = defaultdict(list)
    for row in members(audience):
        kinds[row.manager_id, row.department, row.site, row.cost_centre].append(row.id)
    chosen = list(kinds.items())[:MOST]
    found = select(Person).where(Person.id.in_([ids[0] for _, ids in chosen])).options(joinedload(Person.manager))
    people = {person.id: person for person in db.session.scalars(found)}
    return Sampling([Sample(people[ids[0]], len(ids), *kind[1:]) for kind, ids in chosen], len(kinds))
