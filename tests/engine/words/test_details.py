"""What FEEL, JUEL and tables say of an expression is said in the reader's language."""

import re

import pytest

from app.engine import juel
from app.engine.check.tables import table_findings
from app.engine.feel import FeelError, compile_expression
from app.engine.read.xml import parse_xml
from app.engine.words.details import said
from tests.engine.dmn.models import decision, literal, model, table

SENTENCE = re.compile(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b")
FEEL = [
    "1 +",
    "a b.",
    "[1, 2",
    "{a 1}",
    '{"a" b}',
    "if a then b",
    "for x return x",
    "f(1",
    "amount > ",
    "a = = b",
    "a == 1",
    "'x'",
    "a && b",
    "a || b",
    "!a",
    "a % 2",
    "a; b",
    '"open',
    "`open",
    "1 /* open",
    "x instance of ",
    "1 instance of nope",
    "function(",
    "f(a: 1, 2)",
    "[1..",
    "@",
    "9" * 7000,
    "(" * 200,
    "some x in y",
    "1 2",
    "a.",
]
JUEL = [
    "${a +}",
    "${a",
    "${(a}",
    "${a[1}",
    "${bean.do(a)}",
    "${a.equals(b)}",
    "${list.size()}",
    "${f:g(a)}",
    "${a ? b}",
    "${" + "(" * 500 + "}",
]


def trouble(compiled, text) -> str:
    with pytest.raises(ValueError) as told:
        compiled(text)
    return str(told.value)


@pytest.mark.parametrize("text", FEEL, ids=lambda text: text[:12])
def test_feel_explains_itself_in_three_languages(text):
    told = trouble(compile_expression, text)
    assert issubclass(FeelError, ValueError) and said(told, "en") == told
    for language in ("fa", "ar"):
        assert not SENTENCE.search(said(told, language)), said(told, language)


@pytest.mark.parametrize("text", JUEL, ids=lambda text: text[:12])
def test_juel_explains_itself_in_three_languages(text):
    told = trouble(juel.compile_expression, text)
    for language in ("fa", "ar"):
        assert not SENTENCE.search(said(told, language).partition("FEEL")[0]), said(told, language)


def test_a_table_is_explained_at_its_cell():
    text = model(
        decision("d", table("UNIQUE", ["x"], ["y"], "> > 1 -> 2", "True -> 'a'")), decision("e", literal("1 +"))
    )
    broken, other, reread = table_findings("t.dmn", {"t.dmn": parse_xml("t.dmn", text)})
    assert (broken.rule, broken.severity, broken.name) == ("table-broken", "error", "d")
    assert (other.rule, other.element, other.name) == ("table-broken", "e", "e")
    assert (reread.rule, reread.severity) == ("table-reread", "repair")
    for one in (broken, other):
        assert not any(SENTENCE.search(one.text(language)) for language in ("fa", "ar")), one.text("fa")


def test_a_table_that_cannot_be_read_is_told():
    text = model(decision("a", literal("b"), "decision:gone"))
    (one,) = table_findings("t.dmn", {"t.dmn": parse_xml("t.dmn", text)})
    assert one.severity == "error" and not SENTENCE.search(one.text("ar"))


def test_decisions_that_require_each_other_are_told_before_any_is_taken():
    text = model(decision("a", literal("b"), "decision:b"), decision("b", literal("a"), "decision:a"))
    found = list(table_findings("t.dmn", {"t.dmn": parse_xml("t.dmn", text)}))
    assert [one.element for one in found] == ["a", "b"] and {one.severity for one in found} == {"error"}
    assert not any(SENTENCE.search(one.text(language)) for one in found for language in ("fa", "ar"))
