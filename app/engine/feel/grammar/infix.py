"""Operators and what follows a value: calls, filters, paths (rules 4, 19 to 25, 41, 45, 49, 51)."""
from typing import Any

from app.engine.feel.grammar.tests import membership
from app.engine.feel.grammar.types import written_type
from app.engine.feel.nodes import (
    ARITHMETIC,
    between,
    call_value,
    comparison,
    conjunction,
    disjunction,
    field,
    filtered,
    is_instance,
    ordering,
)

COMPARISON, SUM, UNARY = 3, 4, 8
_BINDING = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "between": 3, "in": 3,
    "+": 4, "-": 4, "*": 5, "/": 5, "**": 6, "instance": 9, ".": 10, "[": 10, "(": 10,
}


def left_binding(parser: Any) -> int:
    token = parser.token
    return _BINDING.get(token.text, 0) if token.kind in ("sign", "name") else 0


def infix(parser: Any, left: Any) -> Any:
    sign = parser.next().text
    if sign in _AFTER:
        return _AFTER[sign](parser, left)
    right = parser.expression(_BINDING[sign])
    if sign in ARITHMETIC:
        return ARITHMETIC[sign](left, right)
    if sign in ("=", "!="):
        return _equality(left, right, sign == "=")
    if sign in ("and", "or"):
        return (conjunction if sign == "and" else disjunction)(left, right)
    return ordering(sign, left, right)


def _equality(left: Any, right: Any, same: bool) -> Any:
    """A variable compared with null need not exist, so its reading is quiet there."""
    if getattr(right, "is_null", False):
        left = getattr(left, "quiet", left)
    if getattr(left, "is_null", False):
        right = getattr(right, "quiet", right)
    return comparison(left, right, same)


def _between(parser: Any, left: Any) -> Any:
    low = parser.expression(COMPARISON)
    parser.expect("and")
    return between(left, low, parser.expression(COMPARISON))


def _instance(parser: Any, left: Any) -> Any:
    parser.expect("of")
    return is_instance(left, written_type(parser))


def _path(parser: Any, left: Any) -> Any:
    at = parser.token.at
    name = parser.name()
    node, use = field(left, name), getattr(left, "use", None)
    if use is not None:
        node.use = parser.used((*use.path, name), at)
    return node


def _filter(parser: Any, left: Any) -> Any:
    parser.filters += 1
    with parser.binding(("item",)):
        condition = parser.expression()
    parser.filters -= 1
    parser.expect("]")
    return filtered(left, condition)


def _call(parser: Any, left: Any) -> Any:
    return call_value(left, *arguments(parser))


def arguments(parser: Any) -> tuple[list, list | None]:
    """After the opening bracket: values by position, or by name (rules 42 to 44)."""
    if parser.take(")"):
        return [], None
    named: list | None = [] if argument_name_ahead(parser) else None
    given: list = []
    while True:
        if named is None:
            given.append(parser.expression())
        else:
            name = argument_name(parser)
            named.append((name, parser.expression()))
        if parser.expect(",", ")") == ")":
            return given, named


def argument_name_ahead(parser: Any) -> bool:
    place = parser.place
    if parser.tokens[place].kind == "string":
        return parser.tokens[place + 1].text == ":" and parser.tokens[place + 1].kind == "sign"
    while parser.tokens[place].kind in ("name", "quoted", "number"):
        place += 1
    return place > parser.place and parser.tokens[place].text == ":"


def argument_name(parser: Any) -> str:
    parts = []
    while not parser.take(":"):
        token = parser.next()
        if token.kind not in ("name", "quoted", "number", "string"):
            raise parser.unexpected("expected the name of an argument")
        parts.append(token.text)
    return " ".join(parts)


_AFTER = {
    "between": _between, "in": lambda parser, left: membership(parser, left), "instance": _instance, ".": _path,
    "[": _filter, "(": _call,
}
