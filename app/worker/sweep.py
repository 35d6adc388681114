"""The sweep: looks for due rows every second, on every worker, whether hints arrive or not."""

import logging
import threading

from sqlalchemy.exc import SQLAlchemyError

from app.worker.job import work_off
from app.worker.kinds import Kind

EVERY = 1.0  # seconds

log = logging.getLogger(__name__)


class Sweeper:
    """One thread per kind, so that slow work of one kind keeps no other waiting."""

    def __init__(self, app, kinds: list[Kind], every: float = EVERY):
        self.app = app
        self.every = every
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self._run, args=(kind,), name=f"sweep-{kind.name}") for kind in kinds]

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        """Returns when the work in hand is finished."""
        self.stopping.set()
        for thread in self.threads:
            thread.join()

    def _run(self, kind: Kind):
        while not self.stopping.wait(self.every):
            with self.app.app_context():
                self._sweep(kind)

    def _sweep(self, kind: Kind):
        try:
            work_off(kind)
        except SQLAlchemyError as trouble:
            # The database is away or busy: the next sweep tries again.
            log.warning("%s: the database cannot be used now: %s", kind.name, trouble)
        except Exception:  # noqa: BLE001 a sweep that ends for ever would be noticed by nobody
            log.exception("%s: this sweep failed, the next one tries again", kind.name)
