"""Functions of texts without patterns (DMN 10.3.4.3)."""
from decimal import Decimal
from typing import Any

from app.engine.feel.builtins.registry import function
from app.engine.feel.numbers import whole
from app.engine.feel.run import Run


@function("substring(string: string, start position: number, length?: number?)")
def substring(run: Run, string: str, start: Decimal, length: Decimal | None) -> Any:
    """Positions count from 1, or from the end if negative."""
    place = whole(start.to_integral_value("ROUND_DOWN"))
    size = len(string) if length is None else whole(length.to_integral_value("ROUND_DOWN"))
    if not place or abs(place) > len(string) or size is None or (length is not None and size < 1):
        return run.warn("substring() begins at a character of the text.")
    first = place - 1 if place > 0 else len(string) + place
    return string[first : first + size]


@function("string length(string: string)")
def string_length(run: Run, string: str) -> Decimal:
    return Decimal(len(string))


@function("upper case(string: string)")
def upper_case(run: Run, string: str) -> str:
    return string.upper()


@function("lower case(string: string)")
def lower_case(run: Run, string: str) -> str:
    return string.lower()


@function("substring before(string: string, match: string)")
def substring_before(run: Run, string: str, match: str) -> str:
    before, found, _ = string.partition(match) if match else ("", "", "")
    return before if found else ""


@function("substring after(string: string, match: string)")
def substring_after(run: Run, string: str, match: str) -> str:
    return string.partition(match)[2] if match else string


@function("contains(string: string, match: string)")
def contains(run: Run, string: str, match: str) -> bool:
    return match in string


@function("starts with(string: string, match: string)")
def starts_with(run: Run, string: str, match: str) -> bool:
    return string.startswith(match)


@function("ends with(string: string, match: string)")
def ends_with(run: Run, string: str, match: str) -> bool:
    return string.endswith(match)


@function("string join(list: list, delimiter?: string?)")
def string_join(run: Run, items: list, delimiter: str | None) -> Any:
    """Nulls are left out."""
    texts = [item for item in items if item is not None]
    if not all(isinstance(item, str) for item in texts):
        return run.warn("string join() takes a list of texts.")
    run.fits(sum(map(len, texts)) + len(delimiter or "") * len(texts))
    return (delimiter or "").join(texts)


@function("string join(list: list, delimiter: string?, prefix: string?, suffix: string?)")
def string_join_between(run: Run, items: list, delimiter: str | None, prefix: str | None, suffix: str | None) -> Any:
    joined = string_join(run, items, delimiter)
    return None if joined is None else (prefix or "") + joined + (suffix or "")


@function("trim(string: string)")
def trim(run: Run, string: str) -> str:
    return string.strip()


@function("is blank(string: string?)")
def is_blank(run: Run, string: str | None) -> bool:
    return not (string or "").strip()
