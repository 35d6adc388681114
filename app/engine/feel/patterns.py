"""XPath's regular expressions (F&O 5.6) on RE2, whose time grows with the text and never explodes.

What RE2 cannot do in linear time, back references above all, is refused.
"""
from functools import lru_cache
from typing import Any

import re2

from app.engine.feel.pattern_classes import ClassTrouble, read_class, read_escape

Pattern = Any
LONGEST = 2_000


class PatternRefused(ValueError):
    """The pattern cannot be read, or not within linear time."""


def searchable(text: str) -> str:
    """The text without halves of characters, which RE2 does not take."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=512)
def pattern(text: str, flags: str) -> Pattern:
    """Compile a pattern under XPath's flags s, m, i, x and q. Raises PatternRefused."""
    if not set(flags) <= set("smixq"):
        raise PatternRefused(f'"{flags}" are not flags of a pattern.')
    if len(text) > LONGEST:
        raise PatternRefused("The pattern is too long.")
    text = searchable(text)
    written = re2.escape(text) if "q" in flags else _translated(text, "x" in flags, "s" in flags)
    switches = "".join(flag for flag in "smi" if flag in flags)
    try:
        return re2.compile(f"(?{switches}:{written})" if switches else written, _options())
    except re2.error as trouble:
        raise PatternRefused(f'"{text}" is not a pattern: {trouble}') from None


def _options() -> Any:
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 8 << 20
    return options


def _translated(text: str, spaced: bool, dot_all: bool) -> str:
    """The same pattern as RE2 writes it."""
    if spaced:
        text = _without_spaces(text)
    out, place = [], 0
    try:
        while place < len(text):
            letter = text[place]
            if letter == "\\":
                piece, place = read_escape(text, place)
            elif letter == "[":
                piece, place = read_class(text, place)
            else:
                piece, place = "[^\\n\\r]" if letter == "." and not dot_all else letter, place + 1
            out.append(piece)
    except ClassTrouble as trouble:
        raise PatternRefused(str(trouble)) from None
    return "".join(out)


def _without_spaces(text: str) -> str:
    """Flag x: white space means nothing, except between square brackets."""
    out, depth, escaped = [], 0, False
    for letter in text:
        if letter in " \t\n\r" and not depth:
            continue
        if not escaped:
            depth += (letter == "[") - (letter == "]" and depth > 0)
        escaped = letter == "\\" and not escaped
        out.append(letter)
    return "".join(out)
