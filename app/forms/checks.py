"""Checks of texts that follow a rule: mail, phone, IBAN, national numbers, by country."""

import re

import phonenumbers

from app.forms.digits import latin
from app.forms.national import NATIONAL
from app.forms.trouble import Trouble

_EMAIL = re.compile(r"[^\s@<>\",;]+@[^\s@<>\",;.]+(\.[^\s@<>\",;.]+)+")
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AT": 20, "AZ": 28, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "CH": 21, "CY": 28,
    "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GE": 22,
    "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IR": 26, "IS": 26, "IT": 27, "JO": 30,
    "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MT": 31,
    "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22,
    "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SD": 18, "TN": 24, "TR": 26, "UA": 29,
}


def check_name(part) -> str:
    """"email", "phone", "iban", "national-id" or "": from `validate.validationType`, or the property "check"."""
    return str(part.own("check") or part.validate.get("validationType") or "")


def folds_digits(part) -> bool:
    """Codes are kept with Latin digits, whatever keyboard wrote them."""
    return check_name(part) in ("phone", "iban", "national-id")


def check_text(part, value: str, place) -> Trouble | None:
    """What is wrong with a text under the check its field asks for."""
    country = str(place.given(part.own("country"), "") or "").upper()
    text = latin(value).strip()
    match check_name(part):
        case "email":
            return None if _EMAIL.fullmatch(text) else Trouble("email")
        case "phone":
            return None if is_phone(text, country) else Trouble("phone", {"example": example_phone(country)})
        case "iban":
            return iban_trouble(text, country)
        case "national-id":
            return None if is_national(text, country) else Trouble("national_id")
    return None


def is_phone(text: str, country: str = "") -> bool:
    """A number that can exist; without a country code, in `country`."""
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(text, country or None))
    except phonenumbers.NumberParseException:
        return False


def example_phone(country: str) -> str:
    number = phonenumbers.example_number(country) or phonenumbers.example_number("IT")
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    # Isolated and unbroken: in Persian sentences its groups would change places.
    return "\u2066" + shown.replace(" ", "\u00a0") + "\u2069"


def iban_trouble(text: str, country: str = "") -> Trouble | None:
    """ISO 13616: length of the country, letters and digits, remainder 1 of 97."""
    text = re.sub(r"[\s-]", "", text).upper()
    if country and text.isdecimal():
        text = country + text
    if country and text[:2] != country:
        return Trouble("iban_country", {"country": country})
    length = _IBAN_LENGTHS.get(text[:2])
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", text) or (length and len(text) != length):
        return Trouble("iban")
    number = "".join(str(int(letter, 36)) for letter in text[4:] + text[:4])
    return None if int(number) % 97 == 1 else Trouble("iban")


def is_national(text: str, country: str) -> bool:
    """The check digits of a national number; any 4 to 20 letters and digits where we do not know the country's rule."""
    text = re.sub(r"[\s-]", "", text).upper()
    known = NATIONAL.get(country)
    return known(text) if known else bool(re.fullmatch(r"[A-Z0-9]{4,20}", text))
