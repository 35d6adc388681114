"""`${...}` and `#{...}` out of a text, and their insides into tokens (EL 2.2, 1.19)."""
import re
from dataclasses import dataclass

from app.engine.juel.errors import JuelError

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
    |(?P<name>[^\W\d][\w$]*)
    |(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |(?P<sign>&&|\|\||==|!=|<=|>=|[-+*/%<>!?:.,()\[\]{}]))""",
    re.VERBOSE | re.DOTALL,
)
_WORDS = {
    "eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">=", "and": "&&", "or": "||", "not": "!",
    "div": "/", "mod": "%", "empty": "empty", "instanceof": "instanceof",
}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, name, string, sign or end."""

    kind: str
    text: str
    at: int


def pieces(text: str) -> list[str | list[Token]]:
    """The text as plain stretches and token lists, in order."""
    found: list[str | list[Token]] = []
    place = plain = 0
    while True:
        starts = [start for start in (text.find("${", place), text.find("#{", place)) if start >= 0]
        if not starts:
            return [*found, *_stretch(text[plain:])]
        start = min(starts)
        if start and text[start - 1] == "\\":
            place = start + 2
            continue
        found += _stretch(text[plain:start])
        tokens, place = _inside(text, start + 2)
        found.append(tokens)
        plain = place


def _stretch(text: str) -> list[str]:
    return [text.replace("\\${", "${").replace("\\#{", "#{")] if text else []


def _inside(text: str, place: int) -> tuple[list[Token], int]:
    """Tokens up to the closing brace, and the place after it."""
    tokens: list[Token] = []
    while True:
        match = _TOKEN.match(text, place)
        if not match:
            raise JuelError("The expression cannot be read here, or does not end.", "Close it with }.", place)
        kind, written = match.lastgroup, match[match.lastgroup]
        at, place = match.start(kind), match.end()
        if kind == "sign" and written == "}":
            return [*tokens, Token("end", "", at)], place
        tokens.append(_token(kind, written, at))


def _token(kind: str, written: str, at: int) -> Token:
    if kind == "name" and written in _WORDS:
        return Token("sign", _WORDS[written], at)
    if kind == "string":
        return Token("string", re.sub(r"\\(.)", r"\1", written[1:-1], flags=re.DOTALL), at)
    return Token(kind, written, at)
