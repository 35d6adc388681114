"""Whether an expression about people can be decided before anybody has answered anything, and what it reads then."""

import re
from functools import lru_cache

from app.engine.feel import FeelError, compile_expression

FACTS = frozenset(["requester", "beneficiary", "department", "site", "cost_centre"])
FUNCTIONS = frozenset(["manager", "head", "owner", "group", "members", "delegate", "department"])
JUEL_WORD = re.compile(r"[^\W\d][\w.]*")
TEXTS = re.compile(r"'[^']*'|\"[^\"]*\"")


@lru_cache(maxsize=4096)
def answerable(wish: str) -> frozenset[str] | None:
    """Names of the facts it reads; None where it reads what only a request can know, or cannot be read at all."""
    names = _names(wish)
    return names if names is not None and names <= FACTS else None


def _names(wish: str) -> frozenset[str] | None:
    bare = wish.strip()
    if bare.startswith("="):
        return _feel(bare[1:])
    if bare[:1] in "$#" and bare[1:2] == "{":
        words = frozenset(JUEL_WORD.findall(TEXTS.sub("", bare))) - {"true", "false", "null"}
        return frozenset(word for word in words if word not in FUNCTIONS or word in FACTS)
    return _feel(bare) if "(" in bare else frozenset()


def _feel(text: str) -> frozenset[str] | None:
    try:
        expression = compile_expression(text)
    except FeelError:
        return None
    return _quoted(text) if expression.calls <= FUNCTIONS else None


def _quoted(text: str) -> frozenset[str] | None:
    """Its names, and those of the expression it gives where it is one in a text: "manager(beneficiary)"."""
    inside = text.strip()
    if len(inside) > 2 and inside[0] == inside[-1] == '"' and "(" in inside:
        return _feel(inside[1:-1].replace('\\"', '"'))
    expression = compile_expression(text)
    return expression.names | expression.maybe
