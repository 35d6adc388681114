"""Processes that live and end together: when one dies, or we are told to stop, all stop, and none is left behind."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque

READY = "is ready."
PATIENCE = 12.0  # seconds between asking to stop and ending a process that does not
LAST_LINES = 15
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Child:
    """One process with its output; its standard input is our end of the rope: it ends when we do, however we end."""

    def __init__(self, name: str, command: list[str], report):
        self.name = name
        self.lines: deque[str] = deque(maxlen=LAST_LINES)
        self.report = report
        # A session of its own: Ctrl-C in the terminal reaches only us, and we stop the children in good order.
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace", start_new_session=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if line.rstrip().endswith(READY):
                self.report("ready", self)
            else:
                say(f"{self.name} | {line.rstrip()}")
        self.process.wait()
        self.report("gone", self)

    def ask_to_stop(self):
        if self.process.poll() is None:
            self.process.terminate()

    def end(self, patience: float):
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            say(f"The {self.name} does not stop by itself and is ended.")
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Together:
    """Runs until a signal or the first death; the result is the exit code."""

    def __init__(self, commands: dict[str, list[str]], patience: float = PATIENCE):
        self.commands = commands
        self.patience = patience
        self.news: queue.SimpleQueue = queue.SimpleQueue()

    def run(self, welcome: str) -> int:
        for stop in STOPS:
            signal.signal(stop, lambda *_: self.news.put(("stop", None)))
        children = [Child(name, command, self._report) for name, command in self.commands.items()]
        try:
            return self._watch(children, welcome)
        finally:
            self._stop(children)

    def _report(self, what: str, child: Child):
        self.news.put((what, child))

    def _watch(self, children: list[Child], welcome: str) -> int:
        starting = set(children)
        while True:
            what, child = self.news.get()
            if what == "stop":
                say("Stopping ...")
                return 0
            if what == "gone":
                tell_death(child)
                return 1
            if child in starting:
                starting.remove(child)
                if not starting:
                    say(welcome)

    def _stop(self, children: list[Child]):
        for child in children:
            child.ask_to_stop()
        for child in children:
            child.end(self.patience)


def tell_death(child: Child):
    code = child.process.returncode
    how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
    say(f"The {child.name} has ended {how}; the rest stops too. Its last lines:", *child.lines)


def say(*lines):
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
