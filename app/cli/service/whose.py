"""On whose behalf a command acts: what the person may not do in the studio, the console does not do either."""

import click

from app.people import Person
from app.studio.rights import Rights


def acting_person(key: str) -> Person:
    """The active person of this key; ClickException where there is none."""
    person = Person.by_key(key)
    if person is None or not person.active:
        raise click.ClickException(f"No active person is known as {key!r}.")
    return person


def refuse_unless_may(person: Person, deed: str, department: str, owner: str = ""):
    """ClickException unless the person may do this for the department's service."""
    if not Rights.of(person).may(deed, department, owner):
        raise click.ClickException(f"{person.name('en')} may not {deed} services of “{department}”.")
