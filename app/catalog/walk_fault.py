"""What is not as a walk says it should be: a rule and its values; said in three languages by `words/walks.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.base import in_a_row, isolated
from app.catalog.words.walks import GONE, JOIN, NOBODY, NOTHING, WORDS
from app.ui import localized


@dataclass(frozen=True)
class WalkFault:
    """One trouble of a walk. `step` counts its acts from 1; 0 where the walk as a whole is meant.

    `values` hold ids of elements as they are (`element`, `open`, `expected`, `actual`) and plain texts.
    """

    rule: str
    step: int = 0
    values: dict = field(default_factory=dict)

    @property
    def element(self) -> str:
        """Where on the drawing it is; empty where it is nowhere."""
        return self.values.get("element") or ""

    def text(self, language: str = "en", name: Callable[[str], str] = str) -> str:
        """The sentence; `name` gives what an element of this id is called."""
        words = WORDS.get(language, WORDS["en"])
        said = {key: self._said(key, value, language, name) for key, value in self.values.items()}
        sentence = words[self.rule].format(**said).replace(f"«{GONE[language]}»", GONE[language])
        if self.step:
            sentence = words["at"].format(step=localized(self.step, language), sentence=sentence)
        return isolated(sentence)

    def _said(self, key, value, language, name):
        if key in ("element", "expected", "actual"):
            return _apart(name(value), language) if value else NOTHING[language]
        if key == "open":
            return in_a_row(dict.fromkeys(map(name, value)), JOIN[language], language) or NOTHING[language]
        if key == "people":
            return in_a_row(value, JOIN[language], language) or NOBODY[language]
        return value


def _apart(name: str, language: str) -> str:
    """A name in another script within an English sentence; in the others « » keep names apart."""
    return f"\u2068{name}\u2069" if language == "en" and not name.isascii() else name
