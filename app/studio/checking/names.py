"""Names within sentences: of languages, and several of one kind in a row."""

from collections.abc import Iterable

from app.base import in_a_row
from app.ui import localized

LANGUAGE_NAMES = {
    "en": {"en": "English", "fa": "انگلیسی", "ar": "الإنجليزية"},
    "fa": {"en": "Persian", "fa": "فارسی", "ar": "الفارسية"},
    "ar": {"en": "Arabic", "fa": "عربی", "ar": "العربية"},
}
LANGUAGES = ("en", "fa", "ar")
COMMAS = {"en": ", ", "fa": "، ", "ar": "، "}
OTHERS = {"en": "{names} and {n} more", "fa": "{names} و {n} مورد دیگر", "ar": "{names} و{n} غيرها"}
MOST = 3


def listed(names: Iterable[str | dict[str, str]]) -> dict[str, str]:
    """The first names and how many more there are, by language; a name may itself have one for each language."""
    names = [" ".join(one.split()) if isinstance(one, str) else one for one in names]
    return {language: _listed(names, language) for language in LANGUAGES}


def _listed(names, language):
    told = [one if isinstance(one, str) else one.get(language) or one.get("en", "") for one in names[:MOST]]
    row = in_a_row(told, COMMAS[language], language)
    return OTHERS[language].format(names=row, n=localized(len(names) - MOST, language)) if len(names) > MOST else row
