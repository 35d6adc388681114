"""Expressions and unary tests, compiled once and evaluated often, from any thread."""
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.engine.feel.budget import Budget
from app.engine.feel.errors import BudgetSpent, FeelError
from app.engine.feel.grammar import KEYWORDS, Parsed, Use, parse_expression, parse_unary_tests
from app.engine.feel.plain import to_json
from app.engine.feel.run import Run
from app.engine.feel.scope import Frame, Given
from app.engine.feel.types import Type, type_name

Functions = Mapping[str, Callable[..., Any]] | None


@dataclass(frozen=True, slots=True)
class Expression:
    """A FEEL expression (DMN 10.3.1.2 rule 1).

    `names` are the variables it is certain to read, `maybe` names inside filters (a variable or a field of the item),
    `calls` the functions that are neither built in nor written in it.
    """

    text: str
    parsed: Parsed

    @property
    def names(self) -> frozenset[str]:
        return self.parsed.names

    @property
    def maybe(self) -> frozenset[str]:
        return self.parsed.maybe

    @property
    def calls(self) -> frozenset[str]:
        return self.parsed.calls

    @property
    def uses(self) -> tuple[Use, ...]:
        """Where it reads which variables."""
        return self.parsed.uses

    def evaluate(
        self,
        context: Mapping[str, Any],
        functions: Functions = None,
        now: datetime | None = None,
        budget: Budget | None = None,
        *,
        strict: bool = False,
        warnings: list[str] | None = None,
    ) -> Any:
        """The FEEL value (see `to_json` for plain data). Errors give None and a line in `warnings`.

        `context` is plain data; `functions` take and give plain data; `now` is what now() and today() say.
        Raises BudgetSpent when it takes too much, and FeelError for any error when `strict`.
        """
        return self.in_run(context, Run(now, functions, budget, strict, warnings))

    def holds(
        self, context: Mapping[str, Any], functions: Functions = None, now: datetime | None = None,
        budget: Budget | None = None,
    ) -> bool:
        """Decide a condition. Raises FeelError for anything but a clean true or false."""
        answer = self.evaluate(context, functions, now, budget, strict=True)
        if not isinstance(answer, bool):
            raise FeelError(f"The condition {self.text.strip()[:200]} gives {type_name(answer)}, not true or false.")
        return answer

    def answer(self, data: Mapping[str, Any], functions: Functions = None, now: datetime | None = None) -> Any:
        """The value as plain data: numbers int or float, dates and durations ISO text."""
        return to_json(self.evaluate(data, functions, now))

    __call__ = answer

    def in_run(self, context: Mapping[str, Any], run: Run) -> Any:
        """Evaluate as a part of a larger evaluation, on its allowance."""
        return _evaluated(lambda: self.parsed.node(Frame(Given(context), None, run)))

    def in_frame(self, frame: Frame) -> Any:
        """Evaluate where the names already have FEEL values."""
        return _evaluated(lambda: self.parsed.node(frame))


@dataclass(frozen=True, slots=True)
class UnaryTests:
    """The tests of a decision table's cell (DMN 10.3.1.2 rules 14 to 18)."""

    text: str
    parsed: Parsed

    @property
    def names(self) -> frozenset[str]:
        return self.parsed.names

    def matches(
        self, value: Any, context: Mapping[str, Any] | None = None, functions: Functions = None,
        now: datetime | None = None, budget: Budget | None = None, *, strict: bool = False,
        warnings: list[str] | None = None,
    ) -> bool:
        """Whether the plain value passes; null and errors do not."""
        run = Run(now, functions, budget, strict, warnings)
        outer = Frame(Given({"?": value}), Frame(Given(context or {}), None, run), run)
        return self.in_frame(outer) is True

    def in_frame(self, frame: Frame) -> bool | None:
        """The ternary answer in a frame whose innermost level names the value `?`."""
        return _evaluated(lambda: self.parsed.node(frame, None))


def compile_expression(text: str, names: Iterable[str] = (), types: Mapping[str, Type] | None = None) -> Expression:
    """Read an expression. `names` are those known to be in reach; only names with spaces or signs in them matter.

    `types` may be named beside the built-in ones (a DMN model's item definitions). Compiled expressions are kept and
    shared. Raises FeelError, with the position, for what is not FEEL.
    """
    return _expression(text, _special(names), frozenset((types or {}).items()))


def compile_unary(text: str, names: Iterable[str] = (), types: Mapping[str, Type] | None = None) -> UnaryTests:
    """Read the tests of a cell: `-`, `not(...)`, or tests with commas between. Raises FeelError."""
    return _unary(text, _special(names), frozenset((types or {}).items()))


@lru_cache(maxsize=4096)
def _expression(text: str, names: frozenset[str], types: frozenset[tuple[str, Type]]) -> Expression:
    return Expression(text, parse_expression(text, names, dict(types)))


@lru_cache(maxsize=4096)
def _unary(text: str, names: frozenset[str], types: frozenset[tuple[str, Type]]) -> UnaryTests:
    return UnaryTests(text, parse_unary_tests(text, names, dict(types)))


def _special(names: Iterable[str]) -> frozenset[str]:
    """Simple names need no help from outside: leaving them out lets texts be shared."""
    return frozenset(name for name in names if not (name.isidentifier() and name.isascii()) or name in KEYWORDS)


def _evaluated(decide: Callable[[], Any]) -> Any:
    try:
        return decide()
    except RecursionError:
        raise BudgetSpent("The expression is nested too deeply.") from None

