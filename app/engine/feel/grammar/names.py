"""Names with spaces and signs in them: the longest known name wins (DMN 10.3.1.2, rule 27 and 10.3.1.4)."""
from functools import lru_cache

from app.engine.feel.errors import FeelError
from app.engine.feel.scanner import Token, scan

KEYWORDS = frozenset((
    "true", "false", "null", "and", "or", "not", "if", "then", "else", "for", "in", "return", "some", "every",
    "satisfies", "between", "instance", "function",
))
STOPS = KEYWORDS - {"not", "true", "false", "null", "if", "for", "some", "every", "function"}
_BUILT_IN = ("date and time", "years and months duration", "days and time duration", "get or else")


Parts = tuple[str, ...]


class KnownNames:
    """Names that several tokens are needed for: those `given` for the text, and its own."""

    def __init__(self, given: frozenset[str] = frozenset()) -> None:
        self.given = _by_first(given)
        self.own: dict[str, list[tuple[Parts, str]]] = {}

    def add(self, name: str) -> None:
        parts = _parts(name)
        if len(parts) > 1 or parts and parts[0] in KEYWORDS:
            _enter(self.own, parts, name)

    def match(self, tokens: list[Token], place: int) -> tuple[str, int] | None:
        """The longest known name starting at the place, and the place after it."""
        first = tokens[place].text
        if first not in self.given and first not in self.own:
            return None
        found = [*self.given.get(first, ()), *self.own.get(first, ())]
        for parts, name in sorted(found, key=lambda pair: -len(pair[0])):
            end = place + len(parts)
            if end < len(tokens) and all(
                tokens[place + step].text == part and tokens[place + step].kind != "string"
                for step, part in enumerate(parts)
            ):
                return name, end
        return None


@lru_cache(maxsize=256)
def _by_first(names: frozenset[str]) -> dict[str, list[tuple[Parts, str]]]:
    """Shared by every text that is read with the same names: never changed afterwards."""
    table: dict[str, list[tuple[Parts, str]]] = {}
    for name in (*_BUILT_IN, *names):
        parts = _parts(name)
        if len(parts) > 1 or parts and parts[0] in KEYWORDS:
            _enter(table, parts, name)
    return table


def _parts(name: str) -> Parts:
    try:
        return tuple(token.text for token in scan(name)[:-1])
    except FeelError:
        return ()


def _enter(table: dict[str, list[tuple[Parts, str]]], parts: Parts, name: str) -> None:
    found = table.setdefault(parts[0], [])
    if (parts, name) not in found:
        found.append((parts, name))


def continues(tokens: list[Token], place: int) -> bool:
    """Whether the token goes on with a name: two names side by side can only be one name with a space."""
    token = tokens[place]
    if token.kind == "number":
        return token.text.isdigit()
    if token.kind != "name" or token.text == "?":
        return False
    if token.text == "instance":
        return tokens[place + 1].text != "of"
    return token.text not in STOPS
