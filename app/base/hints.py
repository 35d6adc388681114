"""Hints to the workers ("there are events"): collected in the session, sent after the commit, never state."""

import logging

_senders = []
log = logging.getLogger(__name__)


def hint(session, kind: str):
    """Wake the workers for `kind` once this transaction has committed."""
    session.info.setdefault("hints", set()).add(kind)


def on_hint(sender):
    """Register who carries hints; an unreachable broker must not raise, because the sweeps find the rows anyway."""
    _senders[:] = [sender]


def take(session) -> set[str]:
    return session.info.pop("hints", set())


def send(kinds: set[str]):
    for kind in sorted(kinds):
        for sender in _senders:
            _send(sender, kind)


def _send(sender, kind: str):
    try:
        sender(kind)
    except Exception:  # noqa: BLE001 the deed stands already: whatever a carrier raises, nobody may be told it failed
        log.exception("The hint %s could not be sent, the sweeps take over", kind)
