"""The console on an installation of its own, with the demo organisation and the repository's catalogue."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import console

ROOT = Path(__file__).parents[3]
KEY = "5d41402abc4b2a76b9719d911017c592"


@pytest.fixture(scope="package")
def home(tmp_path_factory):
    """A home folder that is already set up."""
    home = tmp_path_factory.mktemp("installation")
    done = invoke(home, "setup", "--demo")
    assert done.exit_code == 0, done.output
    return home


@pytest.fixture
def mizban(home):
    """`mizban("service", "list")`: what the command prints and how it ends."""
    return lambda *arguments: invoke(home, *map(str, arguments))


def invoke(home, *arguments):
    given = {"MIZBAN_HOME": str(home), "MIZBAN_CONTENT": str(ROOT), "SECRET_KEY": KEY, "DATABASE_URL": None,
             "BROKER_URL": None, "MIZBAN_DEMO": "1"}
    return CliRunner().invoke(console, arguments, env=given, prog_name="mizban")
