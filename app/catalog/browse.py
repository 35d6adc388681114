"""Looking through the catalogue: what there is, where it stands, and what this person may ask for."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.base import db
from app.base.reading import columns, thing
from app.catalog.audience import Asker
from app.catalog.offer import Offer
from app.catalog.published import offers, published
from app.catalog.service import Category, Service
from app.people import Department

OFFERED = (Service.retired_at.is_(None), Service.current_version_id.is_not(None))


@dataclass(frozen=True)
class Entry:
    """One row of the catalogue."""

    service_id: int
    offer: Offer
    may_ask: bool

    @property
    def slug(self) -> str:
        return self.offer.slug


@dataclass(frozen=True)
class Shelf:
    """A department or category with the number of services on it that the person sees."""

    key: str
    names: dict
    icon: str
    count: int
    categories: tuple["Shelf", ...] = ()


def every(person) -> list[Entry]:
    """All listed services in the order of the catalogue, those the person may not ask for marked so."""
    asker = Asker.of(person)
    rows = db.session.execute(select(Service.id, Service.current_version_id).where(*OFFERED)).all()
    known = offers([version for _, version in rows])
    found = [Entry(id, known[version], asker.may_ask(known[version].audience)) for id, version in rows]
    return sorted((one for one in found if one.may_ask or one.offer.listed), key=_place)


def for_person(person) -> list[Entry]:
    """The services this person may ask for."""
    return [entry for entry in every(person) if entry.may_ask]


_BY_SLUG = select(*columns(Service)).where(Service.slug == bindparam("slug"), *OFFERED)


def visible(person, slug: str) -> Service | None:
    """The service, if this person may ask for it today. Not allowed is not there."""
    service = thing(_BY_SLUG, {"slug": slug}, Service)
    if service is None:
        return None
    version = published(service.current_version_id)
    # Nearly everything is for everyone: then nothing need be known of the person.
    allowed = version.audience == "everyone" or Asker.of(person).may_ask(version.audience)
    return service if allowed else None


def shelves(*lists: list[Entry]) -> list[Shelf] | list[list[Shelf]]:
    """Departments that offer something, each with its categories, and how many of the entries stand there.

    Given several lists of entries it gives as many lists of shelves, for the same two statements.
    """
    departments = db.session.scalars(select(Department).order_by(Department.order, Department.key)).all()
    categories = db.session.scalars(select(Category).order_by(Category.order, Category.key)).all()
    filled = [_filled(departments, categories, entries) for entries in lists]
    return filled if len(filled) > 1 else filled[0]


def _filled(departments, categories, entries) -> list[Shelf]:
    found = [_department(one, categories, entries) for one in departments]
    return [shelf for shelf in found if shelf.count]


def _department(department, categories, entries) -> Shelf:
    own = [entry for entry in entries if entry.offer.department == department.key]
    within = [one for one in categories if one.department == department.key]
    counted = [(one, sum(entry.offer.category == one.key for entry in own)) for one in within]
    return Shelf(department.key, department.names, department.icon, len(own),
                 tuple(Shelf(one.key, one.names, "", count) for one, count in counted if count))


def recent(person, service_ids: list[int]) -> list[Entry]:
    """The services of these ids, in this order, as far as the person may still ask for them."""
    offered = {entry.service_id: entry for entry in for_person(person)}
    return [offered[id] for id in dict.fromkeys(service_ids) if id in offered]


def general(entries: list[Entry]) -> Entry | None:
    """The service for whatever fits nowhere else."""
    return next((entry for entry in entries if entry.offer.general and entry.may_ask), None)


def _place(entry: Entry):
    return entry.offer.order, entry.offer.code
