"""People and groups as choices of a form's pickers."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.base import db, fold
from app.forms import Option
from app.people.absence import absent_ids
from app.people.department import Department
from app.people.group import Group, Membership
from app.people.person import Person

KINDS = ("person", "group")


class People:
    """The part of a form's Lookup that knows people and groups. Texts come in `language`, absences hold at `now`."""

    def __init__(self, language: str, now):
        self.language, self.now = language, now

    def find(self, kind: str, key: str) -> Option | None:
        """The person or group of this key, also one that is gone: `off` says so."""
        if kind == "group":
            return self._group(db.session.scalar(select(Group).where(Group.key == key.removeprefix("group:"))))
        found = db.session.scalar(_with_unit(select(Person).where(Person.key == key)))
        return self._people([found])[0] if found else None

    def search(self, kind: str, words: str, settings: dict, limit: int) -> list[Option]:
        """Active people, or groups, whose names hold every word.

        `settings["filter"]` narrows people down: "group:it-assets" or "department:it".
        """
        if kind == "group":
            return [self._group(group) for group in self._groups(words, limit)]
        found = _with_unit(_within(select(Person).where(Person.active), settings.get("filter") or ""))
        for word in fold(words).split():
            found = found.where(Person.folded.contains(word, autoescape=True))
        return self._people(db.session.scalars(found.order_by(*Person.nearest(words)).limit(limit)).all())

    def _people(self, people) -> list[Option]:
        away = absent_ids(self.now) if people else {}
        acting = {one.id: one for one in self._rows(filter(None, (away.get(person.id) for person in people)))}
        return [self._person(person, acting.get(away.get(person.id)), person.id in away) for person in people]

    def _person(self, person, stand_in, absent) -> Option:
        unit = person.department.name(self.language) if person.department else person.title(self.language)
        note = _COMMA[self.language].join(filter(None, [unit, person.site.name(self.language) if person.site else ""]))
        if absent:
            note += _AWAY[self.language].format(stand_in.name(self.language)) if stand_in else _GONE[self.language]
        return Option(person.key, person.name(self.language), note, "" if person.active else _LEFT[self.language])

    def _rows(self, ids) -> list[Person]:
        ids = list(ids)
        return db.session.scalars(select(Person).where(Person.id.in_(ids))).all() if ids else []

    def _group(self, group) -> Option | None:
        return Option(f"group:{group.key}", group.name(self.language)) if group else None

    def _groups(self, words: str, limit: int) -> list[Group]:
        """Groups are few and have no folded column: all of them are looked at."""
        wanted = fold(words).split()
        groups = db.session.scalars(select(Group).order_by(Group.key))
        texts = ((group, fold(" ".join([*group.names.values(), group.key]))) for group in groups)
        return [group for group, text in texts if all(word in text for word in wanted)][:limit]


_COMMA = {"en": ", ", "fa": "، ", "ar": "، "}
_AWAY = {"en": " · away, {} acts", "fa": " · غایب، {} جانشین است", "ar": " · غائب، ينوب عنه {}"}
_GONE = {"en": " · away", "fa": " · غایب", "ar": " · غائب"}
_LEFT = {"en": "no longer here", "fa": "دیگر اینجا نیست", "ar": "لم يعد هنا"}


def _with_unit(found):
    return found.options(joinedload(Person.department), joinedload(Person.site))


def _within(found, filter: str):
    kind, _, key = filter.partition(":")
    if kind == "group":
        members = select(Membership.person_id).join(Group, Group.id == Membership.group_id).where(Group.key == key)
        return found.where(Person.id.in_(members))
    if kind == "department":
        return found.join(Department, Department.id == Person.department_id).where(Department.key == key)
    return found
