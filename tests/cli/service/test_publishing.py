"""Publishing from a pipeline, through the gate."""

import json

import pytest

NOTE = ("--note", "Clearer words")


@pytest.fixture
def request_zip(mizban, tmp_path):
    """The general request, of Facilities, where one person may publish alone."""
    mizban("service", "export", "request", "--to", tmp_path / "request.zip")
    return tmp_path / "request.zip"


def test_a_service_goes_from_files_to_live_in_one_command(mizban, request_zip):
    done = mizban("service", "publish", "request", "--from", request_zip, "--by", "giulia", *NOTE, "--accept", "Known")
    assert (done.exit_code, "request version 2 is published." in done.output) == (0, True), done.output
    assert "request                        facilities     version 2\n" in mizban("service", "list").output


def test_a_department_with_four_eyes_waits_for_the_second_person(mizban, tmp_path):
    mizban("service", "export", "leave", "--to", tmp_path / "leave.zip")
    mizban("service", "import", tmp_path / "leave.zip", "--by", "leila")
    arguments = ("service", "publish", "leave", "--by", "leila", *NOTE, "--accept", "Known", "--json")
    done = mizban(*arguments)
    assert done.exit_code == 0, done.output
    report = json.loads(done.output)
    assert (report["state"], report["version"], bool(report["review"])) == ("waiting_review", 2, True)
    again = mizban(*arguments)
    assert (again.exit_code, "under way already" in again.output) == (1, True), again.output


@pytest.mark.parametrize(("arguments", "said"), [
    (("purchase", "--by", "maria", *NOTE), "There is no draft of “purchase” that Maria Rossi may publish."),
    (("purchase", "--by", "karim", *NOTE), "No active person is known as 'karim'."),
    (("purchase", "--by", "maria", "--note", " "), "There is no draft"),
])
def test_what_cannot_be_published_is_said_in_a_sentence(mizban, arguments, said):
    done = mizban("service", "publish", *arguments)
    assert (done.exit_code, said in done.output) == (1, True), done.output
