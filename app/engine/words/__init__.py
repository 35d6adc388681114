"""The sentences of every rule and repair, in English, Persian and Arabic.

A sentence may mention `{it}` (the element's name) and the values its rule passes along.
"""

from app.engine.words import activities, beyond, data, events, flows, moving, offers, reading, repairs

LANGUAGES = ("en", "fa", "ar")
QUOTES = {"en": "“{}”", "fa": "«{}»", "ar": "«{}»"}
FAMILIES = (reading, repairs, flows, events, activities, data, beyond, moving, offers)
WORDS: dict[str, dict[str, tuple[str, str]]] = {
    rule: texts for family in FAMILIES for rule, texts in family.WORDS.items()
}


def words_for(rule: str, language: str) -> tuple[str, str]:
    """(message, remedy) of `rule` in `language`; English where the language is unknown."""
    texts = WORDS[rule]
    return texts.get(language, texts["en"])


def quoted(name: str, language: str) -> str:
    return QUOTES.get(language, QUOTES["en"]).format(name)
