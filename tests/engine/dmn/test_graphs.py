"""Boxed expressions, types and requirements."""
from datetime import UTC, datetime

import pytest

from app.engine.dmn import DecisionRefused, read_decisions
from tests.engine.dmn.models import HEAD, decision, given, literal, model

TYPES = (
    '<itemDefinition name="tColour"><typeRef>string</typeRef><allowedValues><text>"red", "blue"</text></allowedValues>'
    '</itemDefinition><itemDefinition name="tLine">'
    '<itemComponent name="price"><typeRef>number</typeRef></itemComponent>'
    '<itemComponent name="due"><typeRef>date</typeRef></itemComponent></itemDefinition>'
    '<itemDefinition name="tLines" isCollection="true"><typeRef>tLine</typeRef></itemDefinition>'
)


def decide(name, inputs, *parts):
    return read_decisions(model(TYPES, *parts)).decide(name, inputs)


def test_decisions_stand_on_other_decisions():
    parts = (
        given("net amount", "number"), decision("gross", literal("net amount * 1.1"), "input:net amount"),
        decision("text", literal('"costs " + string(gross)'), "decision:gross"),
    )
    assert decide("text", {"net amount": 100}, *parts) == "costs 110.0"


def test_decisions_that_require_each_other_are_refused():
    parts = decision("a", literal("b"), "decision:b"), decision("b", literal("a"), "decision:a")
    with pytest.raises(DecisionRefused, match="requires itself"):
        decide("a", {}, *parts)


def test_input_data_is_seen_only_where_it_is_required():
    parts = given("secret"), decision("a", literal("secret")), decision("b", literal("secret"), "input:secret")
    assert decide("a", {"secret": 1}, *parts) is None
    assert decide("b", {"secret": 1}, *parts) == 1
    assert decide("c", {"free": 1}, decision("c", literal("free + 1"))) == 2


def test_inputs_of_a_type_are_checked_and_dates_are_read():
    parts = (
        given("colour", "tColour"), given("lines", "tLines"), decision("c", literal("colour"), "input:colour"),
        decision("late", literal('lines[due < date("2026-01-01")].price'), "input:lines"),
    )
    assert decide("c", {"colour": "red"}, *parts) == "red"
    assert decide("c", {"colour": "green"}, *parts) is None
    lines = [{"price": 1, "due": "2025-12-31"}, {"price": 2, "due": "2026-01-01"}]
    assert decide("late", {"lines": lines}, *parts) == [1]


def test_a_result_of_another_type_is_null_with_a_warning():
    decisions, warnings = read_decisions(model(decision("d", literal('"x"'), kind="number"))), []
    assert decisions.decide("d", {}, warnings=warnings) is None
    assert warnings == ["d is not a number."]


def test_knowledge_is_a_function_that_may_call_itself():
    knowledge = (
        '<businessKnowledgeModel id="fact" name="fact"><encapsulatedLogic><formalParameter name="n" typeRef="number"/>'
        f'{literal("if n <= 1 then 1 else n * fact(n - 1)")}</encapsulatedLogic></businessKnowledgeModel>'
    )
    assert decide("d", {}, knowledge, decision("d", literal("fact(10)"), "knowledge:fact")) == 3628800
    invocation = (
        "<invocation><literalExpression><text>fact</text></literalExpression><binding><parameter name='n'/>"
        f"{literal('4')}</binding></invocation>"
    )
    assert decide("d", {}, knowledge, decision("d", invocation, "knowledge:fact")) == 24
    with pytest.raises(DecisionRefused, match="too deeply"):
        decide("d", {}, knowledge, decision("d", literal("fact(100000)"), "knowledge:fact"))


