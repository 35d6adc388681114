"""The console's commands, as an administrator types them."""

import re
import socket

import pytest
from click.testing import CliRunner

from app.cli import COMMANDS, console
from app.cli.ready import refuse_taken_port
from tests.support.free_port import free_port

KEY = "5d41402abc4b2a76b9719d911017c592"


@pytest.fixture
def taken_port():
    with socket.socket() as taker:
        taker.bind(("127.0.0.1", 0))
        taker.listen()
        yield taker.getsockname()[1]


@pytest.fixture
def mizban(tmp_path):
    """`mizban("setup", "--demo")` on an installation of its own."""
    content = tmp_path / "content"
    content.mkdir()
    given = {
        "MIZBAN_HOME": str(tmp_path / "home"), "MIZBAN_CONTENT": str(content), "SECRET_KEY": KEY, "DATABASE_URL": None,
        "BROKER_URL": None, "MIZBAN_DEMO": None,
    }

    def mizban(*arguments, **environment):
        return CliRunner().invoke(console, arguments, env=given | environment, prog_name="mizban")

    return mizban


def test_help_names_every_command_that_is_there(mizban):
    said = mizban("--help").output
    assert all(re.search(rf"^  {name} +\w", said, re.M) for name in console.list_commands(None))
    assert {"demo", "setup", "serve", "work", "seed", "token"} <= set(console.list_commands(None)) <= set(COMMANDS)


@pytest.mark.parametrize("name", ["demo", "setup", "serve", "work", "seed"])
def test_every_command_explains_itself_with_examples(mizban, name):
    said = mizban(name, "--help")
    assert said.exit_code == 0
    assert f"\n  mizban {name}" in said.output


def test_setting_up_twice_changes_nothing(mizban):
    first = mizban("setup", "--demo")
    assert first.exit_code == 0, first.output
    assert re.search(r"^Database +new$", first.output, re.M)
    assert re.search(r"^Demo organisation +19 people$", first.output, re.M)
    second = mizban("setup", "--demo")
    assert re.search(r"^Database +up to date$", second.output, re.M)
    assert "Demo organisation" not in second.output


def test_a_token_opens_the_door_for_an_active_person(mizban):
    mizban("setup", "--demo")
    made = mizban("token", "create", "sara", "--name", "monitoring", "--days", "90")
    assert made.exit_code == 0
    assert made.output.startswith("mzb_")


@pytest.mark.parametrize("person", ["nobody", "karim"])
def test_no_token_for_strangers_and_those_who_left(mizban, person):
    mizban("setup", "--demo")
    refused = mizban("token", "create", person)
    assert refused.exit_code == 1
    assert refused.output == f"Error: No active person is known as '{person}'.\n"


def test_people_are_brought_in_from_a_file_and_up_to_date_by_the_next(mizban, tmp_path):
    mizban("setup")
    path = tmp_path / "ours.yaml"
    path.write_text(
        "sites: {}\ndepartments: {}\ncost_centres: {}\ngroups: {}\npeople:\n  ada: {names: {en: Ada}}\n", "utf-8")
    assert mizban("seed", "--file", str(path)).output == "1 people are known.\n"
    assert mizban("token", "create", "ada").exit_code == 0


def test_a_database_that_cannot_be_reached_is_one_sentence(mizban):
    refused = mizban("setup", DATABASE_URL="postgresql://me:secret@127.0.0.1:1/mizban")
    assert refused.exit_code == 1
    begin = "Error: The database postgresql+psycopg://me:***@127.0.0.1:1/mizban cannot be used: "
    assert refused.output.startswith(begin)
    assert refused.output.count("\n") == 1


def test_a_taken_port_is_one_sentence(mizban, taken_port):
    refused = mizban("serve", "--port", str(taken_port))
    assert refused.exit_code == 1
    assert refused.output == f"Error: Port {taken_port} is taken by another program: choose one with --port.\n"


def test_a_free_port_is_not_refused():
    refuse_taken_port("127.0.0.1", free_port())


def test_without_a_key_it_does_not_start(mizban):
    refused = mizban("setup", SECRET_KEY=None)
    assert refused.exit_code == 1
    assert "SECRET_KEY is not set" in str(refused.exception)


def test_a_broken_service_is_told_by_file_and_line_and_stops_only_a_strict_setup(mizban, tmp_path):
    folder = tmp_path / "content" / "catalog" / "it"
    folder.mkdir(parents=True)
    (folder / "broken.yaml").write_text("id: IT-99\nslug: broken\ndiagram: workflows/it/nowhere.bpmn\n")
    said = mizban("setup")
    assert said.exit_code == 0
    assert re.search(r"^Catalogue +1 stopped$", said.output, re.M)
    assert re.search(r"^  catalog/it/broken\.yaml:\d+ ", said.output, re.M)
    assert mizban("setup", "--strict").exit_code == 1
