"""Runs one script or condition over a run's variables and brings back what it changed."""

import pydantic_monty

from app.engine.sandbox.errors import SandboxError
from app.engine.sandbox.pool import POOL
from app.engine.sandbox.source import prepare
from app.engine.values import ValueRefused, plain

LIMITS = {
    "max_feed_duration_secs": 1.0,
    "max_memory": 64 << 20,
    "max_recursion_depth": 200,
    "max_suspensions": 200,
    "max_total_sleep_secs": 0.0,
}
PRINTED = 65_536


class Sandbox:
    """`limits` as pydantic-monty names them: seconds, bytes, depth."""

    def __init__(self, limits: dict | None = None):
        self.limits = {**LIMITS, **(limits or {})}

    def evaluate(self, expression: str, data: dict):
        """The value of a Python expression. Raises SandboxError."""
        return self._bounded(self._run(prepare(expression.strip(), True), data))

    def execute(self, script: str, data: dict) -> dict:
        """Run a script. Returns every variable it holds at its end; `...` stands for a deleted one."""
        return self._bounded(self._run(prepare(script, False), data))

    def _run(self, source, data):
        given = {name: value for name, value in data.items() if name in source.names}
        with POOL.checkout(self.limits) as session:
            try:
                imports = [line for line in source.imports if line.rsplit(" ", 1)[1] not in given]
                if imports:
                    session.feed_run("\n".join(imports))
                printed = pydantic_monty.CollectString(max_bytes=PRINTED)
                return session.feed_run(source.text, inputs=given, print_callback=printed)
            except (pydantic_monty.MontyRuntimeError, pydantic_monty.MontySyntaxError) as broken:
                raise _said(broken, source) from None
            except (pydantic_monty.MontyError, TimeoutError) as stopped:
                raise SandboxError(str(stopped)) from None

    def _bounded(self, value):
        try:
            return plain(value, deleted=True)
        except ValueRefused as refused:
            raise SandboxError(str(refused)) from None


def _said(broken, source):
    error = broken.exception()
    frames = list(error.traceback()) if callable(getattr(error, "traceback", None)) else list(broken.traceback())
    line = frames[-1].line if frames else 0
    kind = type(error).__name__
    return SandboxError(f"{kind}: {error}", kind, source.lines.get(line, line))


SANDBOX = Sandbox()
