"""Which language a text is written in, by its letters: what is drawn or labelled stands in a file only once."""

ARABIC_BLOCKS = (("\u0600", "\u06ff"), ("\u0750", "\u077f"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufeff"))
PERSIAN, ARABIC = frozenset("پچژگکی"), frozenset("يىكة")
"""Letters of one of the two languages only, as their keyboards write them (Unicode 15.1, Arabic block)."""


def written_in(text: str, languages=("en", "fa", "ar")) -> str:
    """The language of `languages` in which a text is written: Persian or Arabic where most of its letters are
    theirs, else English. Between the two their own letters decide, else the one that is asked for first."""
    letters = [one for one in text if one.isalpha()]
    theirs = sum(any(first <= one <= last for first, last in ARABIC_BLOCKS) for one in letters)
    known = [one for one in languages if one in ("fa", "ar")]
    if not known or 2 * theirs <= len(letters):
        return "en"
    persian, arabic = not PERSIAN.isdisjoint(text), not ARABIC.isdisjoint(text)
    return known[0] if persian == arabic or len(known) == 1 else "fa" if persian else "ar"
