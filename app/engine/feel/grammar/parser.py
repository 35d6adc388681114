"""The parser's heart: precedence climbing over tokens, and what it learns about names on the way."""
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as attribute
from typing import Any

from app.engine.feel.budget import DEEPEST_TEXT, LONGEST_TEXT
from app.engine.feel.errors import BudgetSpent, FeelError
from app.engine.feel.grammar.infix import infix, left_binding
from app.engine.feel.grammar.names import KnownNames, continues
from app.engine.feel.grammar.prefix import prefix
from app.engine.feel.grammar.tests import tests_of
from app.engine.feel.scanner import Token, scan

LONGEST_CHAIN = 400
MOST_WORK = 60_000
_HINTS = {
    "'": " Texts stand between double quotation marks.",
    "=": " Equality is written with one =.",
    "&": " Write and.",
    "|": " Write or.",
    "!": " Write not(...).",
    "%": " Write modulo(a, b).",
    ";": " Write a comma.",
}


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a text reads a variable: `path` from its name on, `at` and `end` of the last name in it.

    `a.b` is two uses: ("a",) and ("a", "b"). `sure` is false inside a filter, where it may be a field of the item.
    """

    path: tuple[str, ...]
    at: int
    end: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """`node` is the closure; `names` are read for certain, `maybe` inside filters, `calls` are unknown functions."""

    node: Callable
    names: frozenset[str]
    maybe: frozenset[str]
    calls: frozenset[str]
    uses: tuple[Use, ...] = ()


@dataclass
class Parser:
    """One text being read. `bound` holds the names that the text itself gives meaning to."""

    tokens: list[Token]
    known: KnownNames
    types: dict[str, Any]
    place: int = 0
    depth: int = 0
    work: int = 0
    filters: int = 0
    bound: list[set[str]] = attribute(default_factory=list)
    names: set[str] = attribute(default_factory=set)
    maybe: set[str] = attribute(default_factory=set)
    calls: set[str] = attribute(default_factory=set)
    uses: list[Use] = attribute(default_factory=list)
    reads_value: bool = False

    def expression(self, binding: int = 0) -> Callable:
        """An expression whose operators bind tighter than `binding`."""
        self.depth += 1
        self.work += 1
        if self.work > MOST_WORK:
            raise BudgetSpent("The expression can be read in too many ways.", self.token.at)
        if self.depth > DEEPEST_TEXT:
            raise BudgetSpent("The expression is nested too deeply.", self.token.at)
        node = prefix(self)
        for _ in range(LONGEST_CHAIN):
            if left_binding(self) <= binding:
                self.depth -= 1
                return node
            node = infix(self, node)
        raise BudgetSpent("The expression has too many parts in a row.", self.token.at)

    @property
    def token(self) -> Token:
        return self.tokens[self.place]

    def next(self) -> Token:
        token = self.tokens[self.place]
        if token.kind != "end":
            self.place += 1
        return token

    def mark(self) -> tuple[int, int, int, int, int]:
        """Where the reading stands, to come `back` to."""
        return self.place, self.depth, self.filters, len(self.bound), len(self.uses)

    def back(self, mark: tuple[int, int, int, int, int]) -> None:
        self.place, self.depth, self.filters, bound, uses = mark
        del self.bound[bound:], self.uses[uses:]

    def at(self, *texts: str) -> bool:
        """Whether a sign or keyword with one of these texts is next."""
        token = self.tokens[self.place]
        return token.text in texts and token.kind in ("sign", "name")

    def take(self, *texts: str) -> bool:
        found = self.at(*texts)
        if found:
            self.place += 1
        return found

    def expect(self, *texts: str) -> str:
        if not self.at(*texts):
            raise self.unexpected(f"expected {' or '.join(texts)}")
        return self.next().text

    def unexpected(self, why: str) -> FeelError:
        found = self.token.text or "the end"
        hint = _HINTS.get(self.token.text, "") if self.token.kind == "sign" else ""
        return FeelError(f"{why[:1].upper()}{why[1:]}, but found {found[:40]}.{hint}", self.token.at)

    def name(self) -> str:
        """One name, however many tokens it is made of."""
        match = self.known.match(self.tokens, self.place)
        if match is None and self.token.kind not in ("name", "quoted"):
            raise self.unexpected("expected a name")
        if match is None:
            text, self.place = self.token.text, self.place + 1
        else:
            text, self.place = match
        if self.tokens[self.place - 1].kind == "quoted" or text == "?":
            return text
        return self._longer(text)

    def _longer(self, text: str) -> str:
        parts = [text]
        while continues(self.tokens, self.place):
            parts.append(self.next().text)
        return " ".join(parts)

    def reads(self, name: str, at: int) -> Use | None:
        """Note that a name which began `at` there is read; None where the text itself gives it its meaning."""
        if name == "?":
            self.reads_value = True
        elif not any(name in names for names in self.bound):
            (self.maybe if self.filters else self.names).add(name)
            return self.used((name,), at)
        return None

    def used(self, path: tuple[str, ...], at: int) -> Use:
        use = Use(path, at, self.tokens[self.place - 1].end, not self.filters)
        self.uses.append(use)
        return use

    @contextmanager
    def binding(self, names: Iterable[str]):
        """Within, the names belong to the expression itself. Yields the set, which may grow."""
        own = set(names)
        self.bound.append(own)
        for name in own:
            self.known.add(name)
        try:
            yield own
        finally:
            self.bound.pop()

    def finish(self, node: Any) -> Parsed:
        if self.token.kind != "end":
            raise self.unexpected("expected the end of the expression")
        names, maybe, calls = frozenset(self.names), frozenset(self.maybe), frozenset(self.calls)
        return Parsed(node, names, maybe, calls, tuple(self.uses))


def parse_expression(text: str, names: Iterable[str] = (), types: dict[str, Any] | None = None) -> Parsed:
    """Raises FeelError, and nothing else, for whatever is not FEEL."""
    return _guarded(text, names, types, lambda parser: parser.expression())


def parse_unary_tests(text: str, names: Iterable[str] = (), types: dict[str, Any] | None = None) -> Parsed:
    """`-`, `not(...)` or tests with commas between (rules 14 to 17); the node is `test(frame, value)`."""
    return _guarded(text, names, types, tests_of)


def _guarded(text: str, names: Iterable[str], types: dict | None, read: Callable[[Parser], Any]) -> Parsed:
    if len(text) > LONGEST_TEXT:
        raise BudgetSpent("The expression is too long.")
    parser = Parser(scan(text), KnownNames(frozenset(names)), {} if types is None else types)
    try:
        return parser.finish(read(parser))
    except RecursionError:
        raise BudgetSpent("The expression is nested too deeply.") from None
