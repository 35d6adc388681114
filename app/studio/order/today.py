"""Who it would be today: everybody of an audience, and who would get the work of those who ask, site by site."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from app.base import db
from app.cases.assignment import find, resolve
from app.catalog.audience import members
from app.people import Directory, Person, Site
from app.studio.checking.audience import Sample
from app.studio.checking.known import answerable

THEMSELVES = ("requester", "beneficiary")


@dataclass(frozen=True)
class Crowd:
    """How many there are, and the first of them by name."""

    count: int
    names: tuple[dict, ...] = ()

    @property
    def others(self) -> int:
        return self.count - len(self.names)


@dataclass(frozen=True)
class AtSite:
    """For requests from a site (None: people without one): who gets them; `nobody` who would find nobody."""

    site: dict | None
    people: Crowd
    nobody: Crowd


@dataclass(frozen=True)
class Today:
    """`sites` in the order of their names' keys. Instead: `itself` (whoever asks does it), or `depends` (only the
    answers of a request decide)."""

    sites: tuple[AtSite, ...] = ()
    itself: str = ""
    depends: bool = False

    @property
    def nobody(self) -> bool:
        """Whether nobody is found for anybody."""
        return bool(self.sites) and not any(one.people.count for one in self.sites)


def crowd(audience: str, first: int = 8) -> Crowd:
    """Everybody who may ask today."""
    found = members(audience)
    return Crowd(len(found), tuple(row.names for row in found[:first]))


@dataclass
class _Found:
    people: dict[str, dict] = field(default_factory=dict)
    nobody: list[Sample] = field(default_factory=list)


def today(expression: str, samples: list[Sample], now: datetime, first: int = 1) -> Today:
    """Who `expression` names for the requests of these samples of an audience."""
    bare = expression.strip().lstrip("=").strip()
    if bare in THEMSELVES:
        return Today(itself=bare)
    reads = answerable(expression)
    if reads is None:
        return Today(depends=True)
    directory, known, sites = Directory(now, *(one.person for one in samples)), {}, defaultdict(_Found)
    for sample in samples:
        facts = sample.facts
        key = tuple(facts.get(name) for name in sorted(reads))
        if key not in known:
            known[key] = _people(resolve(expression, facts, directory), directory)
        sites[sample.site].people.update(known[key])
        if not known[key]:
            sites[sample.site].nobody.append(sample)
    names = dict(db.session.execute(select(Site.key, Site.names)).all())
    return Today(tuple(_at(names.get(site), found, first) for site, found in sorted(sites.items(), key=_place)))


def _people(references: list[str], directory) -> dict[str, dict]:
    """Key -> names of everybody active behind the references."""
    found = find(references, directory)
    everybody: list[Person] = [*found.people, *(one for group in found.groups for one in group.members if one.active)]
    return {one.key: one.names for one in everybody}


def _at(site, found: _Found, first) -> AtSite:
    nobody = Crowd(sum(one.count for one in found.nobody), tuple(one.person.names for one in found.nobody[:first]))
    return AtSite(site, Crowd(len(found.people), tuple(found.people.values())[:first]), nobody)


def _place(one) -> tuple[bool, str]:
    return one[0] is None, one[0] or ""
