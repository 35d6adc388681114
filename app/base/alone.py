"""A child that ends with its parent, however the parent ends."""

import os
import signal
import threading

STANDARD_INPUT = 0


def end_with_parent():
    """The parent holds the other end of our standard input and never writes: when it closes, we stop in good order."""
    threading.Thread(target=_wait, name="parent", daemon=True).start()


def _wait():
    # Read without Python's buffer: its lock would be missed when the interpreter ends before the parent does.
    while os.read(STANDARD_INPUT, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
