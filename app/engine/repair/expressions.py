"""Conditions with a scrap of markup behind them: `amount > 5]]>`, left over where a text was copied between files."""

import ast

from app.engine.bpmn import DECIDED, descendants, kind, text
from app.engine.expressions import language

SCRAPS = ("]]>", "/>", ">", ";")


def drop_leftovers(root, pen) -> None:
    """Only what cannot be read as it stands, and can be without the scrap."""
    for condition in descendants(root, *DECIDED):
        words = text(condition)
        rest = None if not words or language(words) or _reads(words) else _without(words)
        if rest and pen.may("expression-leftover", _owner(condition), kind(condition), text=words, rest=rest):
            condition.text = rest


def _without(words):
    shorter = [words[: -len(scrap)].rstrip() for scrap in SCRAPS if words.endswith(scrap)]
    return next((rest for rest in shorter if rest and _reads(rest)), None)


def _reads(words) -> bool:
    try:
        ast.parse(f"({words}\n)")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _owner(condition):
    """The flow, gateway, activity or event a reader can find."""
    found = condition.getparent()
    while kind(found).endswith(("Definition", "Characteristics")) and found.getparent() is not None:
        found = found.getparent()
    return found
