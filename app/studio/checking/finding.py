"""What a designer is told about a service: of models, forms, tables, texts, and of who would get the work."""

from dataclasses import dataclass, field

from app.base import isolated, pick
from app.engine import Offer
from app.engine.naming import Unnamed
from app.studio.checking.calling import Calling
from app.studio.checking.words import WORDS
from app.ui import localized

SEVERITIES = ("error", "warning", "info", "repair")
WRITE_REPAIRS = "write-repairs"
"""The id of the offer that writes every safe repair into the texts."""
QUOTES = {"en": "“{}”", "fa": "«{}»", "ar": "«{}»"}


@dataclass(frozen=True)
class Called:
    """The names of an element by language, the drawn one among them."""

    names: dict[str, str]

    def text(self, language: str = "en") -> str:
        return pick(self.names, language)


@dataclass(frozen=True)
class Beside:
    """What nobody named, told by what it stands beside, which may have names in other languages."""

    unnamed: Unnamed
    named: dict[str, Called] = field(repr=False)

    def text(self, language: str = "en") -> str:
        return self.unnamed.text(language, lambda id: self.named[id].text(language) if id in self.named else "")


@dataclass(frozen=True)
class StudioFinding:
    """`element` is the id in the drawing, table or form ("" for the whole file), `file` its path ("" for the order).

    `told` is the finding of the engine or of a form that this one passes on; without it the sentence is of WORDS, its
    places filled from `params`, whose values may be texts by language. `place` names the tab on which it is mended.
    `called` says how people call the element, where `name` is not that.
    """

    element: str
    name: str
    rule: str
    severity: str
    file: str = ""
    params: dict = field(default_factory=dict)
    offers: tuple[Offer | Calling, ...] = ()
    place: str = "drawing"
    told: object = None
    called: Called | Beside | None = None

    @property
    def id(self) -> str:
        """The same as long as the same is found at the same place."""
        return ":".join(part for part in (self.rule, self.element or self.file, self._which) if part)

    def title(self, language: str = "en") -> str:
        """What the element is called: its name in that language, else what it is and where it stands."""
        return self.called.text(language) if self.called else " ".join((self.name or self.element).split())

    def text(self, language: str = "en") -> str:
        return isolated(self.told.text(language) if self.told else self._said(0, language))

    def remedy(self, language: str = "en") -> str:
        return isolated(self.told.remedy_text(language) if self.told else self._said(1, language))

    def as_dict(self, language: str, url=None) -> dict:
        """Plain values in one language, for JSON; `url(place)` gives the address of a tab."""
        return {
            "id": self.id, "element": self.element, "name": self.title(language), "rule": self.rule,
            "severity": self.severity, "file": self.file, "text": self.text(language), "remedy": self.remedy(language),
            "offers": [*(_shown(offer.as_dict(language)) for offer in self.offers), *self._repair(language)],
            "place": self.place,
            **({"url": url(self.place)} if url else {}),
        }

    def _repair(self, language: str) -> list[dict]:
        """What is mended on reading can be written into the texts, all of it at once."""
        label = WORDS[WRITE_REPAIRS].get(language, WORDS[WRITE_REPAIRS]["en"])[0]
        shape = {"rule": WRITE_REPAIRS, "element": "", "params": {}, "asks": []}
        return [{"id": WRITE_REPAIRS, "label": label, **shape}] if self.severity == "repair" else []

    @property
    def _which(self) -> str:
        params = self.told.params if self.told else self.params
        told = (value.get("en") if isinstance(value, dict) else value for _, value in sorted(params.items()))
        return ",".join(one for one in told if isinstance(one, str))[:60]

    def _said(self, at: int, language: str) -> str:
        texts = WORDS[self.rule]
        given = self.params.items()
        params = {key: _in_words(value, language) for key, value in given}
        name = QUOTES.get(language, QUOTES["en"]).format(self.title(language) or "?")
        return texts.get(language, texts["en"])[at].format(it=name, **params)


def _shown(offer: dict) -> dict:
    return {**offer, "label": isolated(offer["label"])}


def _in_words(value, language: str):
    if isinstance(value, dict):
        return pick(value, language)
    return localized(value, language) if isinstance(value, int) else value


def weight(finding: StudioFinding):
    """The gravest first, then as they stand in the file."""
    return SEVERITIES.index(finding.severity)
