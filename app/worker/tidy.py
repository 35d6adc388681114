"""What is tidied up now and then, on every worker: no harm when several do it, none when nobody does for a while."""

import logging
import threading
from pathlib import Path

from app.base import read_clock, transaction
from app.cases.unclaimed import forget_unclaimed, remove_unnamed
from app.studio.trying import forget_plays

EVERY = 3600.0  # seconds

log = logging.getLogger(__name__)


class Tidying:
    """A thread that tidies until `stop`."""

    def __init__(self, app, attachments: Path, every: float = EVERY):
        self.app, self.attachments, self.every = app, attachments, every
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self._run, name="tidying")

    def start(self):
        self.thread.start()

    def stop(self):
        self.stopping.set()
        self.thread.join()

    def _run(self):
        while not self.stopping.wait(self.every):
            with self.app.app_context():
                self._tidy()

    def _tidy(self):
        try:
            tidy(self.attachments)
        except Exception:  # noqa: BLE001 the next round tries again, whatever it was
            log.exception("Tidying up failed, the next round tries again")


def tidy(attachments: Path) -> int:
    """Plays nobody goes on with, and files nobody sent; how many files were removed."""
    with transaction():
        forget_plays(read_clock())
    with transaction():
        digests = forget_unclaimed(read_clock())
    with transaction(write=False):
        return remove_unnamed(digests, attachments, read_clock())
