"""How tables of sentences are written: rule -> English, Persian and Arabic message, each followed by its remedy."""


def in_three_languages(table: dict[str, tuple[str, str, str, str, str, str]]) -> dict[str, dict[str, tuple[str, str]]]:
    return {
        rule: {"en": (words[0], words[1]), "fa": (words[2], words[3]), "ar": (words[4], words[5])}
        for rule, words in table.items()
    }
