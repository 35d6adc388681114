"""Two processes that live and end together, tried with real ones."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
PARENT = """
import sys
from app.cli.together import Together
children = {name: [sys.executable, "-c", code] for name, code in zip(sys.argv[1::2], sys.argv[2::2])}
sys.exit(Together(children, patience=0.5).run("All are up."))
"""
STEADY = """
import os, signal, sys, threading
print("pid", os.getpid(), flush=True)
print("One is ready.", flush=True)
sys.stdin.read()
print("left alone", flush=True)
"""
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + STEADY
DYING = "print('about to fall over', flush=True); raise SystemExit(3)"
PATIENCE = 120


@pytest.fixture
def start():
    parents = []

    def start(**children):
        arguments = [part for pair in children.items() for part in pair]
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT, *arguments], cwd=TOP, text=True, stdout=subprocess.PIPE)
        parents.append(parent)
        return parent

    yield start
    for parent in parents:
        parent.kill()
        parent.wait()
        parent.stdout.close()


def up(parent) -> list[int]:
    """Reads until everybody is up; descriptors of the children that become readable when they are gone."""
    children = []
    for line in iter(parent.stdout.readline, ""):
        if " | pid " in line:
            children.append(os.pidfd_open(int(line.split()[-1])))
        if line == "All are up.\n":
            return children
    raise AssertionError("They never came up.")


def gone(child: int) -> bool:
    try:
        return bool(select.select([child], [], [], PATIENCE)[0])
    finally:
        os.close(child)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_stops_both_and_the_exit_is_clean(start, stop):
    parent = start(web=STEADY, worker=STEADY)
    children = up(parent)
    parent.send_signal(stop)
    assert parent.wait(PATIENCE) == 0
    assert [gone(child) for child in children] == [True, True]


def test_one_that_does_not_stop_by_itself_is_ended(start):
    parent = start(web=STUBBORN, worker=STEADY)
    children = up(parent)
    parent.terminate()
    assert "The web does not stop by itself and is ended." in parent.stdout.read()
    assert parent.wait(PATIENCE) == 0
    assert [gone(child) for child in children] == [True, True]


def test_when_one_dies_the_rest_stops_and_its_last_lines_are_shown(start):
    parent = start(web=STEADY, worker=DYING)
    said = parent.stdout.read()
    assert parent.wait(PATIENCE) == 1
    assert "The worker has ended with exit code 3; the rest stops too. Its last lines:\nabout to fall over\n" in said


def test_nobody_is_left_behind_when_the_parent_is_killed_outright(start):
    parent = start(web=STEADY, worker=STEADY)
    children = up(parent)
    parent.kill()
    assert [gone(child) for child in children] == [True, True]
