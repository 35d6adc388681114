"""range(): a range read from text, whose ends are literals (DMN 10.3.4.1)."""
from typing import Any

from app.engine.feel.builtins.registry import built_in, function
from app.engine.feel.compare import compare
from app.engine.feel.errors import FeelError
from app.engine.feel.numbers import EXACT, NumberTrouble, number_of
from app.engine.feel.ranges import NOWHERE, Range
from app.engine.feel.run import Run
from app.engine.feel.scanner import Token, scan
from app.engine.feel.temporal import read_temporal

_MAKERS = ("date", "time", "date and time", "duration")


class _NotAnEnd(ValueError):
    """What stands at the end of the range is not a literal."""


@function("range(from: string)")
def range_from(run: Run, text: str) -> Any:
    try:
        found = _read(scan(text)[:-1], run)
    except (FeelError, NumberTrouble, _NotAnEnd):
        found = None
    return found or run.warn(f'"{text[:60]}" is not a range.')


def _read(tokens: list[Token], run: Run) -> Range | None:
    dots = [place for place, token in enumerate(tokens) if token.kind == "sign" and token.text == ".."]
    if len(dots) != 1 or tokens[0].text not in ("[", "(", "]") or tokens[-1].text not in ("]", ")", "["):
        return None
    low = _end(tokens[1 : dots[0]], run)
    high = _end(tokens[dots[0] + 1 : -1], run)
    low_in, high_in = tokens[0].text == "[", tokens[-1].text == "]"
    if (low is NOWHERE and (low_in or high is NOWHERE)) or (high is NOWHERE and high_in):
        return None
    if NOWHERE not in (low, high):
        order = compare(low, high, run)
        if order is None or order > 0:
            return None
    return Range(low, high, low_in, high_in)


def _end(tokens: list[Token], run: Run) -> Any:
    """A number, text, at-literal or a date or duration made of text."""
    if not tokens:
        return NOWHERE
    if tokens[0].text == "-" and len(tokens) == 2 and tokens[1].kind == "number":
        return EXACT.minus(number_of(tokens[1].text))
    if len(tokens) == 1:
        return _literal(tokens[0])
    name = " ".join(token.text for token in tokens[:-3])
    if name in _MAKERS and [token.text for token in (tokens[-3], tokens[-1])] == ["(", ")"]:
        return _known(built_in(name).invoke(run, [_literal(tokens[-2])], None))
    raise _NotAnEnd


def _literal(token: Token) -> Any:
    if token.kind == "string":
        return token.text
    if token.kind == "at":
        return _known(read_temporal(token.text))
    if token.kind == "number":
        return number_of(token.text)
    raise _NotAnEnd


def _known(value: Any) -> Any:
    if value is None:
        raise _NotAnEnd
    return value
