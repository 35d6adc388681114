"""Places at which tests let this process die, stop or stumble, to see that nobody notices afterwards."""

import os
import signal

PLACES = ("claimed", "reached", "load", "run", "flush", "commit", "committed")
SIGNALS = {"kill": signal.SIGKILL, "stop": signal.SIGSTOP}
DEEDS = (*SIGNALS, "raise")
_armed: dict[str, tuple[str, int]] = {}


class Stumbled(RuntimeError):
    """A failpoint was told to raise here."""


def arm(text: str):
    """`arm("flush:raise commit:kill:2")`: what happens at which place, once, the how manieth time; "" disarms all."""
    _armed.clear()
    for entry in text.split():
        place, deed, count = (*entry.split(":"), "1", "1")[:3]
        if place not in PLACES or deed not in DEEDS:
            raise ValueError(f"{entry!r} is no failpoint: say one of {PLACES} and one of {DEEDS}.")
        _armed[place] = deed, int(count)


def failpoint(place: str):
    """A marked place. Nothing happens here unless it was armed."""
    if _armed and place in _armed:
        _pass(place)


def _pass(place: str):
    deed, count = _armed.pop(place)
    if count > 1:
        _armed[place] = deed, count - 1
    elif deed in SIGNALS:
        os.kill(os.getpid(), SIGNALS[deed])
    else:
        raise Stumbled(place)
