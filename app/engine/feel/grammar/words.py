"""Expressions that begin with a word: if, for, some, every, function (rules 46 to 48, 55)."""
from typing import Any

from app.engine.feel.grammar.types import written_type
from app.engine.feel.nodes import choice, every_one, for_each, some_one, written_function


def _if(parser: Any) -> Any:
    condition = parser.expression()
    parser.expect("then")
    yes = parser.expression()
    parser.expect("else")
    return choice(condition, yes, parser.expression())


def _for(parser: Any) -> Any:
    with parser.binding(("partial",)):
        return _iteration(parser, "return", for_each)


def _some(parser: Any) -> Any:
    return _iteration(parser, "satisfies", some_one)


def _every(parser: Any) -> Any:
    return _iteration(parser, "satisfies", every_one)


def _iteration(parser: Any, word: str, build: Any) -> Any:
    sources = []
    with parser.binding(()) as own:
        while True:
            name = _variable(parser)
            low = parser.expression()
            high = parser.expression() if parser.take("..") else None
            sources.append((name, low, high))
            own.add(name)
            parser.known.add(name)
            if parser.expect(",", word) == word:
                return build(sources, parser.expression())


def _variable(parser: Any) -> str:
    name = parser.name()
    parser.expect("in")
    return name


def _function(parser: Any) -> Any:
    parser.expect("(")
    parameters = []
    while not parser.take(")"):
        name = parser.name()
        parameters.append((name, written_type(parser) if parser.take(":") else None))
        if not parser.at(")"):
            parser.expect(",")
    if parser.take("external"):
        parser.expression()
        return lambda frame: frame.run.warn("Functions of other languages are not called.")
    with parser.binding([name for name, _ in parameters]):
        return written_function(parameters, parser.expression())


WORDS = {"if": _if, "for": _for, "some": _some, "every": _every, "function": _function}
