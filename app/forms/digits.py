"""Numbers as people write them: three sets of digits, thousands and decimal marks. Exact, never float."""

import re
from decimal import Decimal

_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_LOCAL = {
    "fa": str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٬٫"),
    "ar": str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫"),
}
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f'’_](?=\d)")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_LONGEST = 60


def latin(text: str) -> str:
    """The text with every digit as 0-9 and the marks that only steer direction taken out."""
    return _INVISIBLE.sub("", text).translate(_LATIN)


def localised(text: str, language: str) -> str:
    """Digits, thousands and decimal marks of a number written for readers of `language`."""
    return text.translate(_LOCAL.get(language, {}))


def read_number(text: str) -> Decimal | None:
    """The exact number that a person wrote, or None if it is not one."""
    if len(text) > _LONGEST:
        return None
    text = latin(text).strip().replace("٬", ",").replace("٫", "..").replace("−", "-").replace("،", ",")
    text = _decimal_mark(_SPACES.sub("", text).replace(" ", ""))
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def plain(number: Decimal) -> str:
    """The number in digits, without exponent: "1840", "0.5", "123.40"."""
    return format(number, "f")


def grouped(text: str, language: str) -> str:
    """A plain number with thousands marks, in the digits of `language`: "1,840" or "۱٬۸۴۰"."""
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, dot, rest = text.partition(".")
    whole = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole)
    return localised(sign + whole + dot + rest, language)


def _decimal_mark(text: str) -> str:
    """One dot for the decimal mark, no thousands marks.

    The Arabic mark (here "..") is always decimal; a comma is where it cannot be a thousands mark: "12,5", "1.840,50".
    """
    if ".." in text:
        return text.replace(",", "").replace("..", ".")
    if "," in text and "." in text:
        last = max(text.rfind(","), text.rfind("."))
        return re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1:]
    if re.fullmatch(r"[+-]?\d+,\d{1,2}", text) or re.fullmatch(r"[+-]?0,\d+", text):
        return text.replace(",", ".")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", text):
        return text.replace(",", "")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3}){2,}", text):
        return text.replace(".", "")
    return text
