"""A JUEL text compiled once: one expression keeps its value's kind, several or mixed with text make text."""
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.engine.juel.errors import JuelError
from app.engine.juel.nodes import Node
from app.engine.juel.operators import text as text_of
from app.engine.juel.operators import truth
from app.engine.juel.parser import Parser
from app.engine.juel.scanner import pieces

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Expression:
    """`names` are the variables it reads, `calls` the functions it calls by a bare name."""

    text: str
    parts: tuple[str | Node, ...]
    names: frozenset[str]
    calls: frozenset[str]

    def evaluate(self, data: Mapping[str, Any], functions: Mapping[str, Callable] | None = None) -> Any:
        """The value over plain data. Raises JuelError where a variable is missing or kinds do not fit."""
        try:
            values = [part if isinstance(part, str) else part(data, functions) for part in self.parts]
        except RecursionError:
            raise JuelError("The expression is nested too deeply.") from None
        return values[0] if len(values) == 1 else "".join(map(text_of, values))

    __call__ = evaluate

    def holds(self, data: Mapping[str, Any], functions: Mapping[str, Callable] | None = None) -> bool:
        """Decide a condition with EL's own notion of truth."""
        return truth(self.evaluate(data, functions))


@lru_cache(maxsize=4096)
def compile_expression(text: str) -> Expression:
    """Read `${...}`, `#{...}` or a text with some in it. Raises JuelError with a remedy for what is not supported."""
    if len(text) > LONGEST:
        raise JuelError("The expression is too long.")
    parsers = [part if isinstance(part, str) else Parser(part) for part in pieces(text)]
    try:
        parts = tuple(part if isinstance(part, str) else part.whole() for part in parsers)
    except RecursionError:
        raise JuelError("The expression is nested too deeply.") from None
    read = [part for part in parsers if isinstance(part, Parser)]
    names = frozenset().union(*(part.names for part in read))
    return Expression(text, parts or ("",), names, frozenset().union(*(part.calls for part in read)))
