"""What a version does outside of its requests: systems, data, people told, groups that get work, services called."""

import re
from dataclasses import dataclass, field

from sqlalchemy import select

from app.base import db, pick
from app.catalog import Published, VersionUnusable
from app.people import Group

TOLD, ABSENCES, RESOLVED = "notify", ("absence.arrange", "absence.remove"), "people.resolve"
GROUP = re.compile(r"""\b(?:group|members)\(\s*\\?["']([^"'\\]+)""")


@dataclass(frozen=True)
class Effect:
    """`kind`: system, data, mail, group, service or message; `names` by language; `state`: "", new or gone.

    `at` are the names of the steps at which it happens.
    """

    kind: str
    key: str
    names: dict = field(hash=False)
    at: tuple[dict, ...] = field(default=(), hash=False)
    state: str = ""

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key)

    def places(self, language: str) -> list[str]:
        return list(dict.fromkeys(pick(one, language) for one in self.at if one))

    @property
    def plain(self) -> dict:
        """For the snapshot of the evidence: JSON."""
        return {"kind": self.kind, "key": self.key, "names": self.names, "at": list(self.at), "state": self.state}


def effects(version: Published, live: Published | None = None) -> list[Effect]:
    """The effects of a version; with `live`, also which of them are new and which will be gone."""
    now = _effects(version)
    before = _effects(live) if live else now
    found = [_with(one, "" if key in before else "new") for key, one in now.items()]
    return found + [_with(one, "gone") for key, one in before.items() if key not in now]


def _effects(version) -> dict[tuple, Effect]:
    try:
        elements = list(version.diagram.elements.values())
        processes = version.diagram.processes
    except VersionUnusable:
        return {}
    found = {}
    for one in elements:
        for kind, key in _of(one, processes):
            known = found.get((kind, key))
            at = (*(known.at if known else ()), version.element_words(one.id))
            found[kind, key] = Effect(kind, key, {"en": key}, at)
    for key, names in _groups(version, elements).items():
        found["group", key] = Effect("group", key, names)
    return found


def _of(element, processes):
    """(kind, key) of what an element does outside."""
    facts = element.facts
    if facts.topic == TOLD:
        yield "mail", TOLD
    elif facts.topic in ABSENCES:
        yield "data", "absence"
    elif facts.topic and facts.topic != RESOLVED:
        yield "system", facts.topic
    if facts.called and facts.called not in processes:
        yield "service", facts.called
    if element.kind in ("sendTask", "intermediateThrowEvent") and not facts.topic and element.name:
        yield "message", element.name


def _groups(version, elements) -> dict[str, dict]:
    """Names of the groups that the drawing and the lanes name."""
    said = [*(version.spec.get("lanes") or {}).values(), f'group("{version.owner.removeprefix("group:")}")']
    for one in elements:
        said += [one.facts.assignee or "", *one.facts.users, *(mapping.source for mapping in one.facts.inputs)]
        said += [f'group("{key}")' for key in one.facts.groups]
    keys = {key for text in said for key in GROUP.findall(text)}
    found = select(Group).where(Group.key.in_(keys)).order_by(Group.key)
    return {one.key: one.names for one in db.session.scalars(found)}


def _with(effect, state) -> Effect:
    return Effect(effect.kind, effect.key, effect.names, effect.at, state)
