"""One evaluation: its clock, its allowance and what it has complained about."""
from collections.abc import Callable, Mapping
from datetime import datetime

from app.engine.feel.budget import Budget
from app.engine.feel.errors import BudgetSpent, FeelError


class Run:
    """Lives for one evaluation; every frame of it points here."""

    __slots__ = ("now", "strict", "warnings", "functions", "left", "depth", "deepest", "size")

    def __init__(
        self,
        now: datetime | None = None,
        functions: Mapping[str, Callable] | None = None,
        budget: Budget | None = None,
        strict: bool = False,
        warnings: list[str] | None = None,
    ) -> None:
        budget = budget or Budget()
        self.now = now
        self.functions = functions
        self.strict = strict
        self.warnings = warnings
        self.left = budget.steps
        self.depth = 0
        self.deepest = budget.depth
        self.size = budget.size

    def warn(self, message: str) -> None:
        """DMN 10.3.1: an error gives null. Under `strict` it is raised, so that it can become an incident."""
        if self.strict:
            raise FeelError(message)
        if self.warnings is not None and len(self.warnings) < 100:
            self.warnings.append(message)

    def spend(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise BudgetSpent("The expression takes too many steps.")

    def fits(self, size: int) -> None:
        if size > self.size:
            raise BudgetSpent("The expression builds a value that is too large.")
        self.spend(size // 64)

    def enter(self) -> None:
        self.depth += 1
        self.spend()
        if self.depth > self.deepest:
            raise BudgetSpent("The expression calls itself too deeply.")

    def leave(self) -> None:
        self.depth -= 1
