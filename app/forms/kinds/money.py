"""An amount of money: {"amount": "123.45", "currency": "EUR"}; the amount is an exact text of digits."""

from decimal import Decimal

from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

from app.forms.data import ABSENT
from app.forms.digits import grouped, localised, plain, read_number
from app.forms.kinds.kind import Asked, Reading
from app.forms.kinds.number import bounds
from app.forms.trouble import Trouble

FALLBACK = "EUR"


class Money(Asked):
    """Type `money`; property "currency" is one code or several with commas, or a formula that gives one."""

    template = "money"

    def gather(self, part, name, posted):
        halves = {half: posted[f"{name}.{half}"][-1] for half in ("amount", "currency") if f"{name}.{half}" in posted}
        return halves or (posted[name][-1] if name in posted else ABSENT)

    def read(self, part, given, place):
        amount, currency = _halves(given)
        offered = currencies(part, place)
        currency = currency if currency in offered else offered[0]
        if not amount.strip():
            return Reading(None, {"amount": "", "currency": currency})
        number = read_number(amount)
        if number is None:
            return Reading(None, {"amount": amount, "currency": currency}, Trouble("money", _examples(currency, place)))
        value = {"amount": plain(number), "currency": currency}
        return Reading(value, {"amount": grouped(value["amount"], place.setting.language), "currency": currency})

    def check(self, part, value, place):
        number, digits = Decimal(value["amount"]), get_currency_precision(value["currency"])
        if -number.as_tuple().exponent > digits:
            limit = localised(str(digits), place.setting.language)
            return Trouble("decimals", {"limit": limit}) if digits else Trouble("whole")
        lowest = Trouble("not_negative") if number < 0 and part.validate.get("min") is None else None
        return lowest or bounds(part, number, place)

    def lack(self, part, place):
        return Trouble("required_money", _examples(currencies(part, place)[0], place))

    def show(self, part, reading, place):
        offered = currencies(part, place)
        return {"currencies": [(code, symbol(code, place.setting.language)) for code in offered]}

    def answer(self, part, reading, place):
        return shown(reading.value, place.setting.language)


def currencies(part, place) -> list[str]:
    """The currencies one may answer in, the first is chosen at the start."""
    text = place.given(part.own("currency"), FALLBACK)
    return [code.strip().upper() for code in str(text).split(",") if code.strip()] or [FALLBACK]


def symbol(currency: str, language: str) -> str:
    try:
        return get_currency_symbol(currency, language)
    except (UnknownLocaleError, ValueError):
        return currency


def shown(value: dict | None, language: str) -> str:
    """"€ 1,840.50"; in Persian and Arabic the currency stands behind."""
    if not value:
        return ""
    number, sign = grouped(str(value.get("amount") or ""), language), symbol(str(value.get("currency") or ""), language)
    return f"{number} {sign}" if language in ("fa", "ar") else f"{sign} {number}"


def _halves(given) -> tuple[str, str]:
    if isinstance(given, dict):
        amount = given.get("amount")
        return "" if amount is None else str(amount), str(given.get("currency") or "").upper()
    if isinstance(given, bool) or not isinstance(given, (str, int, float)):
        return "", ""
    return str(given), ""


def _name(currency: str, place) -> str:
    try:
        return get_currency_name(currency, count=2, locale=place.setting.language)
    except (UnknownLocaleError, ValueError):
        return currency


def _examples(currency: str, place) -> dict:
    return {"currency": _name(currency, place), "example": grouped("1840", place.setting.language)}
