"""Digits and separators as a language writes them; codes stay Latin and never pass through here."""

_SHAPES = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}
_TABLES = {language: str.maketrans("0123456789", shapes) for language, shapes in _SHAPES.items()}
_LATIN = str.maketrans("".join(_SHAPES.values()), "0123456789" * 2)


def localized(text: object, language: str) -> str:
    return str(text).translate(_TABLES.get(language, {}))


def latin(text: str) -> str:
    """Any of the three digit rows as Latin digits, for reading what was typed."""
    return text.translate(_LATIN)


def grouped(value: float, language: str, places: int = 0) -> str:
    """1234.5 as 1,234.5 or ۱٬۲۳۴٫۵."""
    text = f"{value:,.{places}f}"
    if language != "en":
        text = text.replace(",", "٬").replace(".", "٫")
    return localized(text, language)
