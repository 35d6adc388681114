"""`mizban decision` and `mizban feel`, as they are typed."""
import json

import pytest
from click.testing import CliRunner

from app.cli.decision import decision
from app.cli.feel import feel

APPROVER = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="urn:a" name="a">
<decision id="Approver" name="Who approves"><decisionTable hitPolicy="FIRST">
<input><inputExpression><text>amount</text></inputExpression></input><output name="role"/>
<rule><inputEntry><text>&gt; 1000</text></inputEntry><outputEntry><text>"head"</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"manager"</text></outputEntry></rule>
</decisionTable></decision></definitions>"""
TESTS = """<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<modelName>approver.dmn</modelName><testCase id="1"><inputNode name="amount"><value xsi:type="xsd:decimal">5</value>
</inputNode><resultNode name="Who approves"><expected><value xsi:type="xsd:string">{expected}</value></expected>
</resultNode></testCase></testCases>"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "approver.dmn").write_text(APPROVER)
    (tmp_path / "good.xml").write_text(TESTS.format(expected="manager"))
    (tmp_path / "bad.xml").write_text(TESTS.format(expected="head"))
    return tmp_path


def typed(command, *words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_decision_is_taken(folder):
    result = typed(decision, "run", folder / "approver.dmn", "--input", '{"amount": 1200}')
    assert (result.exit_code, result.stdout) == (0, "head\n")
    result = typed(decision, "run", folder / "approver.dmn", "--decision", "Who approves", "--input", "{}", "--json")
    assert json.loads(result.stdout) == "manager"


def test_inputs_may_come_from_a_file(folder):
    case = folder / "case.json"
    case.write_text('{"amount": 1001}')
    result = typed(decision, "run", folder / "approver.dmn", "--decision", "Approver", "--input", f"@{case}")
    assert result.stdout == "head\n"


def test_scores_are_told_and_failures_fail(folder):
    result = typed(decision, "test", folder / "good.xml", folder / "bad.xml", "--json")
    good, bad = json.loads(result.stdout)
    assert result.exit_code == 1
    assert good == {"file": str(folder / "good.xml"), "passed": 1, "failed": 0, "failures": []}
    assert bad["failures"] == [
        {"case": "1", "decision": "Who approves", "expected": "head", "found": "manager", "trouble": ""}
    ]
    result = typed(decision, "test", folder / "bad.xml")
    assert 'expected "head", found "manager"' in result.stdout
    assert typed(decision, "test", folder / "good.xml").exit_code == 0


def test_files_that_cannot_be_read_fail_without_spoiling_the_others(folder):
    (folder / "approver.xml").write_text(APPROVER)
    (folder / "lonely.xml").write_text(TESTS.format(expected="head").replace("approver.dmn", "nowhere.dmn"))
    result = typed(decision, "test", folder / "approver.xml", folder / "lonely.xml", folder / "good.xml", "--json")
    assert [(score["passed"], score["failed"]) for score in json.loads(result.stdout)] == [(0, 1), (0, 1), (1, 0)]
    assert "no test cases" in result.stdout


@pytest.mark.parametrize(("words", "sentence"), [
    (("--decision", "Nobody"), "no decision with this id"),
    (("--input", "{"), "no JSON"),
    (("--input", "[1]"), "object"),
    (("--input", "@nowhere.json"), "no JSON"),
])
def test_what_cannot_be_done_is_a_sentence(folder, words, sentence):
    result = typed(decision, "run", folder / "approver.dmn", *words)
    assert result.exit_code != 0
    assert sentence in result.output
    assert "Traceback" not in result.output


def test_expressions_are_evaluated():
    assert typed(feel, "sum(for x in 1..10 return x)").stdout == "55\n"
    result = typed(feel, "=if order amount > 1000 then [1.5] else null", "--input", '{"order amount": 1200}', "--json")
    assert json.loads(result.stdout) == [1.5]
    result = typed(feel, '"a" + 1')
    assert (result.stdout, "null because" in result.stderr) == ("null\n", True)
    result = typed(feel, "1 +")
    assert result.exit_code == 1
    assert "at character" in result.output
