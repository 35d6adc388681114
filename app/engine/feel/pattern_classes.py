"""Escapes and character classes of XML Schema patterns, with class subtraction, as RE2 can read them."""
from app.engine.feel.unicode_blocks import BLOCKS

LAST = 0x10FFFF
_MULTI = {
    "d": r"\p{Nd}", "D": r"\P{Nd}", "s": r" \t\n\r", "w": r"\p{L}\p{M}\p{N}\p{S}_", "W": r"\p{P}\p{Z}\p{C}",
    "i": r"\p{L}\p{Nl}_:", "c": r"\p{L}\p{M}\p{N}_:.\-\x{B7}",
}
_NEGATED = {"S": "s", "I": "i", "C": "c"}
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}
_LITERAL = frozenset("\\|.?*+(){}$-[]^/\"' #&~@<>=!:;,%`")


class ClassTrouble(ValueError):
    """A part of a pattern means nothing."""


def read_escape(text: str, place: int) -> tuple[str, int]:
    """What a backslash outside square brackets stands for, and the place after it."""
    letter = text[place + 1 : place + 2]
    if letter and letter in "pP":
        inner, end = _property(text, place)
        return f"[{inner}]", end
    if letter in _MULTI:
        return f"[{_MULTI[letter]}]", place + 2
    if letter in _NEGATED:
        return f"[^{_MULTI[_NEGATED[letter]]}]", place + 2
    return f"\\x{{{ord(_single(letter)):X}}}", place + 2


def read_class(text: str, place: int) -> tuple[str, int]:
    """`[...]` as RE2 writes it. Subtraction `[a-z-[aeiou]]` is worked out here, character range by range."""
    ranges, others, negative, minus, end = _class_parts(text, place)
    if minus is not None:
        if others or negative:
            raise ClassTrouble("Only plain ranges can be subtracted from in a pattern.")
        ranges = _without(ranges, minus)
    if not ranges and not others:
        return "[^\\x{0}-\\x{10FFFF}]", end
    inner = "".join(f"\\x{{{low:X}}}-\\x{{{high:X}}}" for low, high in ranges) + "".join(others)
    return f"[{'^' if negative else ''}{inner}]", end


def _class_parts(text: str, place: int) -> tuple[list, list, bool, list | None, int]:
    negative = text[place + 1 : place + 2] == "^"
    place += 2 if negative else 1
    first, ranges, others = place, [], []
    while place < len(text):
        if text[place] == "]" and place > first:
            return ranges, others, negative, None, place + 1
        if text[place : place + 2] == "-[" and place > first:
            minus, place = _subtracted(text, place + 1)
            return ranges, others, negative, minus, place
        place = _class_item(text, place, ranges, others)
    raise ClassTrouble("A pattern opens a square bracket that it does not close.")


def _subtracted(text: str, place: int) -> tuple[list, int]:
    ranges, others, negative, minus, end = _class_parts(text, place)
    if others or text[end : end + 1] != "]":
        raise ClassTrouble("Only plain ranges can be subtracted in a pattern.")
    if minus is not None:
        ranges = _without(ranges, minus)
    return (_without([(0, LAST)], ranges) if negative else ranges), end + 1


def _class_item(text: str, place: int, ranges: list, others: list) -> int:
    letter = text[place]
    following = text[place + 1 : place + 2]
    if letter == "[":
        raise ClassTrouble("A square bracket inside square brackets needs a backslash.")
    if letter == "\\" and (following in _MULTI or following in "pP" and following):
        inner, place = _property(text, place) if following in "pP" else (_MULTI[following], place + 2)
        others.append(inner)
        return place
    if letter == "\\" and following in _NEGATED:
        raise ClassTrouble(f"\\{following} cannot stand inside square brackets here.")
    low, place = _character(text, place)
    if text[place : place + 1] == "-" and text[place + 1 : place + 2] not in ("]", "[", ""):
        high, place = _character(text, place + 1)
        if high < low:
            raise ClassTrouble("A range in a pattern runs backwards.")
        ranges.append((low, high))
    else:
        ranges.append((low, low))
    return place


def _character(text: str, place: int) -> tuple[int, int]:
    if text[place] == "\\":
        return ord(_single(text[place + 1 : place + 2])), place + 2
    return ord(text[place]), place + 1


def _single(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    if letter in _LITERAL:
        return letter
    raise ClassTrouble(f"\\{letter} means nothing in a pattern, or cannot be searched for in linear time.")


def _property(text: str, place: int) -> tuple[str, int]:
    """`\\p{L}`, `\\P{Nd}` and the blocks `\\p{IsArabic}`."""
    end = text.find("}", place)
    if text[place + 2 : place + 3] != "{" or end < 0:
        raise ClassTrouble("\\p needs a property between braces.")
    name, wanted = text[place + 3 : end], text[place + 1] == "p"
    if not name.startswith("Is"):
        if not (1 <= len(name) <= 2 and name.isascii() and name.isalpha()):
            raise ClassTrouble(f"There is no property named {name}.")
        return f"\\{text[place + 1]}{{{name}}}", end + 1
    if name[2:] not in BLOCKS:
        raise ClassTrouble(f"There is no block named {name}.")
    ranges = [BLOCKS[name[2:]]] if wanted else _without([(0, LAST)], [BLOCKS[name[2:]]])
    return "".join(f"\\x{{{low:X}}}-\\x{{{high:X}}}" for low, high in ranges), end + 1


def _without(ranges: list, minus: list) -> list:
    for gone_low, gone_high in minus:
        left = []
        for low, high in ranges:
            left += [(low, min(high, gone_low - 1)), (max(low, gone_high + 1), high)]
        ranges = [(low, high) for low, high in left if low <= high]
    return ranges
