"""How people call what nobody named: its kind in their language, and the named step beside which it stands."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.engine.bpmn import EVENTS, NODES, descendants, event_definitions, kind
from app.engine.words.kinds import KINDS, kind_words, place_words

FURTHEST = 30
"""So many steps one looks back for a name; farther away it tells nobody anything."""


@dataclass(frozen=True)
class Near:
    """What stands beside it: its id, the name in the drawing ("" for none) and its kind."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Unnamed:
    """An element without a name. `kind` as in words/kinds.py, `where` it stands with respect to what is `near`.

    `number` tells apart those that would be called the same, 0 where there is but one.
    """

    kind: str
    where: str = ""
    near: tuple[Near, ...] = ()
    number: int = 0

    def text(self, language: str = "en", names: Callable[[str], str] | None = None) -> str:
        """“Step for a person (after Check)”. `names` may give an element's translated name by its id, "" for none."""
        beside = [(names(one.id) if names else "") or one.name or kind_words(one.kind, language) for one in self.near]
        sides = dict(zip(("near", "far"), beside, strict=False))
        return place_words(self.where, self.kind, self.number, language, **sides)

    @property
    def alike(self) -> tuple:
        """What is equal for those who would be called the same."""
        return kind_words(self.kind, "en"), self.where, tuple(one.name or one.kind for one in self.near)


def unnamed(roots: Iterable) -> dict[str, Unnamed]:
    """Id -> how it is called, for all elements of these files that people see and nobody named."""
    found = {}
    for root in roots:
        paper = _Paper(root)
        found.update({one.get("id"): paper.called(one) for one in root.iter() if _counts(one)})
    many, seen = Counter(one.alike for one in found.values()), Counter()
    for id, one in found.items():
        if many[one.alike] > 1:
            seen[one.alike] += 1
            found[id] = Unnamed(one.kind, one.where, one.near, seen[one.alike])
    return found


def _counts(element) -> bool:
    what = kind(element)
    return bool(what) and bool(element.get("id")) and _key(what) in KINDS and not _name(element)


def _key(what: str) -> str:
    return what[:1].upper() + what[1:]


def _name(element) -> str:
    return " ".join((element.get("name") or "").split())


class _Paper:
    """One file, to be walked along its arrows."""

    def __init__(self, root):
        self.root = root
        self.nodes = {one.get("id"): one for one in descendants(root, *NODES) if one.get("id")}
        self.ahead, self.back = {}, {}
        for flow in descendants(root, "sequenceFlow"):
            source, target = flow.get("sourceRef"), flow.get("targetRef")
            self.ahead.setdefault(source, []).append(target)
            self.back.setdefault(target, []).append(source)
        for event in descendants(root, "boundaryEvent"):
            self.back.setdefault(event.get("id"), []).append(event.get("attachedToRef"))

    def called(self, element) -> Unnamed:
        what = kind(element)
        if what == "sequenceFlow":
            return self._arrow(element)
        if what == "boundaryEvent" and element.get("attachedToRef") in self.nodes:
            return Unnamed(self._kind(element), "at", (self._near(element.get("attachedToRef")),))
        for where, ways in (("after", self.back), ("before", self.ahead)) if what in NODES else ():
            if near := self._named(ways.get(element.get("id"), ()), ways):
                return Unnamed(self._kind(element), where, (near,))
        return Unnamed(self._kind(element))

    def _arrow(self, flow) -> Unnamed:
        source, target = flow.get("sourceRef"), flow.get("targetRef")
        if source not in self.nodes or target not in self.nodes:
            return Unnamed("SequenceFlow")
        near = self._named([source], self.back) or self._near(source)
        return Unnamed("SequenceFlow", "between", (near, self._named([target], self.ahead) or self._near(target)))

    def _named(self, ids: Iterable[str], ways: dict) -> Near | None:
        """The nearest with a name, these first, then those to which the ways lead."""
        at = [one for one in ids if one in self.nodes]
        for one in at:  # grows while it is walked through
            if _name(self.nodes[one]):
                return self._near(one)
            beyond = [id for id in ways.get(one, ()) if id in self.nodes and id not in at]
            at += beyond[: max(0, FURTHEST - len(at))]
        return None

    def _near(self, id: str) -> Near:
        return Near(id, _name(self.nodes[id]), self._kind(self.nodes[id]))

    def _kind(self, element) -> str:
        told = event_definitions(element, self.root) if kind(element) in EVENTS else ()
        key = _key(kind(element))
        event = _key(kind(told[0]).removesuffix("EventDefinition")) if told else ""
        return f"{key}.{event}" if f"{key}.{event}" in KINDS else key


# What findings and offers say of other elements: a name, or an id where there is none.
SPOKEN_OF = frozenset(
    ["activity", "choice", "first", "flow", "flows", "gateway", "host", "other", "scope", "second", "source", "step"]
    + ["steps", "target", "way", "ways"]
)
COMMAS = {"en": ", "}


def spoken(params: dict, called: dict[str, Unnamed], language: str) -> dict:
    """The values that a sentence mentions, unnamed elements by what they are."""
    return {key: _list(value, called, language) if key in SPOKEN_OF else value for key, value in params.items()}


def _list(value: str, called, language) -> str:
    return COMMAS.get(language, "، ").join(called[one].text(language) if one in called else one
                                          for one in str(value).split(", "))


def mentioned(element: str, params: dict, all: dict[str, Unnamed]) -> dict[str, Unnamed]:
    """Those of `all` that a sentence about `element` with these values speaks of."""
    ids = {element, *(one for key, value in params.items() if key in SPOKEN_OF for one in str(value).split(", "))}
    return {id: all[id] for id in sorted(ids & all.keys())}
