"""What can be done about a call that leads nowhere: call what may be called, or let a person do it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.base import pick
from app.catalog import may_call
from app.engine import Element, Offer, OfferGone
from app.engine.survey import Survey
from app.engine.words import LANGUAGES

INSTEAD, BY_HAND = "call-instead", "do-by-hand"


@dataclass(frozen=True)
class Calling:
    """An offer with something to choose from: `choices` are what may be called, id -> names by language."""

    offer: Offer
    choices: dict[str, dict[str, str]]

    @property
    def id(self) -> str:
        return self.offer.id

    def saying(self, **said: str) -> Offer:
        """What was chosen; OfferGone where it may not be called (any more)."""
        if said.get("called") not in self.choices:
            raise OfferGone
        return self.offer.saying(**said)

    def as_dict(self, language: str) -> dict:
        told = [{"value": id, "name": pick(names, language, id)} for id, names in self.choices.items()]
        return {**self.offer.as_dict(language), "choices": sorted(told, key=lambda one: one["name"])}


def calls(spec: dict, seen: Survey) -> Callable[[Element], tuple[Offer | Calling, ...]]:
    """The offers at a call of the service's own process: other processes of its files, services that let themselves be
    called by its department, and a person. What stands in a shared drawing is mended there."""
    choices = {id: {"en": name} for id, name in seen.processes.items() if id != seen.process}
    choices |= {slug: {language: offer.name(language) for language in LANGUAGES}
                for slug, offer in may_call(spec.get("department", "")).items() if slug != spec.get("slug")}

    def offered(element: Element) -> tuple[Offer | Calling, ...]:
        if element.kind != "callActivity" or element.process != seen.process:
            return ()
        at = (seen.main, element.id, element.name)
        other = {id: names for id, names in choices.items() if id != element.facts.called}
        instead = Calling(Offer(INSTEAD, *at, asks=("called",), params={"called": ""}), other)
        return (*((instead,) if other else ()), Offer(BY_HAND, *at))

    return offered
