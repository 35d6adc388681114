"""The label: one text of a service that people read, in every language, and how it is written back where it stands."""

from dataclasses import dataclass, field

from app.catalog import tongue

LANGUAGES = ("en", "fa", "ar")


class CannotBeWritten(ValueError):
    """A text cannot stand where it would have to: the expression around it could not be read any more."""


def fits(text: str, language: str) -> bool:
    """Whether a text can stand where only its letters say that it is of this language; no text can."""
    return not text.strip() or tongue(text) == language


@dataclass(frozen=True)
class Label:
    """`key` finds it again, also in other states of the draft; `path` are the names that lead to it ("Leave", "From").

    `part` groups what belongs together: "service", "decisions", or the path of a drawing or form. `kind` says what it
    is: name, summary, step, arrow, lane, decision, label, option, rule, notice, ... Where `needed`, every language
    must have it.
    """

    key: str
    part: str
    kind: str
    path: tuple[str, ...]
    texts: dict[str, str]
    needed: bool = field(default=True, kw_only=True)

    def lacks(self, language: str) -> bool:
        return self.needed and not self.texts.get(language, "").strip()

    def write(self, texts: dict[str, str], pen):
        """Note on the pen what must change so that the label reads so in these languages."""
        raise NotImplementedError

    def __str__(self):
        return " › ".join(self.path)
