"""What every database keeps: values from outside are looked at before they meet one that refuses them."""

from math import isfinite

DEEPEST = 50


def keepable(value) -> bool:
    """Whether plain data can be kept: no NUL or half characters in texts, finite numbers, not too deeply nested."""
    open = [(value, 0)]
    while open:
        one, depth = open.pop()
        if isinstance(one, str) and not whole_text(one) or isinstance(one, float) and not isfinite(one):
            return False
        inner = (*one, *one.values()) if isinstance(one, dict) else one if isinstance(one, list) else ()
        if inner and depth >= DEEPEST:
            return False
        open += [(each, depth + 1) for each in inner]
    return True


def whole_text(text: str) -> bool:
    """No NUL, which PostgreSQL refuses, and no half of a surrogate pair, which no encoding knows."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)
