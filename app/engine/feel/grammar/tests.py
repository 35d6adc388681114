"""Tests of a value: after `in`, and in the cells of a decision table (rules 7 to 18, 49.c)."""
from typing import Any

from app.engine.feel.errors import BudgetSpent, FeelError
from app.engine.feel.nodes import one_of, test_by_expression, test_by_sign

_SIGNS = ("<=", ">=", "<", ">", "=", "!=")
_GOES_ON = ("+", "-", "*", "/", "**", "[", ".", "(", "..")
_LOOSER = 3


def membership(parser: Any, left: Any) -> Any:
    """`value in test` or `value in (test, test)`."""
    if parser.at("("):
        mark = parser.mark()
        try:
            tests = _bracketed(parser)
            if not parser.at(*_GOES_ON):
                return one_of(left, tests)
        except BudgetSpent:
            raise
        except FeelError:
            parser.back(mark)
        parser.back(mark)
    return one_of(left, [_test(parser, _LOOSER)])


def tests_of(parser: Any) -> Any:
    """The whole text of a cell. Returns `test(frame, value)`, true, false or null."""
    if parser.token.kind == "end" or parser.at("-") and parser.tokens[parser.place + 1].kind == "end":
        parser.place = len(parser.tokens) - 1
        return lambda frame, value: True
    if parser.at("not") and parser.tokens[parser.place + 1].text == "(":
        mark = parser.mark()
        parser.next()
        tests = _bracketed(parser, True)
        if parser.token.kind == "end":
            return _none_of(tests)
        parser.back(mark)
    return _any_of(_listed(parser, True))


def _bracketed(parser: Any, in_cell: bool = False) -> list:
    parser.expect("(")
    tests = _listed(parser, in_cell)
    parser.expect(")")
    return tests


def _listed(parser: Any, in_cell: bool) -> list:
    tests = [_test(parser, 0, in_cell)]
    while parser.take(","):
        tests.append(_test(parser, 0, in_cell))
    return tests


def _test(parser: Any, binding: int, in_cell: bool = False) -> Any:
    if parser.at(*_SIGNS):
        sign = parser.next().text
        return test_by_sign(sign, parser.expression(max(binding, _LOOSER)))
    before, parser.reads_value = parser.reads_value, False
    node = parser.expression(binding)
    reads_value, parser.reads_value = parser.reads_value, before or parser.reads_value
    return test_by_expression(node, reads_value, in_cell)


def _any_of(tests: list) -> Any:
    if len(tests) == 1:
        return lambda frame, value: tests[0](frame, frame.names.get("?"))
    decide = one_of(lambda frame: frame.names.get("?"), tests)
    return lambda frame, value: decide(frame)


def _none_of(tests: list) -> Any:
    decide = _any_of(tests)

    def refuse(frame: Any, value: Any) -> bool | None:
        answer = decide(frame, value)
        return None if answer is None else not answer

    return refuse
