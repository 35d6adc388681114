"""The languages of a text that stands once in a file, with its translations beside it."""

from app.base import organisation
from app.engine.words.scripts import written_in


def tongue(text: str) -> str:
    """The language of the organisation in which a text of a file is written; English where no letter tells."""
    return written_in(text, organisation().languages)


def in_tongues(written: str | None, told: dict | None = None) -> dict[str, str]:
    """Language -> text: what is `written` in a drawing or form, in the language it is written in, and what is `told`
    beside it, which goes before."""
    return {**({tongue(written): written} if written else {}), **(told or {})}
