"""The test grid of decision tables, and what is told about their rules."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine import read_bundle
from app.engine.dmn import read_decisions, read_tests
from app.studio.editing.tables import NotTests, Row, as_tests, report, rows_in, types_of
from app.studio.editing.tables.grid import value_of

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)


def table(rules, policy="UNIQUE", outputs='<output id="o" name="who" typeRef="string"/>'):
    rows = "".join(rule(number, cells, out) for number, (*cells, out) in enumerate(rules, 1))
    return f"""<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
<decision id="limit" name="Limit"><decisionTable id="t" hitPolicy="{policy}">
<input label="amount"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
<input label="site"><inputExpression typeRef="string"><text>site</text></inputExpression></input>
{outputs}{rows}</decisionTable></decision></definitions>""".encode()


def rule(number, cells, out):
    tests = "".join(f"<inputEntry><text><![CDATA[{cell}]]></text></inputEntry>" for cell in cells)
    return f'<rule id="r{number}">{tests}<outputEntry><text><![CDATA[{out}]]></text></outputEntry></rule>'


SOUND = table([("<= 1000", "-", '"owner"'), ("> 1000", '"tehran"', '"head"'), ("> 1000", 'not("tehran")', '"board"')])


def told(xml, rows=()):
    return report(xml, list(rows), now=NOW)


def row(amount, site, wanted=""):
    return Row("Limit", "", {"amount": amount, "site": site}, {"": wanted} if wanted else {})


def test_rows_say_what_comes_out_which_rules_hit_and_whether_it_is_as_expected():
    found = told(SOUND, [row("10", "milan", "owner"), row("5000", "tehran", "owner"), row("5000", "milan")])
    assert [(one.found, one.rules, one.well) for one in found.outcomes] == [
        ({"": "owner"}, ("r1",), True), ({"": "head"}, ("r2",), False), ({"": "board"}, ("r3",), None)]
    assert found.hit == {"r1": 1, "r2": 1, "r3": 1}
    assert found.judgements == ()


def test_columns_are_what_the_decision_reads():
    [one] = told(SOUND).decisions
    assert [(column.name, column.type) for column in one.inputs] == [("amount", "number"), ("site", "string")]
    assert one.rules == ("r1", "r2", "r3")


def test_a_case_that_no_rule_covers_is_told_with_an_example():
    found = told(table([("< 1000", "-", '"owner"'), ("> 1000", "-", '"head"')]))
    assert [(one.rule, one.example) for one in found.judgements] == [("gap", (("amount", "1000"), ("site", "…")))]


def test_rules_that_overlap_contradict_or_never_decide_are_told():
    twice = [("<= 1000", "-", '"owner"'), (">= 1000", "-", '"head"')]
    assert [(one.rule, one.numbers) for one in told(table(twice)).judgements] == [("overlap", (1, 2))]
    assert [one.rule for one in told(table(twice, "ANY")).judgements] == ["contradiction"]
    assert told(table(twice, "FIRST")).judgements == ()
    assert told(table(twice, "COLLECT")).judgements == ()
    after = [("-", "-", '"owner"'), ("> 5", "-", '"head"')]
    assert [(one.rule, one.numbers) for one in told(table(after, "FIRST")).judgements] == [("never", (2,))]


def test_default_outputs_leave_no_gap():
    default = '<output id="o" name="who"><defaultOutputEntry><text>"x"</text></defaultOutputEntry></output>'
    assert told(table([("< 10", "-", '"owner"')], outputs=default)).judgements == ()


@pytest.mark.parametrize("policy", ["COLLECT", "RULE ORDER", "OUTPUT ORDER"])
def test_tables_that_give_a_list_may_give_an_empty_one(policy):
    found = told(table([("< 1000", "-", '"owner"'), ("> 1000", "-", '"head"')], policy=policy))
    assert found.judgements == ()


def test_tables_that_read_other_values_are_not_judged():
    assert told(table([("< limit", "-", '"owner"')])).judgements == ()


def test_a_broken_promise_is_the_trouble_of_its_row():
    twice = table([("<= 1000", "-", '"owner"'), (">= 1000", "-", '"head"')])
    [one] = told(twice, [row("1000", "x", "owner")]).outcomes
    assert (one.well, one.rules) == (False, ("r1", "r2"))
    assert one.trouble


BROKEN = SOUND.replace(b"amount</text>", b"am ++</text>")


@pytest.mark.parametrize("xml", [b"", b"<x/>", b"{", b"<definitions/>", BROKEN])
def test_broken_files_are_told_and_raise_nothing(xml):
    assert told(xml, [row("1", "x")]).troubles


def test_several_outputs_are_expected_one_by_one():
    outputs = '<output name="who" typeRef="string"/><output name="days" typeRef="number"/>'
    xml = table([("-", "-", '"owner"')], outputs=outputs).replace(
        b"</outputEntry></rule>", b"</outputEntry><outputEntry><text>3</text></outputEntry></rule>")
    one = Row("Limit", "", {"amount": "1", "site": "x"}, {"who": "owner", "days": "3"})
    assert [(out.found, out.well) for out in told(xml, [one]).outcomes] == [({"who": "owner", "days": "3"}, True)]


def test_the_file_of_tests_is_run_by_the_tck_runner_and_is_no_model():
    rows = [row("10", "milan", "owner"), row("5000", "tehran", "owner"), row("7", "x")]
    xml = as_tests("limit.dmn", rows, types_of(told(SOUND).decisions))
    score = read_tests(xml).score(read_decisions(SOUND))
    assert (score.passed, score.failed) == (2, 1)
    assert rows_in(xml) == rows
    assert list(read_bundle({"a.dmn": SOUND, "a-test.xml": xml}, trusted=True).decisions) == ["a.dmn"]


def test_what_is_no_test_file_is_refused_in_words():
    with pytest.raises(NotTests):
        rows_in(b"<x/>")


@pytest.mark.parametrize(("cell", "type_", "value"), [
    ("1200", "number", 1200), ("1,2", "number", "1,2"), ("true", "boolean", True), ("tehran", "string", "tehran"),
    ('"tehran"', "string", "tehran"), ("12", "string", "12"), ("12", "", 12), ("gold", "", "gold"),
    ("[1, 2]", "", [1, 2]),
    ('{a: "b"}', "", {"a": "b"}), ("null", "", None), ("a b ++", "", "a b ++"),
])
def test_what_a_cell_means(cell, type_, value):
    assert value_of(cell, type_) == value


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).map(str.strip)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4))
def test_whatever_is_typed_is_kept(cells):
    rows = [row(amount, site, wanted) for amount, site, wanted in cells]
    types = {"Limit": {"amount": "string", "site": "string", "=": "string"}}
    kept = rows_in(as_tests("x.dmn", rows, types))
    assert [{key: value for key, value in one.inputs.items() if value} for one in kept] == [
        {key: unquoted(value) for key, value in one.inputs.items() if unquoted(value)} for one in rows]


def unquoted(cell):
    return cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


FITS = st.sampled_from(["-", "< 5", "<= 5", "> 5", ">= 5", "5", "[1..5]", "(5..9]", "not(5)", "1, 7"])


@given(st.lists(FITS, min_size=1, max_size=5), st.integers(-3, 12))
def test_where_nothing_is_told_every_number_has_exactly_one_rule(cells, number):
    xml = table([(cell, "-", f'"{at}"') for at, cell in enumerate(cells)])
    found = told(xml, [row(str(number), "x")])
    if not [one for one in found.judgements if one.rule in ("gap", "overlap")]:
        assert len(found.outcomes[0].rules) == 1


