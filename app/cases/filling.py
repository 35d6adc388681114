"""A form being filled by a person: for a service before a case exists, or for a task."""

from sqlalchemy import bindparam, delete, select

from app.base import db
from app.cases.assignment import context_of
from app.cases.conversation import Typed
from app.cases.lookup import Lookup

_TYPED = Typed.__table__
_FORGET = delete(_TYPED).where(_TYPED.c.person_id == bindparam("person"), _TYPED.c.about == bindparam("about"))


class Filling:
    """One form, what it may read, and who fills it. `about` names what was typed: "service:7" or "task:9"."""

    def __init__(self, form, scope: dict, *, person, about: str, now, reader, case_id: int | None = None):
        self.form, self.scope, self.person, self.about, self.now = form, scope, person, about, now
        self.reader = reader
        self.lookup = Lookup(person, now, reader.language, case_id)

    def examine(self, raw: dict | None, *, submit: bool = False):
        """Values, errors and the fields to show; the one way for load, change and submit."""
        seen = dict(self.scope)
        if self.form.reads("person"):
            seen["person"] = describe(self.person, self.reader.language)
        return self.form.examine(raw or {}, seen, submit=submit, lookup=self.lookup, **self._reading())

    def _reading(self) -> dict:
        reader = self.reader
        return {"language": reader.language, "calendar": reader.calendar, "zone": reader.zone, "now": self.now}

    def open(self, typed: Typed | None):
        """The form as it opens, with what the person typed before; None for a step without a form."""
        return self.examine(typed.raw if typed else None) if self.form else None

    def typed(self) -> Typed | None:
        own = select(Typed).where(Typed.person_id == self.person.id, Typed.about == self.about)
        return db.session.scalars(own).one_or_none()

    def keep(self, raw: dict) -> Typed:
        """Save what was typed, so that a closed browser loses nothing."""
        typed = self.typed() or Typed(person_id=self.person.id, about=self.about)
        typed.raw, typed.saved_at = raw, self.now
        db.session.add(typed)
        return typed

    def forget(self):
        """It was sent: what was typed is kept as the answer now."""
        db.session.execute(_FORGET, {"person": self.person.id, "about": self.about})


def describe(person, language: str) -> dict:
    """The person who fills a form, as its expressions see them."""
    return {
        "key": person.key,
        "name": person.name(language),
        "email": person.email,
        "phone": person.phone,
        "language": person.language,
        **own_places(person),
    }


def own_places(person) -> dict:
    """Keys of where a person belongs."""
    places = {"site": person.site, "department": person.department, "cost_centre": person.cost_centre}
    return {name: place.key if place else None for name, place in places.items()}


def for_service(service, version, *, person, now, reader) -> Filling:
    """The start form of a service, for the person who asks."""
    scope = {"requester": person.key, "beneficiary": person.key}
    if version.start_form is not None:
        scope |= own_places(person)
    return Filling(version.start_form, scope, person=person, about=f"service:{service.id}", now=now, reader=reader)


def for_task(task, step, *, person, now, reader) -> Filling:
    """The form of a task; `step` is the engine's Step, whose variables the form may read."""
    case = task.case
    form = case.published.form_of(task.element, task.form) if task.form else None
    scope = context_of(case, step.data if step is not None else {})
    return Filling(form, scope, person=person, about=f"task:{task.id}", now=now, reader=reader, case_id=case.id)
