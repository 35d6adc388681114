"""Which language an expression is written in, and its value.

`=` is FEEL, `${}` and `#{}` are JUEL, the rest text or Python.
"""

import re
from datetime import datetime
from functools import lru_cache

from app.engine import feel, juel
from app.engine.sandbox import SANDBOX, SandboxError, reads

CONSTANTS = {"true": True, "false": False}
WORD = re.compile(r"[^\W\d]\w*")
BROKEN = (feel.FeelError, feel.BudgetSpent, juel.JuelError, SandboxError)


class ExpressionBroken(ValueError):
    """This expression cannot be read, or cannot be decided over this data."""


def language(text: str) -> str:
    """`feel`, `juel` or "" for text without a marker."""
    start = text.lstrip()
    if start.startswith("="):
        return "feel"
    return "juel" if "${" in start or "#{" in start else ""


def evaluate(text: str, data: dict, functions: dict | None = None, now: datetime | None = None):
    """The value of an expression over `data` as plain data; text without a marker stands for itself.

    `functions`: name -> callable, for what the product adds (`manager(p)`); `now`: what FEEL's now() and today() say.
    Raises ExpressionBroken.
    """
    return _said(text.strip(), data, functions, now) if language(text) else text


def compute(text: str, data: dict, functions: dict | None = None, now: datetime | None = None):
    """As `evaluate`, but text without a marker is a Python expression, run in the sandbox."""
    bare = text.strip()
    if language(bare):
        return _said(bare, data, functions, now)
    if bare in CONSTANTS:
        return CONSTANTS[bare]
    return _guarded(lambda: SANDBOX.evaluate(bare, data))


def holds(text: str, data: dict, functions: dict | None = None, now: datetime | None = None) -> bool:
    """Decide a condition. A FEEL condition that gives neither true nor false is broken: null decides nothing."""
    kind, bare = language(text), text.strip()
    if kind == "feel":
        return _guarded(lambda: _feel_holds(bare[1:], data, functions, now))
    if kind == "juel":
        return _guarded(lambda: _juel(bare).holds(data, functions))
    return bool(compute(bare, data))


@lru_cache(maxsize=4096)
def mentions(text: str) -> frozenset:
    """The names an expression may read."""
    return frozenset(WORD.findall(text)) if language(text) else reads(text)


def _said(bare, data, functions, now):
    if bare.startswith("="):
        return _guarded(lambda: _feel(bare[1:]).answer(data, functions, now))
    return _guarded(lambda: _juel(bare)(data, functions))


def _feel_holds(text, data, functions, now):
    warnings = []
    answer = _feel(text).evaluate(data, functions, now, warnings=warnings)
    if isinstance(answer, bool):
        return answer
    raise ExpressionBroken("; ".join(warnings) or "it gives neither true nor false")


def _guarded(act):
    try:
        return act()
    except BROKEN as broken:
        raise ExpressionBroken(str(broken)) from broken


_feel = lru_cache(maxsize=4096)(feel.compile_expression)
_juel = lru_cache(maxsize=4096)(juel.compile_expression)
