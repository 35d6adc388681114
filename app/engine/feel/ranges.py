"""Ranges (DMN 10.3.2.7): from low to high, each end in or out; `(< 5)` has no low end at all."""
from typing import Any

NOWHERE = type("Nowhere", (), {"__repr__": lambda self: "NOWHERE", "__slots__": ()})()


class Range:
    """`low` and `high` are values, None (written null) or NOWHERE (not written); `negated` is the range of `(!= x)`."""

    __slots__ = ("low", "high", "low_in", "high_in", "negated", "same")

    def __init__(
        self, low: Any, high: Any, low_in: bool = True, high_in: bool = True, negated: bool = False, same: bool = False
    ) -> None:
        self.low, self.high, self.low_in, self.high_in = low, high, low_in, high_in
        self.negated = negated
        self.same = same

    @property
    def start(self) -> Any:
        return None if self.low is NOWHERE else self.low

    @property
    def end(self) -> Any:
        return None if self.high is NOWHERE else self.high

    def __str__(self) -> str:
        if self.negated or self.same:
            return f"({'!' if self.negated else ''}={_end_text(self.low)})"
        if self.low is NOWHERE:
            return f"(<{'=' if self.high_in else ''}{_end_text(self.high)})"
        if self.high is NOWHERE:
            return f"(>{'=' if self.low_in else ''}{_end_text(self.low)})"
        left, right = "[" if self.low_in else "(", "]" if self.high_in else ")"
        return f"{left}{_end_text(self.low)}..{_end_text(self.high)}{right}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Range) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"Range({self})"

    def _key(self) -> tuple:
        return self.low, self.high, self.low_in, self.high_in, self.negated, self.same


def _end_text(value: Any) -> str:
    if value is None:
        return "null"
    return f'"{value}"' if isinstance(value, str) else str(value)
