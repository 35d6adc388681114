"""The product as whole processes, as it runs for people: started, waited for until ready, stopped in good order."""

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
OURS = ("DATABASE_URL", "BROKER_URL", "PORT", "BASE_URL", "SECRET_KEY", "SMTP_URL")


class Process:
    """One command of the console with its output."""

    def __init__(self, *arguments: str, **environment: str):
        ours = {name for name in os.environ if name.startswith("MIZBAN_")} | set(OURS)
        clean = {name: value for name, value in os.environ.items() if name not in ours}
        self.popen = subprocess.Popen(
            [sys.executable, "-m", "app.cli", *arguments], cwd=TOP, env=clean | environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.lines: list[str] = []

    def until(self, words: str) -> str:
        """Reads on until a line has these words; raises with everything said when it ends before."""
        for line in iter(self.popen.stdout.readline, ""):
            self.lines.append(line)
            if words in line:
                return line
        raise AssertionError(f"It never said {words!r}, but:\n{''.join(self.lines)}")

    def finish(self, patience: float = 300) -> str:
        """Everything said until it ended by itself."""
        rest, _ = self.popen.communicate(timeout=patience)
        self.lines.append(rest)
        return "".join(self.lines)

    def stop(self, signal: int) -> int:
        self.popen.send_signal(signal)
        self.finish()
        return self.popen.returncode

    def kill(self):
        self.popen.kill()
        self.popen.communicate()
