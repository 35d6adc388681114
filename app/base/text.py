"""Folding for search, digits, and choosing a text by language."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ئ": "ی",
        "ك": "ک",
        "ة": "ه",
        "ۀ": "ه",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ؤ": "و",
        "ـ": "",
        "\u200c": " ",
        "\u200d": "",
        "\u200e": "",
        "\u200f": "",
    }
)
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_GUILLEMETS = str.maketrans({"«": "«\u2068", "»": "\u2069»"})
_SPACES = re.compile(r"\s+")


def latin_digits(text: str) -> str:
    """Persian and Arabic-Indic digits as 0-9."""
    return text.translate(_DIGITS)


def fold(text: str) -> str:
    """The form in which texts are compared in searches: yeh/kaf, hamza seats, digits, half-space and marks folded."""
    text = unicodedata.normalize("NFKD", latin_digits(text).translate(_LETTERS))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).translate(_LETTERS)
    return _SPACES.sub(" ", text.casefold()).strip()


def isolated(text: str) -> str:
    """With every name in « » kept in its own direction, as a Persian or Arabic sentence about “1 hour” needs it
    (Unicode Standard Annex 9: first strong isolate, pop directional isolate)."""
    return text.translate(_GUILLEMETS)


def in_a_row(names, comma: str, language: str) -> str:
    """Names after each other; read from the right, a row of Latin names would else begin at the wrong end."""
    return comma.join(names if language == "en" else (f"\u2068{name}\u2069" for name in names))


def pick(texts: dict | None, language: str, otherwise: str = "") -> str:
    """The text in `language`, else in English, else any."""
    texts = texts or {}
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), otherwise)
