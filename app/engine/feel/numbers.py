"""Numbers of 34 decimal digits (DMN 10.3.2.3.1, IEEE 754-2008 decimal128)."""
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, DivisionByZero, InvalidOperation, Overflow

DIGITS = 34
EXACT = Context(
    prec=DIGITS, rounding=ROUND_HALF_EVEN, Emin=-6143, Emax=6144, traps=[InvalidOperation, DivisionByZero, Overflow]
)
NumberTrouble = DecimalException


def number_of(text: str) -> Decimal:
    """Read digits as they are written in FEEL: `12`, `.5`, `1.20`, `1.2e-3`."""
    return EXACT.create_decimal(text)


def number_text(value: Decimal) -> str:
    """Never in powers of ten: a person reads it. Beyond 60 places only the power stays readable."""
    if not value:
        return "0" if value.as_tuple().exponent >= 0 else format(abs(value), "f")
    if -60 < value.adjusted() < 60:
        return format(value, "f")
    return str(value)


def whole(value: Decimal) -> int | None:
    """The integer, or None if the number is not whole or is absurdly large."""
    if value.adjusted() > 20 or value != value.to_integral_value():
        return None
    return int(value)


def plain_number(value: Decimal) -> int | float | str:
    """As JSON carries it: whole numbers as integers, the rest as floats; text where neither can hold it."""
    if value == value.to_integral_value() and value.adjusted() < 40:
        return int(value)
    near = float(value)
    return near if near not in (float("inf"), float("-inf")) else str(value)
