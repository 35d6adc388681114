"""One thing the gate has looked at: it stops the publication, or a person answers for it."""

from dataclasses import dataclass, field

from app.base import isolated, pick
from app.ui import localized

STOPS, ACCEPT = "stops", "accept"
LANGUAGES = ("en", "fa", "ar")


@dataclass(frozen=True)
class Point:
    """`key` is the same as long as the same is found. `texts` and `remedies` by language; `place` names a tab."""

    key: str
    weight: str
    texts: dict = field(hash=False)
    remedies: dict = field(default_factory=dict, hash=False)
    element: str = ""
    place: str = "drawing"

    @staticmethod
    def kind_of(key: str) -> str:
        """The rule that a key begins with."""
        return key.split(":", 1)[0]

    @property
    def kind(self) -> str:
        return self.kind_of(self.key)

    def text(self, language: str) -> str:
        return isolated(pick(self.texts, language, self.key))

    def remedy(self, language: str) -> str:
        return isolated(pick(self.remedies, language))

    @property
    def plain(self) -> dict:
        """For the snapshot of the evidence: JSON."""
        return {"key": self.key, "weight": self.weight, "texts": self.texts, "remedies": self.remedies,
                "element": self.element, "place": self.place}


def said(words: dict, key: str, weight: str, /, *, element="", place="drawing", which="", **params) -> Point:
    """A point of our own sentences `words[key]`: {language: (text, remedy)}; params may be texts by language."""
    def filled(at, language):
        given = {name: _in_words(value, language) for name, value in params.items()}
        return words[key][language][at].format(**given)

    texts, remedies = ({language: filled(at, language) for language in LANGUAGES} for at in (0, 1))
    return Point(":".join(filter(None, (key, element, which))), weight, texts, remedies, element, place)


def _in_words(value, language: str):
    if isinstance(value, dict):
        return pick(value, language)
    return localized(value, language) if isinstance(value, int) else value
