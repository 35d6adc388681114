"""The people of the demo whom one may step into with a click, and what each is good for trying."""

from dataclasses import dataclass
from functools import cache

import yaml
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db, pick
from app.people.organisation import DEMO
from app.people.person import Person


@dataclass(frozen=True)
class Part:
    person: Person
    tries: dict

    def worth_trying(self, language: str) -> str:
        return pick(self.tries, language)


@cache
def _parts() -> dict[str, dict]:
    people = yaml.safe_load(DEMO.read_text("utf-8"))["people"]
    return {key: said.get("try", {}) for key, said in people.items()}


def cast() -> list[Part]:
    """Those who are here and active, in the order of the file."""
    here = select(Person).where(Person.key.in_(_parts()), Person.active)
    people = {one.key: one for one in db.session.scalars(here.options(joinedload(Person.department)))}
    return [Part(people[key], tries) for key, tries in _parts().items() if key in people]
