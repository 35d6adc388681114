"""Number fields and computed values."""

import math
from decimal import Context, Decimal

from app.forms.digits import grouped, localised, plain, read_number
from app.forms.kinds.kind import Asked, Kind, Reading, adorner, limit
from app.forms.place import as_text
from app.forms.trouble import Trouble

MOST_DIGITS = 15
_EXACT = Context(prec=120)  # the default of 28 digits would round long numbers silently


class NumberField(Asked):
    """form-js `number`: a number (or its text with `serializeToString`), null when empty."""

    template = "number"

    def read(self, part, given, place):
        if given is None or given == "":
            return Reading(None, "")
        if isinstance(given, (int, float, Decimal)) and not isinstance(given, bool):
            return _from_number(part, given, place)
        text = given if isinstance(given, str) else ""
        number = read_number(text)
        if not text.strip():
            return Reading(None, "")
        if number is None:
            return Reading(None, text, Trouble("number", {"example": grouped("1840", place.setting.language)}))
        value = _value(part, number)
        return Reading(value, text) if value is not None else Reading(None, text, Trouble("number_too_long"))

    def check(self, part, value, place):
        number = Decimal(str(value))
        return _decimals(part, number, place) or _increment(part, number, place) or bounds(part, number, place)

    def lack(self, part, place):
        return Trouble("required_number")

    def show(self, part, reading, place):
        return {
            "prefix": adorner(part, "prefixAdorner", place),
            "suffix": adorner(part, "suffixAdorner", place),
            "whole": part.raw.get("decimalDigits") == 0,
        }

    def answer(self, part, reading, place):
        if reading.value is None:
            return ""
        text = grouped(plain(Decimal(str(reading.value))), place.setting.language)
        return f"{adorner(part, 'prefixAdorner', place)} {text} {adorner(part, 'suffixAdorner', place)}".strip()


class Expression(Kind):
    """form-js `expression`: computed by FEEL from the other answers; never typed."""

    template = "hidden"
    keyed = True

    def read(self, part, given, place):
        value = place.given(part.raw.get("expression"))
        return Reading(value, as_text(value))

    def answer(self, part, reading, place):
        value = reading.value
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return grouped(plain(Decimal(str(value))), place.setting.language)
        return as_text(value)


def bounds(part, number: Decimal, place) -> Trouble | None:
    """Min and max of `validate`, compared exactly."""
    for name, code in (("min", "too_small"), ("max", "too_large")):
        bound = _as_number(limit(part, name, place))
        if bound is not None and (number < bound if name == "min" else number > bound):
            return Trouble(code, {"limit": grouped(plain(bound), place.setting.language)})
    return None


def _from_number(part, given, place) -> Reading:
    if isinstance(given, float) and not math.isfinite(given):
        return Reading(None, "", Trouble("number", {"example": grouped("1840", place.setting.language)}))
    number = Decimal(str(given))
    value = _value(part, number)
    text = localised(plain(number), place.setting.language)
    return Reading(value, text) if value is not None else Reading(None, text, Trouble("number_too_long"))


def _value(part, number: Decimal):
    """The exact value as JSON holds it; None where a JSON number would lose digits."""
    if part.raw.get("serializeToString"):
        return plain(number)
    if number == number.to_integral_value():
        return int(number)
    return float(number) if len(_EXACT.normalize(number).as_tuple().digits) <= MOST_DIGITS else None


def _decimals(part, number: Decimal, place) -> Trouble | None:
    digits = part.raw.get("decimalDigits")
    if not isinstance(digits, int) or isinstance(digits, bool) or _places(number) <= digits:
        return None
    limit = localised(str(digits), place.setting.language)
    return Trouble("decimals", {"limit": limit}) if digits else Trouble("whole")


def _places(number: Decimal) -> int:
    return -_EXACT.normalize(number).as_tuple().exponent


def _increment(part, number: Decimal, place) -> Trouble | None:
    step = _as_number(part.raw.get("increment"))
    if not step or step < 0 or _EXACT.remainder(number, step) == 0:
        return None
    return Trouble("increment", {"limit": grouped(plain(step), place.setting.language)})


def _as_number(value) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return Decimal(str(value)) if math.isfinite(value) else None
    return read_number(value) if isinstance(value, str) else None
