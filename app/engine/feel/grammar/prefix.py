"""How an expression may begin: literals, names, brackets, and the words if, for, some, every, function."""
from typing import Any

from app.engine.feel.builtins import built_in
from app.engine.feel.errors import FeelError
from app.engine.feel.grammar.brackets import backward_bracket, context_literal, round_brackets, square_brackets
from app.engine.feel.grammar.infix import UNARY, arguments
from app.engine.feel.grammar.words import WORDS
from app.engine.feel.nodes import (
    call_named_function,
    literal,
    name_value,
    negated,
    quiet_name,
    tried_name,
)
from app.engine.feel.numbers import NumberTrouble, number_of
from app.engine.feel.temporal import read_temporal

_CONSTANTS = {"true": True, "false": False, "null": None}


def prefix(parser: Any) -> Any:
    token = parser.token
    if token.kind == "string":
        return literal(parser.next().text)
    if token.kind == "number":
        return literal(_number(parser))
    if token.kind == "at":
        return _at_literal(parser)
    if token.kind == "sign":
        return _sign(parser)
    return _word(parser)


def _sign(parser: Any) -> Any:
    read = _SIGNS.get(parser.token.text)
    if parser.known.match(parser.tokens, parser.place):
        return _named(parser)
    if read is None:
        raise parser.unexpected("expected a value")
    parser.next()
    return read(parser)


def _word(parser: Any) -> Any:
    if parser.token.kind == "end":
        raise parser.unexpected("expected a value")
    text = parser.token.text
    if parser.token.kind == "name" and not parser.known.match(parser.tokens, parser.place):
        if text in _CONSTANTS:
            return _constant(parser)
        if text in WORDS:
            parser.next()
            return WORDS[text](parser)
    return _named(parser)


def _constant(parser: Any) -> Any:
    value = _CONSTANTS[parser.next().text]
    node = literal(value)
    if value is None:
        node.is_null = True
    return node


def _named(parser: Any) -> Any:
    """A variable, or a function being called by its name."""
    at = parser.token.at
    name = parser.name()
    if parser.at("("):
        return _call(parser, name)
    use = parser.reads(name, at)
    node = name_value(name, built_in(name))
    node.use = use
    node.quiet = quiet_name(name)
    node.tried = tried_name(name)
    return node


def _call(parser: Any, name: str) -> Any:
    parser.next()
    given, named = arguments(parser)
    found = built_in(name)
    if name == "is defined" and len(given) == 1:
        given = [getattr(given[0], "tried", given[0])]
    if name in ("get or else", "is blank", "is empty") and given:
        given[0] = getattr(given[0], "quiet", given[0])
    if found is None and not any(name in names for names in parser.bound):
        parser.calls.add(name)
    return call_named_function(name, found, given, named)


def _number(parser: Any) -> Any:
    token = parser.next()
    try:
        return number_of(token.text)
    except NumberTrouble:
        raise FeelError("This number is too large.", token.at) from None


def _at_literal(parser: Any) -> Any:
    text = parser.next().text
    value = read_temporal(text)
    if value is None:
        return lambda frame: frame.run.warn(f'@"{text}" is not a date, time or duration.')
    return literal(value)


def _minus(parser: Any) -> Any:
    return negated(parser.expression(UNARY))


_SIGNS = {"-": _minus, "(": round_brackets, "[": square_brackets, "]": backward_bracket, "{": context_literal}
