"""Getting the environment ready: once, again only what changed, and one sentence when something is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
# The steps themselves take a network and half a minute: here they only say that they were done.
DRY = """
import sys
import prepare
prepare.run = lambda command, trouble: print("ran", *command[-1:])
prepare.runs = lambda python: True
prepare.create_venv = lambda: None
prepare.main(sys.argv[1:])
"""


@pytest.fixture
def copy(tmp_path):
    """The files that preparing looks at, in a folder of their own, with an environment that seems to be there."""
    for name in ("pyproject.toml", "hatch_build.py", *(path.name for path in TOP.glob("requirements*.lock"))):
        shutil.copy(TOP / name, tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(TOP / "tools" / "prepare.py", tmp_path / "tools")
    for folder in ("frontend/src", "app/ui/static/dist", "app/translations", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "frontend" / "src" / "app.css").write_text("p {}")
    (tmp_path / ".venv" / "bin" / "mizban").touch()
    return tmp_path


def prepare(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", DRY, *arguments], cwd=folder / "tools", capture_output=True, text=True, check=True)
    return done.stdout


def steps(said: str) -> set[str]:
    return {line.split("  ")[0] for line in said.splitlines() if line.endswith("...")}


EVERYTHING = {"Virtual environment", "Locked packages", "Build tools", "Front end and translations", "Console script"}


def test_a_second_start_does_nothing(copy):
    assert steps(prepare(copy)) == EVERYTHING
    assert prepare(copy) == ""


@pytest.mark.parametrize(("path", "again"), [
    ("requirements.lock", {"Locked packages"}),
    ("requirements-build.lock", {"Build tools", "Front end and translations"}),
    ("frontend/src/app.css", {"Front end and translations"}),
    ("pyproject.toml", {"Console script"}),
    ("app/rooms.py", set()),
])
def test_only_what_changed_is_done_again(copy, path, again):
    prepare(copy)
    with (copy / path).open("a") as file:
        file.write("\n# changed\n")
    assert steps(prepare(copy)) == again


def test_tests_get_the_packages_of_the_developers_and_the_demo_does_not_take_them_away(copy):
    prepare(copy)
    assert "ran requirements-dev.lock" in prepare(copy, "--dev")
    assert prepare(copy) == prepare(copy, "--dev") == ""


def test_a_bundle_that_was_deleted_is_built_again(copy):
    prepare(copy)
    shutil.rmtree(copy / "app" / "ui" / "static" / "dist")
    assert steps(prepare(copy)) == {"Front end and translations"}


def refusal(folder: Path, change: str) -> str:
    code = f"import sys; import prepare; {change}; prepare.main([])"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder / "tools", capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def test_an_old_python_is_told_so(copy):
    said = refusal(copy, "sys.version_info = (3, 9, 2, 'final', 0)")
    assert said == "Mizban needs Python 3.11 or newer; this is 3.9.\n"


def test_a_folder_that_cannot_be_written_to_is_named(copy):
    said = refusal(copy, "prepare.os.access = lambda *_: False")
    assert said == f"The folder {copy} cannot be written to; Mizban keeps its environment and data in it.\n"


def test_a_python_without_venv_says_which_package_brings_it(copy):
    shutil.rmtree(copy / ".venv")
    said = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['ensurepip'] = None; import prepare; prepare.main([])"],
        cwd=copy / "tools", capture_output=True, text=True).stderr
    assert said == "Python's ensurepip module is missing; on Debian and Ubuntu: apt install python3-venv.\n"


def test_what_failed_shows_its_last_lines_and_a_sentence(copy):
    broken = "prepare.step = lambda *_, **__: prepare.run([sys.executable, '-c', 'print(7); exit(1)'], 'It failed')"
    assert refusal(copy, broken) == "7\nIt failed; the lines above say why.\n"


def test_make_without_a_python_is_one_sentence(tmp_path):
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("make", "sh", "test", "echo"):
        os.symlink(shutil.which(name) or f"/bin/{name}", programs / name)
    done = subprocess.run(
        ["make", "demo"], cwd=TOP, env={"PATH": str(programs)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "Mizban needs Python 3.11 or newer, and none is on the PATH."
