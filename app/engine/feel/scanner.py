"""Text into tokens, by hand. The scanner only fails on a text literal or comment that does not end."""
from dataclasses import dataclass

from app.engine.feel.errors import FeelError

_TWO = frozenset(("**", "..", "<=", ">=", "!=", "->"))
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "'": "'", "\\": "\\"}
_HEX = {"u": 4, "U": 6}
_DIGITS = frozenset("0123456789")
# Rule 61 beyond what Python calls space, and the marks that turn the writing direction.
_SPACES = frozenset("\u180e\u200b\ufeff\u200e\u200f")
# Rule 28 beyond what Python calls a letter.
_NAME_STARTS = (("\u200c", "\u200d"), ("\u2070", "\u218f"), ("\u2c00", "\u2fef"), ("\U00010000", "\U000effff"))


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is name, number, string, at, quoted (a name in backticks), sign or end; `at`/`end` count characters."""

    kind: str
    text: str
    at: int
    end: int


def scan(text: str) -> list[Token]:
    """All tokens, with an `end` token last."""
    tokens: list[Token] = []
    place, size = 0, len(text)
    while place < size:
        letter = text[place]
        if letter.isspace() or letter in _SPACES:
            place += 1
        elif letter == "/" and text[place : place + 2] in ("//", "/*"):
            place = _after_comment(text, place)
        else:
            token = _token(text, place, letter)
            tokens.append(token)
            place = token.end
    tokens.append(Token("end", "", size, size))
    return tokens


def _token(text: str, place: int, letter: str) -> Token:
    if letter == '"':
        return _string(text, place, "string")
    if letter == "@" and text[place + 1 : place + 2] == '"':
        return _string(text, place + 1, "at")
    if letter in _DIGITS or (letter == "." and text[place + 1 : place + 2] in _DIGITS):
        return _number(text, place)
    if letter == "`":
        return _backticks(text, place)
    if name_start(letter):
        end = place + 1
        while end < len(text) and name_part(text[end]):
            end += 1
        return Token("name", text[place:end], place, end)
    size = 2 if text[place : place + 2] in _TWO else 1
    return Token("sign", text[place : place + size], place, place + size)


def name_start(letter: str) -> bool:
    """DMN 10.3.1.2 rule 28: letters of every script, `_` and `?`."""
    return letter.isalpha() or letter in "_?$" or any(low <= letter <= high for low, high in _NAME_STARTS)


def name_part(letter: str) -> bool:
    """Rule 29, with the marks that Persian and Arabic words are written with."""
    return letter.isalnum() or letter != "?" and name_start(letter) or _mark(letter)


def _mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f" or "\u064b" <= letter <= "\u065f" or letter in "\u0670\u00b7\u203f\u2040"


def _number(text: str, place: int) -> Token:
    end = _digits(text, place)
    if text[end : end + 1] == "." and text[end + 1 : end + 2] in _DIGITS:
        end = _digits(text, end + 1)
    if text[end : end + 1] in ("e", "E"):
        power = end + 1 + (text[end + 1 : end + 2] in ("+", "-"))
        if text[power : power + 1] in _DIGITS:
            end = _digits(text, power)
    return Token("number", text[place:end], place, end)


def _digits(text: str, place: int) -> int:
    while place < len(text) and text[place] in _DIGITS:
        place += 1
    return place


def _string(text: str, quote: int, kind: str) -> Token:
    """Rule 33: escapes are backslash and one of n r t " ' \\ or u and U with their digits; others stay as written."""
    parts: list[str] = []
    place = quote + 1
    while place < len(text):
        letter = text[place]
        if letter == '"':
            return Token(kind, _joined(parts), quote, place + 1)
        if letter == "\\" and place + 1 < len(text):
            piece, place = _escape(text, place)
            parts.append(piece)
        else:
            parts.append(letter)
            place += 1
    raise FeelError("A text is opened with a quotation mark but never closed.", quote)


def _escape(text: str, place: int) -> tuple[str, int]:
    letter = text[place + 1]
    if letter in _ESCAPES:
        return _ESCAPES[letter], place + 2
    size = _HEX.get(letter, 0)
    digits = text[place + 2 : place + 2 + size]
    if size and len(digits) == size and all(digit in "0123456789abcdefABCDEF" for digit in digits):
        code = int(digits, 16)
        if code <= 0x10FFFF:
            return chr(code), place + 2 + size
    return "\\", place + 1


def _joined(parts: list[str]) -> str:
    """Two escaped halves of a character beyond the basic plane are one character."""
    text = "".join(parts)
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _backticks(text: str, place: int) -> Token:
    end = text.find("`", place + 1)
    if end < 0:
        raise FeelError("A name is opened with a backtick but never closed.", place)
    return Token("quoted", text[place + 1 : end], place, end + 1)


def _after_comment(text: str, place: int) -> int:
    if text[place + 1] == "/":
        end = text.find("\n", place)
        return len(text) if end < 0 else end + 1
    end = text.find("*/", place + 2)
    if end < 0:
        raise FeelError("A comment is opened but never closed.", place)
    return end + 2
