"""The people who would get the work: is there somebody for every step, whoever of the audience asks, and in the end?"""

from dataclasses import dataclass
from datetime import datetime

from app.cases.assignment import Assigned, find
from app.engine import Element, ExpressionBroken, evaluate
from app.engine.survey import Survey
from app.people import Directory
from app.studio.checking.audience import Sample, sampling
from app.studio.checking.finding import StudioFinding
from app.studio.checking.known import answerable
from app.studio.checking.names import listed
from app.studio.checking.references import BY_PEOPLE
from app.studio.checking.whom import whom

SAMPLED = "audience-sampled"
"""The rule that says that not every kind of people was looked at."""
RESOLVERS = ("who", "to", "team")
"""Inputs by which a call tells a shared fragment who does its work."""


@dataclass(frozen=True)
class Place:
    """A step, or the call of a fragment, with the wishes that say who gets it; the first that finds anybody."""

    element: Element
    wishes: tuple[tuple[str, ...], ...]

    @property
    def said(self) -> str:
        return ", ".join(one.removeprefix("=").strip() for tier in self.wishes for one in tier)


def owner_findings(spec: dict, seen: Survey, now: datetime) -> list[StudioFinding]:
    """Steps that would fall to the owner or to an empty group, for whom; owners who are nobody; endless approvals."""
    seen_of = sampling(spec.get("audience") or "everyone")
    people = seen_of.samples
    known = {one.person: None for one in people} | {one.person.manager: None for one in people if one.person.manager}
    asking = _Asking(spec, Directory(now, *known))
    found = [*_owner(spec, asking), *_endless(spec, seen), *_sampled(seen_of)]
    if not people:
        return [*found, StudioFinding("", "", "audience-empty", "warning", place="words")]
    return [*found, *(one for place in places(spec, seen) for one in asking.about(place, people))]


def places(spec: dict, seen: Survey) -> list[Place]:
    """The steps for people of the main process, and its calls of fragments that are told who does the work."""
    found = [Place(one, _wishes(spec, one)) for one in seen.elements if one.process == seen.process]
    return [one for one in found if any(one.wishes)]


def owners(spec: dict, directory: Directory) -> Assigned:
    """Who answers for the service in the end."""
    return find([spec["owner"]], directory) if isinstance(spec.get("owner"), str) and spec["owner"] else Assigned()


def _wishes(spec, element) -> tuple[tuple[str, ...], ...]:
    facts = element.facts
    if element.kind == "callActivity":
        return tuple((one.source,) for one in facts.inputs if one.target in RESOLVERS)[:1]
    if element.kind not in BY_PEOPLE:
        return ()
    lane = (spec.get("lanes") or {}).get(element.lane)
    tiers = (tuple(filter(None, (facts.assignee, *facts.users))), facts.groups, (lane,) if lane else ())
    return tuple(filter(None, tiers))


class _Asking:
    """Who gets what, asked for many people: each expression is decided once for each answer it can have."""

    def __init__(self, spec, directory):
        self.spec, self.directory, self.known = spec, directory, {}
        self.owner = owners(spec, directory)

    def about(self, place: Place, people: list[Sample]):
        """The findings of one step."""
        nobody, empty = [], {}
        for sample in people:
            assigned = self._assigned(place, sample)
            if assigned is None:
                continue
            if not assigned:
                nobody.append(sample)
            elif not assigned.people and not any(self.works(group) for group in assigned.groups):
                empty.setdefault(assigned.groups[0], []).append(sample)
        if nobody and self.owner:
            yield self._told(place, "nobody-for-anyone", "nobody-for-some", "warning", nobody, people,
                             owner=holders(self.owner), said=place.said)
        for group, some in empty.items():
            yield self._told(place, "group-empty", "group-empty-for-some", "error", some, people, group=group.names)

    def _told(self, place, rule, rule_for_some, severity, some, people, **params):
        if len(some) < len(people):
            rule, params = rule_for_some, {**params, "who": whom(some, people)}
        element = place.element
        return StudioFinding(element.id, element.name, rule, severity, self.spec.get("diagram", ""), params)

    def _assigned(self, place, sample) -> Assigned | None:
        """As `app.cases.assignment.assign` would; None where it depends on what is answered on the way."""
        for tier in place.wishes:
            values = [self._value(wish, sample) for wish in tier]
            if any(value is ... for value in values):
                return None
            found = self._found(tuple(one for value in values for one in value))
            if found:
                return found
        return Assigned()

    def _value(self, wish: str, sample):
        names = answerable(wish)
        if names is None:
            return ...
        facts = sample.facts
        key = wish, tuple(facts.get(name) for name in sorted(names))
        if key not in self.known:
            self.known[key] = self._decided(wish, facts)
        return self.known[key]

    def _decided(self, wish, facts):
        try:
            value = evaluate(wish, facts, functions=self.directory.functions)
            if isinstance(value, str) and "(" in value and not value.startswith("="):
                value = evaluate("=" + value, facts, functions=self.directory.functions)
        except ExpressionBroken:
            return ()
        return tuple(_flat(value))

    def _found(self, references) -> Assigned:
        key = "found", references
        if key not in self.known:
            self.known[key] = find(list(references), self.directory)
        return self.known[key]

    def works(self, group) -> bool:
        """Whether anybody who is active belongs to the group."""
        key = "members", group.id
        if key not in self.known:
            self.known[key] = any(person.active for person in group.members)
        return self.known[key]


def holders(assigned: Assigned) -> dict[str, str]:
    """The names of people and groups, by language."""
    return listed(one.names for one in (*assigned.people, *assigned.groups))


def _flat(value):
    if isinstance(value, str):
        yield from (part.strip().removeprefix("person:") for part in value.split(",") if part.strip())
    elif isinstance(value, dict):
        yield from _flat(value.get("key") or value.get("value"))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _flat(one)


def _owner(spec, asking):
    if not spec.get("owner"):
        yield StudioFinding("", "", "owner-missing", "error", place="words")
    elif not asking.owner.people and not any(asking.works(group) for group in asking.owner.groups):
        yield StudioFinding("", "", "owner-nobody", "error", "", {"owner": str(spec["owner"])}, place="words")


def _sampled(of):
    if of.partial:
        yield StudioFinding("", "", SAMPLED, "info", "", {"checked": len(of.samples), "kinds": of.kinds}, place="words")


def _endless(spec, seen):
    """Approvals that no timer ends, neither on their own edge nor on that of what they stand in."""
    parents = {one.id: one.parent for one in seen.elements}
    for one in seen.elements:
        asked = one.facts.properties.get("approval") == "true" and one.process == seen.process
        if asked and not _ends(one.id, parents, seen.timed) and not _asks_who_asked(spec, one):
            # With a due date it is at least missed, and reminders go out.
            severity = "warning" if one.facts.due or "due" in one.facts.properties else "error"
            yield StudioFinding(one.id, one.name, "approval-without-way-out", severity, spec.get("diagram", ""))


def _ends(element, parents, timed) -> bool:
    for _ in range(len(parents)):
        if element is None or element in timed:
            break
        element = parents.get(element)
    return element in timed


def _asks_who_asked(spec, element) -> bool:
    """Who asked need not answer themselves: they can withdraw."""
    wishes = [one for tier in _wishes(spec, element) for one in tier]
    return bool(wishes) and all(one.strip("=${# }") in ("requester", "beneficiary") for one in wishes)
