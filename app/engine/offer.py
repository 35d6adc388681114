"""What can be done about a finding with one click: shown with it, applied to files, undone by keeping the old ones."""

from dataclasses import dataclass, field, replace

from app.engine.naming import Unnamed, mentioned, spoken
from app.engine.words import quoted
from app.engine.words.offers import label_for


class OfferGone(Exception):
    """The drawing has changed since this was offered. Look at the findings again."""


@dataclass(frozen=True)
class Offer:
    """A change to one file that its owner may accept.

    `rule` says what would be done, `path` in which file, `element` and `name` at which element. `which` tells apart
    several offers of one kind at one element. `params`: values the change uses, `asks`: those of them a person may
    want to say first (a name, an ISO 8601 duration). `called`: what nobody named, as in a Finding.
    """

    rule: str
    path: str
    element: str
    name: str = ""
    which: str = ""
    params: dict = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    called: dict[str, Unnamed] = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The same whenever the same files are looked at; unique among the offers of a bundle."""
        return ":".join(part for part in (self.rule, self.element, self.which) if part)

    def label(self, language: str = "en") -> str:
        """The words on the button, in "en", "fa" or "ar"."""
        unnamed = self.called.get(self.element)
        name = unnamed.text(language) if unnamed else " ".join((self.name or self.element or "?").split())
        params = spoken(self.params, self.called, language)
        return label_for(self.rule, language).format(it=quoted(name, language), **params)

    def among(self, unnamed: dict[str, Unnamed]) -> "Offer":
        """The same offer, which speaks of what nobody named by what it is."""
        return replace(self, called=mentioned(self.element, self.params, unnamed))

    def saying(self, **said: str) -> "Offer":
        """The same offer with what the owner typed for what it asks; names it does not ask for are refused."""
        strange = set(said) - set(self.asks)
        if strange:
            raise KeyError(*sorted(strange))
        clean = {name: "".join(letter for letter in words if letter.isprintable()) for name, words in said.items()}
        return replace(self, params={**self.params, **clean})

    def as_dict(self, language: str = "en") -> dict:
        """Plain values, for JSON."""
        return {
            "id": self.id,
            "rule": self.rule,
            "element": self.element,
            "label": self.label(language),
            "params": dict(self.params),
            "asks": list(self.asks),
        }
