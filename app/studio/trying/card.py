"""What is open in a play, as cards on the seats of those who have it: steps of people, the outside, news."""

from dataclasses import dataclass, field
from datetime import datetime

from app.base import db
from app.cases.assignment import Assigned, assign, context_of, find, resolve
from app.cases.moments import due_of
from app.engine import Call, Step, Wait
from app.people import Directory, Group, Person, absent_ids
from app.studio.trying.sandbox import INNER, Sandbox

MOST_ACTORS = 40
OUTSIDE, NEWS = "outside", "news"


@dataclass(frozen=True)
class Card:
    """One open thing. `key` is "step:12", "call:14" or "message:Start_moved"; `row` is the engine's.

    `actors` are the people who may do it, whoever has it directly before the members of its groups.
    """

    key: str
    row: Step | Call | Wait
    place: str
    assigned: Assigned = Assigned()
    actors: tuple[Person, ...] = ()
    due: datetime | None = None
    instead: dict = field(default_factory=dict)
    """Actor's key -> the absent person for whom they would stand in."""

    @property
    def kind(self) -> str:
        return self.key.partition(":")[0]

    @property
    def element(self) -> str:
        return self.row.element

    @property
    def holders(self) -> tuple[Person | Group, ...]:
        return (*self.assigned.people, *self.assigned.groups)


@dataclass
class Seat:
    """Who sits here (people or groups; empty for the outside and for news) and the cards that are theirs now."""

    key: str
    who: tuple = ()
    cards: list[Card] = field(default_factory=list)
    asks: bool = False
    """Whether this is who asks, or for whom is asked: their seats are always there."""


def cards_of(box: Sandbox) -> list[Card]:
    """Everything open that somebody could do now, steps first."""
    directory = Directory(box.now, box.requester, box.beneficiary)
    away = absent_ids(box.now)
    steps = [_step(box, step, directory, away) for step in box.run.steps]
    calls = [Card(f"call:{one.id}", one, _place(one)) for one in box.run.calls if one.topic not in INNER]
    waits = {one.element: one for one in box.run.waits}
    return [*steps, *calls, *(_news(box, one, directory) for one in waits.values())]


def seats_of(box: Sandbox, cards: list[Card]) -> list[Seat]:
    """The seats side by side: who asks, for whom, everybody who has something to do, the outside, news."""
    seats = {f"person:{one.key}": Seat(f"person:{one.key}", (one,), asks=True)
             for one in (box.requester, box.beneficiary)}
    for card in cards:
        key = _seat_of(card)
        seats.setdefault(key, Seat(key, card.holders if card.kind == "step" else ())).cards.append(card)
    return list(seats.values())


def _seat_of(card: Card) -> str:
    if card.kind != "step":
        return OUTSIDE if card.kind == "call" else NEWS
    return ",".join(f"{'group' if isinstance(one, Group) else 'person'}:{one.key}" for one in card.holders) or "nobody"


def _step(box, step, directory, away) -> Card:
    assigned = assign(step, box, directory)
    actors, instead = _actors(assigned, away)
    return Card(f"step:{step.id}", step, _place(step), assigned, actors, due_of(step.facts, step.data, box, box.now),
                instead)


def _actors(assigned: Assigned, away: dict) -> tuple[tuple[Person, ...], dict]:
    """Whoever would find it in their inbox: stand-ins of those who are away come before them."""
    found, instead = {}, {}
    for person in assigned.people:
        stand_in = away.get(person.id)
        acting = db.session.get(Person, stand_in) if stand_in else None
        if acting is not None and acting.active:
            found[acting.key], instead[acting.key] = acting, person
        found.setdefault(person.key, person)
    for group in assigned.groups:
        for member in group.members:
            if member.active:
                found.setdefault(member.key, member)
    return tuple(list(found.values())[:MOST_ACTORS]), instead


def _news(box, wait, directory) -> Card:
    element = box.published.diagram.elements.get(wait.element)
    sender = element.facts.properties.get("sender") if element else None
    told = resolve(sender, context_of(box, box.run.data), directory) if sender else []
    assigned = find(told, directory)
    return Card(f"message:{wait.element}", wait, _place(wait), assigned, _actors(assigned, {})[0])


def news_of(card: Card, values: dict) -> dict:
    """The act that brings what a card of news waits for."""
    return {card.row.kind: card.row.name, "keys": card.row.keys, "values": values}


def _place(row) -> str:
    return (*row.callers, row.element)[0]
