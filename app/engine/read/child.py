"""Work on foreign files in a process of its own that can be killed: what hangs or swells takes nobody with it."""

import importlib
import os
import pickle
import resource
import selectors
import signal
import struct
import subprocess
import sys

SECONDS = 1.5
PATIENCE = 60
MEGABYTES = 300
LENGTH = struct.Struct(">Q")


class ChildFailed(Exception):
    """The child was stopped: `reason` is "time" or "memory"."""

    def __init__(self, reason):
        self.reason = reason
        super().__init__(reason)


class Child:
    """A process that does one piece of work after another, each within its own limits.

    `seconds` of processor time and `megabytes` of memory for each. Whoever waits gives up after PATIENCE seconds: that
    a machine is busy, or has only begun this process, does not make a file a bad one.
    """

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES):
        self.seconds, self.megabytes, self.process = seconds, megabytes, None

    def __enter__(self):
        return self

    def __exit__(self, *broken):
        self._end()

    def call(self, function: str, argument):
        """Call `package.module:name` with one picklable argument; returns or raises what it did, or ChildFailed."""
        if self.process is None:
            self.process = _begin()
        try:
            _send(self.process.stdin, (function, argument, self.seconds, self.megabytes))
            worked, result = self._answer()
        except (EOFError, BrokenPipeError):
            raise ChildFailed(self._why()) from None
        if worked:
            return result
        raise result

    def _answer(self):
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.process.stdout, selectors.EVENT_READ)
            if not waiting.select(PATIENCE):
                self._end()
                raise ChildFailed("time")
        return _receive(self.process.stdout)

    def _why(self):
        """A child that ran out of processor time dies of SIGPROF; one out of memory ends by itself."""
        code = self.process.wait()
        self._end()
        return "time" if code < 0 else "memory"

    def _end(self):
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.communicate()


def in_child(function: str, argument, seconds: float = SECONDS, megabytes: int = MEGABYTES):
    """One call in a child of its own, see Child."""
    with Child(seconds, megabytes) as child:
        return child.call(function, argument)


def _begin():
    command = [sys.executable, "-c", "from app.engine.read.child import serve; serve()"]
    return subprocess.Popen(
        command, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _environment():
    return {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def serve():
    """The child's whole life: limits, work, answer, until nothing more comes."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            function, argument, seconds, megabytes = _receive(sys.stdin.buffer)
        except EOFError:
            return
        importlib.import_module(function.partition(":")[0])
        _limit(seconds, megabytes)
        outcome = _outcome(function, argument)
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(answers, outcome)


def _outcome(function, argument):
    module, _, name = function.partition(":")
    try:
        return True, getattr(importlib.import_module(module), name)(argument)
    except MemoryError:
        sys.exit(1)
    except Exception as refused:  # noqa: BLE001 - whatever it is, the parent raises it again
        return False, refused


def _limit(seconds, megabytes):
    """The timer counts processor time and ends the process by signal, also in the middle of C code."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    resource.setrlimit(resource.RLIMIT_DATA, (megabytes * 1_000_000,) * 2)


def _send(stream, thing):
    data = pickle.dumps(thing)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream):
    length = _exactly(stream, LENGTH.size)
    return pickle.loads(_exactly(stream, LENGTH.unpack(length)[0]))


def _exactly(stream, size):
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
