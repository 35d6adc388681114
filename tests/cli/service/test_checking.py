"""Services checked in a pipeline, before anybody publishes them."""

import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def copy(tmp_path):
    """A working copy of the repository's content."""
    for top in ("catalog", "workflows", "forms"):
        shutil.copytree(ROOT / top, tmp_path / top)
    return tmp_path


def test_a_good_service_is_fit_and_every_walk_is_played(mizban, copy):
    done = mizban("service", "check", copy, "leave")
    assert done.exit_code == 0, done.output
    assert "leave: fit to publish" in done.output
    assert ", 7 of 7 walks pass)" in done.output


def test_a_zip_is_checked_like_a_folder(mizban, tmp_path):
    mizban("service", "export", "purchase", "--to", tmp_path / "purchase.zip")
    done = mizban("service", "check", tmp_path / "purchase.zip", "--json")
    report = json.loads(done.output)
    assert [(one["service"], one["ok"]) for one in report] == [("purchase", True)]


def test_a_walk_that_no_longer_fits_fails_the_check(mizban, copy):
    path = copy / "catalog/hr/leave.yaml"
    path.write_text(path.read_text().replace("balance_enough: 'yes', overlap", "balance_enough: 'no', overlap"))
    done = mizban("service", "check", copy, "leave")
    assert done.exit_code == 1
    assert "✗ Annual leave is granted:" in done.output


@pytest.mark.parametrize(("path", "before", "after", "said"), [
    ("workflows/hr/leave.bpmn", "</bpmn:process>", "", "workflows/hr/leave.bpmn"),
    ("catalog/hr/leave.yaml", "kind: request", "kind: nonsense", "“kind” must be one of"),
    ("forms/hr/leave.form", '"components"', '"components', "leave.form"),
])
def test_what_is_broken_is_named_with_its_file(mizban, copy, path, before, after, said):
    broken = copy / path
    text = broken.read_text()
    assert before in text
    broken.write_text(text.replace(before, after, 1))
    done = mizban("service", "check", copy, "leave")
    assert (done.exit_code, said in done.output) == (1, True), done.output


@pytest.mark.parametrize("name", ["empty", "no.zip"])
def test_what_is_no_parcel_is_refused_in_a_sentence(mizban, tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.zip").write_bytes(b"no zip")
    done = mizban("service", "check", tmp_path / name)
    assert (done.exit_code, done.output.count("\n")) == (1, 1), done.output


def test_a_decision_that_is_nowhere_fails_the_check_until_its_table_is_there(mizban, copy):
    drawing = copy / "workflows/hr/leave.bpmn"
    text = drawing.read_text()
    before, rest = text.split('<bpmn:serviceTask id="End_absence"', 1)
    head, inside = rest.split("<bpmn:extensionElements>", 1)
    inside, after = inside.split("</bpmn:serviceTask>", 1)
    rest = inside.split("</bpmn:extensionElements>", 1)[1]
    drawing.write_text(
        f'{before}<bpmn:businessRuleTask id="End_absence"{head}<bpmn:extensionElements><zeebe:calledDecision '
        f'decisionId="perDiem" resultVariable="money"/></bpmn:extensionElements>{rest}</bpmn:businessRuleTask>{after}')
    said = mizban("service", "check", copy, "leave", "--json")
    assert said.exit_code == 1
    assert [one["element"] for one in json.loads(said.output)[0]["findings"] if one["rule"] == "decision-missing"] == [
        "End_absence"]
    (copy / "workflows/hr/rates.dmn").write_text(
        '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rates" name="rates" namespace="n">'
        '<decision id="perDiem" name="Per diem"><variable name="perDiem"/><literalExpression><text>40</text>'
        "</literalExpression></decision></definitions>")
    order = copy / "catalog/hr/leave.yaml"
    order.write_text(order.read_text().replace("notify.bpmn]", "notify.bpmn, workflows/hr/rates.dmn]", 1))
    said = mizban("service", "check", copy, "leave", "--json")
    assert [one for one in json.loads(said.output)[0]["findings"] if one["severity"] == "error"] == []
