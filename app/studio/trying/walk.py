"""One walk of a version, played with the people there are: how it went, and on whom that depends."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.cases.assignment import resolve
from app.cases.facts import facts_of
from app.catalog import VersionUnusable, Walked, WalkFault, play
from app.catalog.walk import begins
from app.catalog.words.walks import GONE
from app.people import Directory, Person

NUMBER = "REQ-1405-000001"
"""The number of every request that is only played: messages of walks may name it, and no real one is used up."""


@dataclass
class Witness:
    """What a walk asked about people, and what it was told: as long as the answers are the same, it goes the same."""

    who: Person | None
    """Stands for a requester whom the organisation does not know."""
    facts: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)

    def still_holds(self) -> bool:
        """Whether everything that was asked would be answered in the same way now."""
        if any(_facts(walk, self.who) != known for walk, known in self.facts.values()):
            return False
        directories = {now: Directory(now) for now, *_ in self.asked}
        return all(resolve(who, data, directories[now]) == told for now, who, data, told in self.asked)


@dataclass(frozen=True)
class WalkResult:
    """How one walk went. `place` is its place among the walks, `steps` how many acts it has."""

    place: int
    name: str
    steps: int
    walked: Walked = field(repr=False)

    @property
    def well(self) -> bool:
        return self.walked.well

    @property
    def faults(self) -> list[WalkFault]:
        return self.walked.faults

    @property
    def element(self) -> str:
        """The element at which it failed; empty where all is well or the fault is nowhere."""
        return next((fault.element for fault in self.faults if fault.element), "")

    def troubles(self, language: str, version, gone: Callable[[str], str] = str) -> list[str]:
        """What is wrong, in sentences; `gone` says how an element is called that the version no longer has."""
        def name(id):
            return version.element_name(id, language) if id in version.diagram.elements else gone(id)

        return [fault.text(language, name) for fault in self.faults]


def walk_through(version, walk: dict, place: int, witness: Witness) -> WalkResult:
    """Play the walk at `place`; a walk that cannot even begin says why."""
    name, steps = str(walk.get("name") or ""), len(walk.get("steps") or ())
    facts = _facts(walk, witness.who)
    witness.facts[place] = walk, facts
    if facts is None:
        fault = WalkFault("nobody", 0, {"who": str(walk.get("requester") or "")})
        return WalkResult(place, name, steps, Walked(faults=[fault]))
    now = begins(walk)
    directory = Directory(now)

    def people(who, data):
        data = {**data, **facts}
        told = resolve(who, data, directory)
        witness.asked.append((now, who, data, told))
        return told

    try:
        walked = play(version, walk, facts=facts, resolve=people)
    except VersionUnusable:
        walked = Walked(faults=[WalkFault("unusable")])
    return WalkResult(place, name, steps, walked)


def people_of(walk: dict, who: Person | None) -> tuple[Person, Person] | None:
    """Who asks and for whom; `who` stands in for a requester there is not. None when nobody is there."""
    requester = Person.by_key(str(walk.get("requester") or "")) or who
    if requester is None:
        return None
    return requester, Person.by_key(str(walk.get("beneficiary") or "")) or requester


def _facts(walk, who) -> dict | None:
    pair = people_of(walk, who)
    return facts_of(NUMBER, *pair) if pair else None


def name_once(id: str, language: str, *versions) -> str:
    """What an element that is gone was called, as far as one of the versions still knows it."""
    known = [one.element_names(id) for one in versions if one is not None]
    said = (names.get(wanted) for wanted in (language, "en") for names in known)
    return next(filter(None, said), GONE[language])
