"""The sandbox's worker processes: one pool per process of ours, started when first needed, never over a fork."""

import os
import sys
import threading
from importlib.util import find_spec

import pydantic_monty

WORKERS = max(2, os.cpu_count() or 2)
TRACER = "opentelemetry"
if find_spec(TRACER) is None:
    # The interpreter looks for it before every script, as long as a short script runs: say once that it is not here.
    sys.modules.setdefault(TRACER, None)


class Pool:
    """Hands out a fresh interpreter for one script. Its runtime does not survive a fork: a child would hang."""

    def __init__(self):
        self._lock = threading.Lock()
        self._pid = self._monty = None

    def checkout(self, limits: dict):
        if self._pid != os.getpid():
            self._start()
        return self._monty.checkout(limits=limits, os_policy={"sleep": "zero"})

    def _start(self):
        with self._lock:
            if self._pid == os.getpid():
                return
            if self._pid is not None:
                raise RuntimeError(
                    "The script sandbox was used before this process was forked; fork first, then run scripts."
                )
            monty = pydantic_monty.Monty(
                min_processes=1,
                max_processes=WORKERS,
                checkout_timeout=10,
                request_timeout=5,
                max_checkouts_per_worker=2000,
            )
            monty.__enter__()
            self._monty, self._pid = monty, os.getpid()


POOL = Pool()
