"""EL's operators with its coercions (EL 2.2, 1.7 to 1.13 and 1.18)."""
import operator
from collections.abc import Callable
from math import isfinite
from typing import Any

from app.engine.juel.errors import JuelError


def number(value: Any) -> int | float:
    """Null and empty text count as 0 (1.18.3)."""
    if value is None or value == "":
        return 0
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return sized(float(value) if any(letter in ".eE" for letter in value) else int(value))
        except ValueError:
            raise JuelError(f'"{value[:60]}" is not a number.', "Compare texts with ==.") from None
    raise JuelError(f"{_kind(value)} cannot be reckoned with.")


def sized(value: int | float) -> int | float:
    """The number, unless it is infinite or longer than anybody could read."""
    if isinstance(value, int) and value.bit_length() < 4096 or isinstance(value, float) and isfinite(value):
        return value
    raise JuelError("The calculation has no number as its result.")


def truth(value: Any) -> bool:
    """Null and empty text are false; "true" is true (1.18.5)."""
    if value is None or value == "":
        return False
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value.lower() == "true"
    raise JuelError(f"{_kind(value)} is neither true nor false.", "Compare it with something.")


def text(value: Any) -> str:
    """As it stands in a composite text (1.18.2)."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def same(one: Any, other: Any) -> bool:
    """Numbers by value, also written as text; true and false beside anything; else texts and structures (1.9.2)."""
    if one is None or other is None:
        return one is other
    if isinstance(one, bool) or isinstance(other, bool):
        return truth(one) == truth(other)
    if isinstance(one, (int, float)) or isinstance(other, (int, float)):
        return number(one) == number(other)
    return one == other


def ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """`<` and its kind: nothing is less or more than null (1.9.1)."""

    def decide(one: Any, other: Any) -> bool:
        if one is None or other is None:
            return False
        if isinstance(one, str) and isinstance(other, str):
            return compare(one, other)
        return compare(number(one), number(other))

    return decide


def empty(value: Any) -> bool:
    return value is None or (isinstance(value, (str, list, tuple, dict)) and not value)


def _reckon(calculate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def reckon(one: Any, other: Any) -> Any:
        try:
            return sized(calculate(number(one), number(other)))
        except ZeroDivisionError:
            raise JuelError("The expression divides by zero.") from None
        except OverflowError:
            raise JuelError("The calculation has no number as its result.") from None

    return reckon


def _kind(value: Any) -> str:
    return {bool: "true or false", list: "A list", dict: "A structure"}.get(type(value), f"A {type(value).__name__}")


BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": _reckon(operator.add), "-": _reckon(operator.sub), "*": _reckon(operator.mul),
    "/": _reckon(operator.truediv), "%": _reckon(operator.mod), "==": same,
    "!=": lambda one, other: not same(one, other), "<": ordered(operator.lt), "<=": ordered(operator.le),
    ">": ordered(operator.gt), ">=": ordered(operator.ge),
}
