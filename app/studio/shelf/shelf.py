"""Drafts and services of the departments somebody designs for, drafts first."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.base import db, fold, pick
from app.cases import Case
from app.catalog import Offer, Service
from app.people import Department
from app.studio.drafts import Draft
from app.studio.rights import VIEW, Rights


@dataclass(frozen=True)
class Line:
    """One service: its draft, its live version, or both. `running` counts the requests that are open."""

    slug: str
    department: str
    names: dict[str, str]
    icon: str
    draft: Draft | None
    service: Service | None
    offer: Offer | None
    running: int = 0

    @property
    def retired(self) -> bool:
        return self.service is not None and self.service.retired_at is not None

    def name(self, language: str) -> str:
        return pick(self.names, language, self.slug)

    def fits(self, words: str) -> bool:
        """Whether every word is found in its names, its short name or its code."""
        code = self.offer.code if self.offer else ""
        text = fold(" ".join([*self.names.values(), self.slug, code]))
        return all(word in text for word in fold(words).split())


@dataclass(frozen=True)
class Shelf:
    """The lines of one department."""

    department: Department | None
    key: str
    lines: tuple[Line, ...]

    def name(self, language: str) -> str:
        return self.department.name(language) if self.department else self.key


def shelves(rights: Rights, words: str = "", language: str = "en") -> list[Shelf]:
    """Every line the person may see, by department; drafts before live services before retired ones."""
    lines = [one for one in _lines(rights) if one.fits(words)]
    lines.sort(key=lambda one: _place(one, language))
    departments = db.session.scalars(select(Department).order_by(Department.order, Department.key))
    known = {one.key: one for one in departments}
    keys = [*known, *sorted({one.department for one in lines} - set(known))]
    found = [Shelf(known.get(key), key, tuple(one for one in lines if one.department == key)) for key in keys]
    return [one for one in found if one.lines]


def _lines(rights: Rights):
    drafts = {one.slug: one for one in rights.drafts(VIEW)}
    services = {service.slug: (service, offer) for service, offer in rights.services(VIEW)}
    running = _running([service.id for service, _ in services.values()])
    for slug in dict.fromkeys((*drafts, *services)):
        service, offer = services.get(slug, (None, None))
        draft = drafts.get(slug)
        spec = draft.spec if draft else offer.spec
        yield Line(slug, offer.department if offer else draft.department, _names(spec), spec.get("icon", "file-text"),
                   draft, service, offer, running.get(service.id, 0) if service else 0)


def _place(line: Line, language: str):
    """Drafts, the one saved last on top, then live services by name, then retired ones."""
    saved = -line.draft.saved_at.timestamp() if line.draft else 0
    return line.draft is None, line.retired, saved, fold(line.name(language))


def _names(spec) -> dict[str, str]:
    texts = spec.get("texts") if isinstance(spec.get("texts"), dict) else {}
    told = {language: text.get("name", "") for language, text in texts.items() if isinstance(text, dict)}
    return {language: name for language, name in told.items() if name}


def _running(services: list[int]) -> dict[int, int]:
    open = (Case.service_id.in_(services), Case.closed_at.is_(None))
    found = select(Case.service_id, func.count()).where(*open).group_by(Case.service_id)
    return dict(db.session.execute(found).all()) if services else {}
