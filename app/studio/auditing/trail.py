"""The trail: events about services and rights, newest first, page by page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app.base import db
from app.events import Event
from app.people import Person, Role
from app.studio.auditing.sentences import PREFIXES

PAGE = 50
_BELONGS = (Event.case_id.is_(None), or_(*(Event.kind.like(f"{prefix}.%") for prefix in PREFIXES)))


@dataclass(frozen=True)
class Scope:
    """Which services (slugs) and departments (for rights) one may read about; None: all of them."""

    services: frozenset[str] | None = None
    departments: frozenset[str] | None = None


@dataclass(frozen=True)
class Filter:
    """Only events of a service, by or about a person (keys), of a kind ("draft", or "draft.saved")."""

    service: str = ""
    person: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Entry:
    """One event. `about` is the person a right was given to."""

    id: int
    kind: str
    at: datetime
    by: Person | None
    about: Person | None
    data: dict

    @property
    def service(self) -> str:
        return str(self.data.get("service") or "")


def actors() -> list[Person]:
    """Whoever did something that belongs to the trail, and whoever holds a role."""
    did = select(Event.by_id).where(*_BELONGS, Event.by_id.is_not(None))
    known = or_(Person.id.in_(did), Person.id.in_(select(Role.person_id)))
    return list(db.session.scalars(select(Person).where(known)))


def trail(scope: Scope, only: Filter, *, before: int | None = None, limit: int = PAGE) -> list[Entry]:
    """Entries older than the event `before`, at most `limit`."""
    by, about = aliased(Person), aliased(Person)
    service, department, key = (Event.data[name].as_string() for name in ("service", "department", "person"))
    found = (
        select(Event.id, Event.kind, Event.at, by, about, Event.data)
        .outerjoin(by, by.id == Event.by_id).outerjoin(about, about.key == key)
        .where(*_BELONGS)
        .order_by(Event.id.desc()).limit(limit))
    if scope.services is not None:
        within = [service.in_(scope.services)]
        if scope.departments:
            within.append(Event.kind.like("role.%") & department.in_(scope.departments))
        found = found.where(or_(*within))
    if only.service:
        found = found.where(service == only.service)
    if only.person:
        found = found.where(or_(by.key == only.person, key == only.person))
    if only.kind:
        found = found.where(Event.kind == only.kind if "." in only.kind else Event.kind.like(f"{only.kind}.%"))
    if before is not None:
        found = found.where(Event.id < before)
    return [Entry(*row) for row in db.session.execute(found)]
