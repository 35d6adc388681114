"""`mizban model`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli.model import model
from tests.engine.drawing import HEAD, START, ends, flows, person, script

SOUND = START + script("t", "total = 1 + 1") + flows("s t", "t e") + ends("e")
BROKEN = START + '<intermediateCatchEvent id="c"><timerEventDefinition/></intermediateCatchEvent>' + flows("s c", "c e")


@pytest.fixture
def file(tmp_path):
    def write(body: str, name: str = "order.bpmn"):
        path = tmp_path / name
        path.write_text(f'{HEAD}<process id="p" isExecutable="true">{body}</process></definitions>')
        return str(path)

    return write


def asked(*words: str):
    return CliRunner().invoke(model, list(words))


def test_a_sound_model_is_fit(file):
    path = file(SOUND)
    result = asked("check", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.output) == [{"file": path, "ok": True, "runnable": True, "findings": []}]


def test_a_broken_model_runs_after_repairs_but_is_not_fit(file):
    result = asked("check", file(BROKEN + ends("e")), "--json")
    (report,) = json.loads(result.output)
    assert (result.exit_code, report["ok"], report["runnable"]) == (1, False, True)
    (told,) = report["findings"]
    assert (told["rule"], told["severity"]) == ("timer-without-time", "error")
    assert set(told) == {"element", "name", "rule", "severity", "message", "remedy", "offers"}
    (offer,) = told["offers"]
    assert (offer["rule"], offer["label"]) == ("timer-given-a-day", "Wait one day")
    assert offer["id"] in asked("check", file(BROKEN + ends("e"))).output


def test_a_run_accepts_what_is_offered_and_says_so(file):
    path = file(BROKEN + ends("e"))
    result = json.loads(asked("run", path, "--json").output)
    assert result["outcome"] == "finished"
    assert [one["rule"] for one in result["accepted"]] == ["timer-given-a-day"]
    assert "accepted: “c” is a timer without a time" in asked("run", path).output
    assert json.loads(asked("run", path, "--as-drawn", "--json").output)["outcome"] != "finished"


def test_what_cannot_be_read_ends_with_two(file, tmp_path):
    (tmp_path / "bomb.bpmn").write_text("<!DOCTYPE a><a/>")
    result = asked("check", file(SOUND), str(tmp_path / "bomb.bpmn"), str(tmp_path / "gone.bpmn"), "--json")
    reports = json.loads(result.output)
    assert result.exit_code == 2
    assert [report["ok"] for report in reports] == [True, False, False]
    assert [report["findings"][0]["rule"] for report in reports[1:]] == ["doctype", "file-missing"]


def test_people_read_sentences_in_their_language(file):
    assert "does not run" not in asked("check", file(SOUND)).output
    assert "زمان‌سنجی بدون زمان" in asked("check", file(BROKEN), "--language", "fa").output


def test_forms_given_along_count_for_every_model(file, tmp_path):
    task = person("t", '<extensionElements><zeebe:formDefinition formId="f"/></extensionElements>')
    path = file(START + task + flows("s t", "t e") + ends("e"))
    form = tmp_path / "f.form"
    form.write_text('{"id": "f", "components": []}')
    alone, together = asked("check", path, "--json"), asked("check", path, str(form), "--json")
    assert "form-not-found" in alone.output
    assert "form-not-found" not in together.output


def test_a_run_goes_on_to_its_end(file):
    result = json.loads(asked("run", file(SOUND), "--json").output)
    assert result["outcome"] == "finished"
    assert [one["element"] for one in result["trace"]] == ["s", "t", "e"]
    assert result["data"]["total"] == 2


def test_a_run_stops_at_people_and_goes_on_with_their_answers(file, tmp_path):
    path = file(START + person("t") + flows("s t", "t e") + ends("e"))
    waiting = json.loads(asked("run", path, "--json").output)
    assert (waiting["outcome"], waiting["open"][0]["element"]) == ("waiting", "t")
    answers = tmp_path / "answers.json"
    answers.write_text('{"t": {"days": 3}}')
    done = json.loads(asked("run", path, "--answers", str(answers), "--json").output)
    assert (done["outcome"], done["data"]["days"]) == ("finished", 3)


def test_start_data_is_given_as_json(file):
    path = file(START + script("t", "double = n * 2") + flows("s t", "t e") + ends("e"))
    assert json.loads(asked("run", path, "--input", '{"n": 4}', "--json").output)["data"]["double"] == 8


def test_what_no_repair_mends_is_refused(file):
    path = file(START + '<task id="t" startQuantity="0"/>' + flows("s t", "t e") + ends("e"))
    result = asked("run", path, "--json")
    assert json.loads(result.output)["outcome"] == "refused"
    assert "quantity" in asked("check", path).output


def test_an_unknown_process_is_refused(file):
    result = json.loads(asked("run", file(SOUND), "--process", "nobody", "--json").output)
    assert (result["outcome"], result["findings"][-1]["rule"]) == ("refused", "no-process")


@pytest.mark.parametrize("path", ["workflows/hr/leave.bpmn", "workflows/finance/purchase.bpmn"])
def test_the_house_sends_the_message_of_a_withdrawal(path):
    result = asked("check", str(Path(__file__).parents[2] / path), "--json")
    told = [one["message"] for one in json.loads(result.output)[0]["findings"]]
    assert not [one for one in told if "“withdrawn”" in one]
