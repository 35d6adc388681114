"""What is not as a walk says it should be: a rule and its values; said in three languages by `words/walks.py`."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.catalog.words.walks import JOIN, NOBODY, NOTHING, WORDS


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
        sentence = words[self.rule].format(**said)
        return words["at"].format(step=self.step, sentence=sentence) if self.step else sentence

    def _said(self, key, value, language, name):
        if key == "element":
            return name(value) if value else NOTHING[language]
        if key in ("expected", "actual"):
            return name(value) if value else NOTHING[language]
        if key == "open":
            return JOIN[language].join(dict.fromkeys(map(name, value))) or NOTHING[language]
        if key == "people":
            return JOIN[language].join(value) or NOBODY[language]
        return value