BOXES = {
    "context": (f'<context><contextEntry><variable name="a"/>{literal("2")}</contextEntry><contextEntry>'
                f'<variable name="b"/>{literal("a * 3")}</contextEntry></context>', {"a": 2, "b": 6}),
    "result": (f'<context><contextEntry><variable name="a"/>{literal("2")}</contextEntry><contextEntry>'
               f'{literal("a * 3")}</contextEntry></context>', 6),
    "list": (f"<list>{literal('1')}{literal('1 + 1')}</list>", [1, 2]),
    "relation": (f'<relation><column name="x"/><column name="y"/><row>{literal("1")}{literal("2")}</row></relation>',
                 [{"x": 1, "y": 2}]),
    "conditional": (f"<conditional><if>{literal('1 > 2')}</if><then>{literal('1')}</then><else>{literal('2')}</else>"
                    "</conditional>", 2),
    "for": (f'<for iteratorVariable="x"><in>{literal("[1, 2]")}</in><return>{literal("x * 2")}</return></for>', [2, 4]),
    "some": (f'<some iteratorVariable="x"><in>{literal("[1, 2]")}</in><satisfies>{literal("x > 1")}</satisfies></some>',
             True),
    "every": (f'<every iteratorVariable="x"><in>{literal("[1, 2]")}</in><satisfies>{literal("x > 1")}</satisfies>'
              "</every>", False),
    "filter": (f"<filter><in>{literal('[1, 2, 3]')}</in><match>{literal('item > 1')}</match></filter>", [2, 3]),
    "function": (f'<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="x"/>'
                 f'{literal("x + 1")}</functionDefinition></contextEntry><contextEntry>{literal("f(1)")}</contextEntry>'
                 "</context>", 2),
    "juel": ('<literalExpression expressionLanguage="juel"><text>${free + 1}</text></literalExpression>', 6),
}


@pytest.mark.parametrize("kind", BOXES)
def test_boxed_expressions(kind):
    box, expected = BOXES[kind]
    assert decide("d", {"free": 5}, decision("d", box)) == expected


@pytest.mark.parametrize("box", [
    "<conditional/>", "<for iteratorVariable='x'/>", "<filter/>", "<invocation/>", "<context><contextEntry/></context>",
    "<functionDefinition/>", "<wish/>", "", "<decisionTable hitPolicy='WORST'/>",
])
def test_boxes_that_lack_a_part_are_troubles(box):
    decisions = read_decisions(model(decision("d", box)))
    assert [trouble.name for trouble in decisions.troubles][0] == "d"
    assert decisions.evaluate("d", {}) is None or "function" in box


def test_a_condition_that_is_none_gives_null():
    box = f"<conditional><if>{literal('1')}</if><then>{literal('1')}</then><else>{literal('2')}</else></conditional>"
    assert decide("d", {}, decision("d", box)) is None


def test_a_service_decides_from_its_inputs_alone():
    parts = (
        given("x"), decision("double", literal("x * 2"), "input:x"),
        decision("sum", literal("double + x"), "decision:double", "input:x"),
        '<decisionService id="s" name="s"><outputDecision href="#sum"/><inputData href="#x"/>'
        '<inputDecision href="#double"/></decisionService>', decision("d", literal("s(1, 100)"), "knowledge:s"),
    )
    assert decide("d", {}, *parts) == 101
    assert decide("s", {"x": 1, "double": 100}, *parts) == 101


def test_models_may_import_others():
    other = (HEAD.replace("urn:test", "urn:other") + given("x") + decision("plus", literal("x + 1"), "input:x")
             + "</definitions>").encode()
    needs = '<informationRequirement><requiredDecision href="urn:other#plus"/></informationRequirement>'
    xml = model(
        '<import namespace="urn:other" name="The other" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
        f'<decision id="d" name="d">{needs}{literal("The other.plus * 2")}</decision>',
    )
    assert read_decisions(xml, [other, b"no dmn"]).decide("d", {"x": 4}) == 10
    assert [trouble.element for trouble in read_decisions(xml).troubles] == ["urn:other"]
    with pytest.raises(DecisionRefused):
        read_decisions(xml).decide("d", {"x": 4})


def test_today_is_what_it_is_told():
    now = datetime(2026, 11, 21, tzinfo=UTC)
    assert read_decisions(model(decision("d", literal("today()")))).decide("d", {}, now) == "2026-11-21"


def test_names_and_ids_find_a_decision_and_nothing_else_does():
    decisions = read_decisions(model(decision("d", literal("1")), given("x")))
    assert (decisions.names, decisions.ids, decisions.inputs) == (("d",), ("d",), ("x",))
    for name in ("x", "nothing"):
        with pytest.raises(DecisionRefused, match="no decision"):
            decisions.decide(name, {})


@pytest.mark.parametrize(("xml", "sentence"), [
    (b"", "not XML"), (b"<a", "not XML"), (b"<html/>", "no DMN"), (b"\x00\xff", "not XML"),
    (b'<!DOCTYPE d [<!ENTITY x "y">]><definitions/>', "DOCTYPE"),
    (HEAD.encode() + b"<a>" * 210 + b"</a>" * 210 + b"</definitions>", "nested"),
    (b"<a>" + b" " * 9_000_000, "8 MB"),
])
def test_hostile_and_broken_files_are_refused(xml, sentence):
    with pytest.raises(DecisionRefused, match=sentence):
        read_decisions(xml)
