"""What a comparison gives: changes, each with what about it is different."""

from dataclasses import dataclass, field

from app.base import pick

NEW, CHANGED, GONE = "new", "changed", "gone"
LISTS = frozenset(["get", "keywords", "need", "options", "value", "who"])
"""Aspects that may hold several things, one a line; pages list them as the reader's language does."""


@dataclass(frozen=True)
class Aspect:
    """One thing about something that is different. `before` and `after` are texts, "" where there was nothing."""

    key: str
    before: str = ""
    after: str = ""

    @property
    def plain(self) -> dict:
        return {"key": self.key, "before": self.before, "after": self.after}


@dataclass(frozen=True)
class Change:
    """`kind`: element, flow, lane, form, field, table, text, setting or walk; `state`: new, changed or gone.

    `id` is the element's, "<form path>#<key>" for a field, the language for a text, the key for a setting. `names` by
    language; `within` says where it belongs: the file of an element, the title of a field's form.
    """

    kind: str
    id: str
    state: str
    names: dict = field(hash=False)
    aspects: tuple[Aspect, ...] = ()
    within: str = ""
    sort: str = ""
    """The BPMN kind of an element or the type of a field."""

    def name(self, language: str) -> str:
        return pick(self.names, language, self.id)

    @property
    def plain(self) -> dict:
        """For the snapshot of the evidence: JSON."""
        return {"kind": self.kind, "id": self.id, "state": self.state, "names": self.names, "within": self.within,
                "sort": self.sort, "aspects": [one.plain for one in self.aspects]}


@dataclass(frozen=True)
class Difference:
    """All changes from one version to another, in the order in which one reads the service."""

    changes: tuple[Change, ...]

    def __bool__(self):
        return bool(self.changes)

    def of(self, *kinds: str) -> tuple[Change, ...]:
        return tuple(one for one in self.changes if one.kind in kinds)

    @property
    def counts(self) -> dict[str, int]:
        """{"new": n, "changed": n, "gone": n}; an arrow that came or went with its element is not counted again."""
        counted = [one for one in self.changes if one.kind != "flow" or one.state == CHANGED]
        return {state: sum(one.state == state for one in counted) for state in (NEW, CHANGED, GONE)}

    @property
    def marks(self) -> dict[str, str]:
        """Element or flow id -> state, for the drawing."""
        return {one.id: one.state for one in self.of("element", "flow")}


def changes_between(kind: str, old: dict, new: dict) -> list[Change]:
    """Changes from one set of things to another: id -> Thing."""
    found = [_change(kind, id, thing, old.get(id)) for id, thing in new.items()]
    found += [_change(kind, id, None, thing) for id, thing in old.items() if id not in new]
    return [one for one in found if one is not None]


@dataclass(frozen=True)
class Thing:
    """Something that can be compared: what is said about it by aspect, all as texts."""

    names: dict
    aspects: dict[str, str]
    within: str = ""
    sort: str = ""


def _change(kind, id, new, old) -> Change | None:
    if old is None:
        return Change(kind, id, NEW, new.names, (), new.within, new.sort)
    if new is None:
        return Change(kind, id, GONE, old.names, (), old.within, old.sort)
    keys = dict.fromkeys((*new.aspects, *old.aspects))
    pairs = ((key, old.aspects.get(key, ""), new.aspects.get(key, "")) for key in keys)
    aspects = tuple(Aspect(*one) for one in pairs if one[1] != one[2])
    return Change(kind, id, CHANGED, new.names, aspects, new.within, new.sort) if aspects else None
