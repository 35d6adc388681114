"""Finding services by words, in any language, however yeh and kaf, digits and half-spaces were typed."""

from app.base import fold
from app.catalog.browse import Entry, for_person


def search(person, words: str, language: str, limit: int = 20) -> list[Entry]:
    """Services this person may ask for that hold every word, best first: names before summaries before descriptions."""
    return matching(for_person(person), words, language)[:limit]


def matching(entries: list[Entry], words: str, language: str) -> list[Entry]:
    """Those of `entries` that hold every word; all of them, in their own order, where there are no words."""
    wanted = fold(words).split()
    if not wanted:
        return entries
    scored = [(_score(entry.offer.index, wanted), entry) for entry in entries]
    found = [(score, entry) for score, entry in scored if score]
    return [entry for _, entry in sorted(found, key=lambda one: (-one[0], one[1].offer.name(language)))]


def _score(index, wanted: list[str]) -> int:
    """0 unless every word is somewhere; the beginning of a word counts more than its middle."""
    best = [max((_worth(weight, text, word) for weight, text in index), default=0) for word in wanted]
    return sum(best) if all(best) else 0


def _worth(weight: int, text: str, word: str) -> int:
    if text.startswith(word) or f" {word}" in text:
        return 4 * weight
    # One letter in the middle of a word is everywhere.
    return weight if len(word) > 1 and word in text else 0
