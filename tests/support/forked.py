"""Copies of the test's own process that do one deed: killed, stopped and let go on for real, at marked places."""

import os
import signal
import sys
import traceback
from collections.abc import Callable

from app.base import db, on_hint
from app.base.failpoint import arm


class Forked:
    """A child that does `deed` on the same database and ends; `failpoint` says where it is struck on the way."""

    def __init__(self, deed: Callable[[], object], failpoint: str = ""):
        # Neither side may go on using a connection that the other one knows.
        db.session.remove()
        db.engine.dispose()
        self.pid = os.fork()
        if not self.pid:
            self._live(deed, failpoint)

    def _live(self, deed, failpoint):
        code = 1
        try:
            on_hint(lambda kind: None)
            arm(failpoint)
            deed()
            code = 0
        except BaseException:  # noqa: BLE001 nothing may come back into the test from here
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)

    def finished(self) -> int:
        """Waits for its end: 0 for a deed that was done, -9 for one that was killed."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def stopped(self):
        """Waits until it has stopped itself."""
        assert os.WIFSTOPPED(os.waitpid(self.pid, os.WUNTRACED)[1])

    def go_on(self):
        os.kill(self.pid, signal.SIGCONT)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.finished()
