"""Which language an expression is in, and what becomes of it."""

import pytest

from app.engine import ExpressionBroken, evaluate
from app.engine.expressions import compute, holds, mentions
from tests.engine.drawing import START, ends, flows, later, started


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=a + 1", 3),
        (" = a + 1", 3),
        ("${a + 1}", 3),
        ("#{a}", 2),
        ("Hello ${name}", "Hello Sara"),
        ("plain", "plain"),
        ("a", "a"),
    ],
)
def test_unmarked_text_is_literal(text, value):
    assert evaluate(text, {"a": 2, "name": "Sara"}) == value


def test_unmarked_text_is_python_where_something_is_computed():
    assert compute("a + 1", {"a": 2}) == 3 and compute("true", {}) is True and compute("=a", {"a": 2}) == 2


def test_the_products_functions_can_be_called():
    functions = {"manager": lambda person: f"manager of {person}"}
    assert evaluate("=manager(who)", {"who": "ali"}, functions=functions) == "manager of ali"


@pytest.mark.parametrize("text", ["=1 +", "${1 +}", "${missing.x}", "=if"])
def test_what_cannot_be_read_or_decided_says_so(text):
    with pytest.raises(ExpressionBroken):
        evaluate(text, {})


def test_conditions():
    assert holds("=a > 1", {"a": 2}) and not holds("=a > 1", {"a": 0}) and not holds('=who = "x"', {})
    assert holds("${a > 1}", {"a": 2}) and holds("a > 1", {"a": 2}) and not holds("false", {})
    for text in ("=a", "=missing > 1", "missing > 1"):
        with pytest.raises(ExpressionBroken):
            holds(text, {"a": "text"})


def test_the_names_an_expression_mentions():
    assert {"a", "b"} <= mentions("=a.b > 1") and mentions("x = 1") <= {"x"} and mentions("x + y") == {"x", "y"}


def test_now_is_what_the_act_says():
    wait = "<timerEventDefinition><timeDate>=now() + duration(&quot;PT1H&quot;)</timeDate></timerEventDefinition>"
    event = f'<intermediateCatchEvent id="t">{wait}</intermediateCatchEvent>'
    run = started(START + event + ends("e") + flows("s t", "t e"))
    assert run.timers[0].due_at == later(hours=1)
