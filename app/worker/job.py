"""One job: claim what is due, do it, settle it; whoever lost the lease on the way has changed nothing."""

import logging
from datetime import datetime

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from app.base import LeaseLost, claim, db, give_back, postpone, read_clock, renew, settle, transaction
from app.base.failpoint import failpoint
from app.worker.kinds import Kind

BATCH = 10  # a lease covers the whole batch: few enough to be done in time
RACES = 3

log = logging.getLogger(__name__)


def work_off(kind: Kind) -> int:
    """Do everything of one kind that is due, batch by batch; how many rows were settled."""
    settled = 0
    while batch := claim_batch(kind, read_clock()):
        failpoint("claimed")
        settled += sum(attempt(kind, id, lease) for id, lease in batch)
    return settled


def claim_batch(kind: Kind, now: datetime) -> list[tuple[int, int]]:
    with transaction():
        return claim(kind.model, now, BATCH)


def attempt(kind: Kind, id: int, lease: int) -> bool:
    """Whatever goes wrong with one row is kept with that row; the others go on."""
    try:
        do_in_spite_of_races(kind, id, lease)
    except LeaseLost:
        log.info("%s %s: another worker has it, or it is not needed any more", kind.name, id)
        return False
    except Exception as trouble:  # noqa: BLE001 a job may raise anything, and is tried again later
        log.exception("%s %s failed", kind.name, id)
        with transaction():
            give_back(kind.model, id, lease, read_clock(), f"{type(trouble).__name__}: {trouble}")
        return False
    return True


def do_in_spite_of_races(kind: Kind, id: int, lease: int):
    """Losing a race against a person is no failure: the work is done again on what they left."""
    answer = reach_out(kind, id, lease)
    for _ in range(RACES):
        try:
            return do(kind, id, lease, answer)
        except (OperationalError, StaleDataError) as lost:
            log.info("%s %s lost a race: %s", kind.name, id, lost)
    return do(kind, id, lease, answer)


def reach_out(kind: Kind, id: int, lease: int) -> tuple:
    """What left cannot be called back: the rows before this one in the batch may have taken longer than the lease."""
    if kind.reach is None:
        return ()
    with transaction():
        renew(kind.model, id, lease, read_clock())
        parcel = kind.pack(db.session.get(kind.model, id))
    answer = kind.reach(parcel)
    failpoint("reached")
    return (answer,)


def do(kind: Kind, id: int, lease: int, answer: tuple):
    with transaction():
        now = read_clock()
        row = db.session.get(kind.model, id)
        kind.verb(row, *answer, now=now)
        db.session.flush()
        # Last, because people lock a case before its timers and calls, and so must we. Who lost the lease rolls back.
        if row.due_at is not None and row.due_at > now:
            postpone(kind.model, id, lease)
        else:
            settle(kind.model, id, lease, now)
