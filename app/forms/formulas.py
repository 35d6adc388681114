"""FEEL in forms: which texts are formulas, what they mention, what they give. Failure gives null (DMN 10.3.1)."""

import re
from collections.abc import Callable
from datetime import datetime

from app.engine.feel import Expression, FeelError, UnaryTests, compile_expression, compile_unary

_NAME = re.compile(r"[^\W\d]\w*")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"')
_PLACE = re.compile(r"\{\{(.*?)\}\}", re.S)


def is_formula(text) -> bool:
    return isinstance(text, str) and text.lstrip().startswith("=")


def places(text) -> list[str]:
    """The FEEL texts between {{ and }}."""
    return [place.strip() for place in _PLACE.findall(text)] if isinstance(text, str) else []


def names_in(formula: str) -> set[str]:
    """Every word a formula mentions outside its strings; too many rather than too few."""
    return set(_NAME.findall(_STRING.sub(" ", formula)))


def trouble_in(formula: str) -> str | None:
    """Why a formula cannot be read, or None."""
    try:
        _compiled(_body(formula))
    except FeelError as problem:
        return str(problem)
    return None


def evaluate(formula: str, scope: dict, now: datetime):
    """The plain value of a formula in `scope`; None if it cannot be computed. `now` is for today() and now()."""
    try:
        compiled = _compiled(_body(formula))
        if isinstance(compiled, UnaryTests):
            return compiled.matches(None, scope, now=now)
        return _plain(compiled.answer(scope, now=now))
    except FeelError:
        return None


def fill(template: str, show: Callable[[str], str]) -> str:
    """The template with every {{ formula }} replaced by `show(formula)`."""
    return _PLACE.sub(lambda place: show(place[1].strip()), template)


def _compiled(body: str) -> Expression | UnaryTests:
    """form-js reads `conditional.hide` as a unary test; nearly all that are written are plain expressions."""
    try:
        return compile_expression(body)
    except FeelError as problem:
        try:
            return compile_unary(body)
        except FeelError:
            raise problem from None


def _plain(value):
    """What JSON can hold; FEEL also knows ranges, which become their text."""
    if isinstance(value, dict):
        return {key: _plain(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_plain(below) for below in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _body(formula: str) -> str:
    return formula.strip().removeprefix("=").strip()
