"""Assignments in words: what is written at a step or lane, and who that is today."""

import re
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from app.base import db
from app.cases.assignment import Assigned, find, resolve
from app.people import Department, Directory, Group, Person

CALL = re.compile(r'^=?\s*(\w+)\s*\(\s*"?([\w.:-]+)"?\s*\)\s*$')
ASKER = re.compile(r"\b(requester|beneficiary)\b")
MANY = 40


def choices() -> list[list[str]]:
    """[expression, words] of what is offered first, before groups and people are searched."""
    fixed = ("=requester", "=beneficiary", "=manager(beneficiary)", "=manager(requester)", "=head(department)")
    return [[one, in_words(one, "")] for one in fixed]


def in_words(who: str, language: str) -> str:
    """What an assignment means for a person; an expression of its own stays as it is."""
    bare = who.strip().removeprefix("=").strip().strip('"')
    fixed = {
        "requester": _("Who asks"), "beneficiary": _("Whom it is for"),
        "manager(beneficiary)": _("The manager of whom it is for"), "manager(requester)": _("The manager of who asks"),
        "head(department)": _("The head of their department"),
    }
    if bare in fixed:
        return fixed[bare]
    call = CALL.match(who)
    if call and call[1] == "group":
        return _named(Group, call[2], language)
    if call and call[1] == "head":
        return _("The head of %(department)s", department=_named(Department, call[2], language))
    if who.startswith(("=", "$", "#")):
        return who
    return _(", ").join(_name(key.strip(), language) for key in who.split(",") if key.strip())


def today(who: str, person: Person, now: datetime, language: str) -> str:
    """A sentence: who would get the step now, for a request of `person` where it depends on who asks."""
    directory = Directory(now, person)
    context = {"requester": person.key, "beneficiary": person.key,
               "department": person.department.key if person.department else None}
    found = find(resolve(who, context, directory), directory)
    names = _members(found, language)
    if not names:
        return "" if _unknowable(who) else _("Nobody is found today: the owners of the service would get it.")
    few = _one_and_others(names)
    if ASKER.search(who):
        return _("For a request of yours: %(people)s", people=few)
    return _("Today: %(people)s", people=few)


def _one_and_others(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return _("%(first)s and %(second)s", first=names[0], second=names[1])
    return _("%(first)s and %(n)s others", first=names[0], n=len(names) - 1)


def _members(found: Assigned, language: str) -> list[str]:
    people = [*found.people, *(one for group in found.groups for one in _active(group))]
    return list(dict.fromkeys(one.name(language) for one in people))


def _active(group) -> list[Person]:
    row = db.session.get(Group, group.id)
    return [one for one in row.members if one.active]


def _unknowable(who: str) -> bool:
    """An expression over answers that nobody has given yet finds nobody, and that means nothing."""
    return who.startswith(("=", "$", "#")) and not CALL.match(who)


def _named(model, key: str, language: str) -> str:
    found = db.session.scalar(select(model).where(model.key == key))
    return found.name(language) if found else key


def _name(key: str, language: str) -> str:
    person = Person.by_key(key)
    return person.name(language) if person else _named(Group, key.removeprefix("group:"), language)
