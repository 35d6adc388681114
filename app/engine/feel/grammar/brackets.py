"""What stands in brackets: groups, ranges, lists and contexts (rules 3, 8, 56, 57)."""
from itertools import pairwise
from typing import Any

from app.engine.feel.errors import BudgetSpent, FeelError
from app.engine.feel.nodes import context_of, list_of, range_of, span_of
from app.engine.feel.ranges import NOWHERE


def round_brackets(parser: Any) -> Any:
    """`( ... )`: an expression, an open range, or a range with one end such as `(< 5)`."""
    if parser.at("<", "<=", ">", ">=", "=", "!="):
        sign = parser.next().text
        node = span_of(sign, parser.expression(), NOWHERE)
        parser.expect(")")
        return node
    node = parser.expression()
    if parser.take(".."):
        return _range(parser, node, False)
    parser.expect(")")
    return node


def square_brackets(parser: Any) -> Any:
    """`[ ... ]`: a list or a range."""
    if parser.take("]"):
        return list_of(())
    node = parser.expression()
    if parser.take(".."):
        return _range(parser, node, True)
    items = [node]
    while parser.expect(",", "]") == ",":
        items.append(parser.expression())
    return list_of(items)


def backward_bracket(parser: Any) -> Any:
    """`]1..2]`: a range that leaves its low end out."""
    node = parser.expression()
    parser.expect("..")
    return _range(parser, node, False)


def _range(parser: Any, low: Any, low_in: bool) -> Any:
    mark = parser.mark()
    try:
        high = parser.expression()
        end = parser.expect("]", ")", "[")
    except BudgetSpent:
        raise
    except FeelError:
        parser.back(mark)
        high = parser.expression(10)
        end = parser.expect("[")
    return range_of(low, high, low_in, end == "]")


def context_literal(parser: Any) -> Any:
    entries: list = []
    with parser.binding(()) as own:
        if parser.take("}"):
            return context_of(())
        while True:
            key = _key(parser)
            entries.append((key, parser.expression()))
            own.add(key)
            parser.known.add(key)
            if parser.expect(",", "}") == "}":
                return context_of(entries)


def _key(parser: Any) -> str:
    """Everything before the colon (rules 58 to 60)."""
    if parser.token.kind == "string":
        key = parser.next().text
        parser.expect(":")
        return key
    first = parser.token
    while not parser.at(":"):
        if parser.token.kind == "end" or parser.at("{", "}", "[", "]", "(", ",", '"'):
            raise parser.unexpected("expected the name of an entry and a colon")
        last = parser.next()
    if parser.token is first:
        raise parser.unexpected("expected the name of an entry")
    parser.next()
    return _key_text(parser, first, last)


def _key_text(parser: Any, first: Any, last: Any) -> str:
    if first is last:
        return first.text
    tokens = parser.tokens[parser.tokens.index(first) : parser.tokens.index(last) + 1]
    text = tokens[0].text
    for before, token in pairwise(tokens):
        text += (" " if token.at > before.end else "") + token.text
    return text
