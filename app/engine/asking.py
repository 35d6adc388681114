"""Expressions of the diagram asked at a token: what they may see, and what becomes of their failures."""

from app.engine import expressions
from app.engine.errors import Trouble
from app.engine.expressions import ExpressionBroken, mentions


def ask(token, text: str, extra: dict | None = None):
    """The value of an expression in any language; unmarked text is literal."""
    return _asked(expressions.evaluate, token, text, extra)


def reckon(token, text: str, extra: dict | None = None):
    """The value of an expression; unmarked text is Python."""
    return _asked(expressions.compute, token, text, extra)


def decide(token, condition: str, extra: dict | None = None) -> bool:
    """Does the condition hold?"""
    return _asked(expressions.holds, token, condition, extra)


def _asked(how, token, text, extra):
    refuse_disputed(token, text)
    seen = token.visible()
    try:
        return how(text, {**seen, **extra} if extra else seen, None, token.workflow.run.now)
    except ExpressionBroken as broken:
        raise Trouble(
            "expression", "expression-undecided", str(broken), text=text.strip(), detail=broken
        ) from broken


def refuse_disputed(token, text: str) -> None:
    """Nobody reads a variable that parallel branches left with different values."""
    if not token.disputed:
        return
    for name in sorted(mentions(text) & token.disputed.keys()):
        values = " / ".join(str(value) for value in token.disputed[name])
        raise Trouble("conflict", "branches-disagree", f"{name}: {values}", name=name, values=values)
