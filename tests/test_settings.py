"""Settings: read once, checked, and refused in a sentence that names the variable."""

import re
from pathlib import Path

import pytest

from app.settings import Settings, SettingsWrong

KEY = "0f8e2a7c91b34d65a0c1e2f3b4a59687"


def read(**environment):
    return Settings.from_environment({"SECRET_KEY": KEY, **environment})


def test_everything_is_embedded_when_nothing_is_said(tmp_path):
    settings = read(MIZBAN_HOME=str(tmp_path))
    assert settings.database_url == f"sqlite:///{tmp_path / 'mizban.db'}"
    assert settings.sqlite
    assert settings.embedded
    assert settings.languages == ("en", "fa", "ar")
    assert not settings.demo


def test_database_and_broker_are_switched_by_their_addresses():
    settings = read(DATABASE_URL="postgres://me@db/mizban", BROKER_URL="redis://redis/0")
    assert settings.database_url == "postgresql+psycopg://me@db/mizban"
    assert not settings.sqlite
    assert not settings.embedded


def test_a_driver_that_is_named_is_kept():
    assert read(DATABASE_URL="postgresql+psycopg://db/x").database_url == "postgresql+psycopg://db/x"


@pytest.mark.parametrize("key", ["", "short", "changeme" * 5, "a" * 40, "this-is-my-secret-key-for-production"])
def test_it_refuses_to_start_with_a_key_that_is_missing_or_easy_to_guess(key):
    with pytest.raises(SettingsWrong, match="SECRET_KEY"):
        Settings.from_environment({"SECRET_KEY": key})


def test_a_demo_makes_a_key_that_survives_a_restart_and_nobody_else_can_read(tmp_path):
    first = Settings.from_environment({"MIZBAN_HOME": str(tmp_path), "MIZBAN_DEMO": "1"})
    second = Settings.from_environment({"MIZBAN_HOME": str(tmp_path)}, demo=True)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_the_console_works_on_what_a_demo_began(tmp_path):
    demo = Settings.from_environment({"MIZBAN_HOME": str(tmp_path)}, demo=True)
    later = Settings.from_environment({"MIZBAN_HOME": str(tmp_path)})
    assert later.secret_key == demo.secret_key
    assert not later.demo


def test_a_home_that_is_no_folder_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsWrong, match="cannot be written to"):
        Settings.from_environment({"MIZBAN_HOME": str(tmp_path / "file" / "home")}, demo=True)


@pytest.mark.parametrize(("name", "value"), [
    ("MIZBAN_DEMO", "perhaps"), ("MIZBAN_UPLOAD_MB", "many"), ("MIZBAN_UPLOAD_MB", "-3"), ("MIZBAN_PROXIES", "٣"),
    ("MIZBAN_LANGUAGES", "en,xx"), ("MIZBAN_CALENDAR", "mayan"),
])
def test_a_value_that_makes_no_sense_is_refused_by_its_name(name, value):
    with pytest.raises(SettingsWrong, match=name):
        read(**{name: value})


def test_a_request_may_be_as_large_as_one_file():
    settings = read(MIZBAN_UPLOAD_MB="100")
    assert settings.upload_limit == settings.request_limit == 100 * 1024 * 1024


def test_languages_keep_the_order_in_which_they_are_offered():
    assert read(MIZBAN_LANGUAGES="fa, en").languages == ("fa", "en")


def test_the_catalogue_of_the_repository_is_used_when_no_other_is_named():
    assert read().content == Path(__file__).parents[1]
    assert read(MIZBAN_CONTENT="/srv/content").content == Path("/srv/content")


def test_every_variable_is_explained():
    top = Path(__file__).parents[1]
    read = set(re.findall(r'"((?:MIZBAN_)?[A-Z]+(?:_[A-Z]+)*)"', (top / "app" / "settings.py").read_text()))
    explained = (top / "docs" / "settings.md").read_text()
    assert read
    assert {name for name in read if f"`{name}`" not in explained} == set()
