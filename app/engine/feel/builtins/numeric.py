"""Functions of numbers and of true and false (DMN 10.3.4.2, 10.3.4.5)."""
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.numbers import EXACT, NumberTrouble, whole
from app.engine.feel.run import Run
from app.engine.feel.temporal import DaysDuration, MonthsDuration

_SCALES = range(-6111, 6177)


@function("not(negand: boolean?)")
def negation(run: Run, negand: bool | None) -> bool | None:
    return None if negand is None else not negand


@function("abs(n: number|days and time duration|years and months duration)")
def absolute(run: Run, n: Any) -> Any:
    if isinstance(n, DaysDuration):
        return DaysDuration(abs(n.nanos))
    return MonthsDuration(abs(n.total)) if isinstance(n, MonthsDuration) else n.copy_abs()


@function("modulo(dividend: number, divisor: number)")
def modulo(run: Run, dividend: Decimal, divisor: Decimal) -> Any:
    """With the divisor's sign, as DMN defines it."""
    try:
        rest = EXACT.remainder(dividend, divisor)
    except NumberTrouble:
        return run.warn("There is no such remainder.")
    return EXACT.add(rest, divisor) if rest and (rest < 0) != (divisor < 0) else rest


@function("sqrt(number: number)")
def square_root(run: Run, number: Decimal) -> Any:
    return EXACT.sqrt(number) if number >= 0 else run.warn("A negative number has no square root.")


@function("log(number: number)")
def logarithm(run: Run, number: Decimal) -> Any:
    return EXACT.ln(number) if number > 0 else run.warn("Only positive numbers have a logarithm.")


@function("exp(number: number)")
def exponential(run: Run, number: Decimal) -> Any:
    try:
        return EXACT.exp(number)
    except NumberTrouble:
        return run.warn("The result is too large.")


@function("odd(number: number)")
def odd(run: Run, number: Decimal) -> bool | None:
    return EXACT.remainder(number, Decimal(2)).copy_abs() == 1 if _sized(number) else None


@function("even(number: number)")
def even(run: Run, number: Decimal) -> bool | None:
    return EXACT.remainder(number, Decimal(2)) == 0 if _sized(number) else None


def _sized(number: Decimal) -> bool:
    return number.adjusted() < 34


def _rounded(run: Run, number: Decimal, scale: Decimal | None, how: str) -> Any:
    places = 0 if scale is None else whole(scale)
    if places not in _SCALES:
        return run.warn("Rounding takes a whole number of places.")
    if number.as_tuple().exponent >= -places:
        return number
    try:
        shifted = number.scaleb(places, EXACT).to_integral_value(how)
        return EXACT.plus(shifted.scaleb(-places, EXACT))
    except NumberTrouble:
        return run.warn("The number cannot be rounded there.")


def _rounding(signature: str, how: str) -> None:
    @function(signature)
    def rounding(run: Run, number: Decimal, scale: Decimal | None = None) -> Any:
        return _rounded(run, number, scale, how)


_rounding("decimal(n: number, scale: number)", ROUND_HALF_EVEN)
_rounding("floor(n: number, scale?: number)", ROUND_FLOOR)
_rounding("ceiling(n: number, scale?: number)", ROUND_CEILING)
_rounding("round up(n: number, scale: number)", ROUND_UP)
_rounding("round down(n: number, scale: number)", ROUND_DOWN)
_rounding("round half up(n: number, scale: number)", ROUND_HALF_UP)
_rounding("round half down(n: number, scale: number)", ROUND_HALF_DOWN)
