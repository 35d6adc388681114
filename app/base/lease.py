"""Rows that wait to be worked on: claimed for a while by one worker, settled by whoever still holds the lease."""

from datetime import datetime, timedelta

from sqlalchemy import Text, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.base.db import db
from app.base.sentence import Refusal

LEASE = timedelta(seconds=60)
TRIES = 16  # later and later, over two hours: longer than a mail server or a database is usually away


class LeaseLost(Refusal):
    """Another worker has taken this work over."""


class Work:
    """Due at a moment, handled once. `lease` counts up with every claim: the fencing token of trust invariant 5."""

    due_at: Mapped[datetime | None]
    handled_at: Mapped[datetime | None]
    leased_until: Mapped[datetime | None]
    lease: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str | None] = mapped_column(Text)


def claim(model, now: datetime, limit: int = 50) -> list[tuple[int, int]]:
    """Lease due rows of `model` to the caller: pairs of id and lease. Safe among many workers.

    A row whose lease ran out may have taken its worker down. That counts as a try, only one such row is leased at a
    time, and it comes last: what shares a batch with it is done before it strikes again.
    """
    rows = db.session.execute(_due(model, now).limit(limit)).all()
    fresh = [row for row in rows if row.leased_until is None]
    abandoned = [row for row in rows if row.leased_until is not None][:1]
    for taken, tries in ((fresh, 0), (abandoned, 1)):
        if taken:
            _lease(model, [row.id for row in taken], now, tries)
    return [(row.id, row.lease + 1) for row in (*fresh, *abandoned)]


def _due(model, now: datetime):
    free = or_(model.leased_until.is_(None), model.leased_until < now)
    waiting = (model.handled_at.is_(None), model.due_at <= now, model.attempts < TRIES, free)
    found = select(model.id, model.lease, model.leased_until).where(*waiting).order_by(model.due_at)
    return found.with_for_update(skip_locked=True)


def _lease(model, ids: list[int], now: datetime, tries: int):
    values = {"leased_until": now + LEASE, "lease": model.lease + 1, "attempts": model.attempts + tries}
    mine = update(model).where(model.id.in_(ids)).values(**values)
    db.session.execute(mine.execution_options(synchronize_session=False))


def renew(model, id: int, lease: int, now: datetime):
    """Begin the lease anew before reaching outside, where no rollback helps; raises LeaseLost when another has it."""
    if not _held(model, id, lease, leased_until=now + LEASE):
        raise LeaseLost


def settle(model, id: int, lease: int, now: datetime):
    """Mark handled, inside the transaction that does the work: a worker that lost its lease cannot commit."""
    if not _held(model, id, lease, handled_at=now, leased_until=None, trouble=None):
        raise LeaseLost


def postpone(model, id: int, lease: int):
    """Free a row whose work was to give it a later due moment; fenced like `settle`."""
    if not _held(model, id, lease, leased_until=None, trouble=None):
        raise LeaseLost


def _held(model, id: int, lease: int, **values) -> bool:
    """Write on the row if this lease still holds it."""
    mine = update(model).where(model.id == id, model.lease == lease, model.handled_at.is_(None))
    return db.session.execute(mine.values(**values).execution_options(synchronize_session=False)).rowcount == 1


def give_back(model, id: int, lease: int, now: datetime, trouble: str):
    """After a failure: try again later and later; after the last try the row stays, visible, with its trouble."""
    row = db.session.get(model, id)
    if row is None or row.lease != lease or row.handled_at is not None:
        return
    row.attempts += 1
    row.trouble = trouble.replace("\x00", "")[:2000]
    row.leased_until = None
    row.due_at = None if row.attempts >= TRIES else now + timedelta(seconds=min(2**row.attempts, 900))


def given_up(model):
    """The condition that nobody tries this row any more: too many failures, or too many workers it took down."""
    return model.handled_at.is_(None) & (model.attempts >= TRIES)


def try_again(row: Work, now: datetime):
    """Somebody has mended what stood in the way: the row begins anew."""
    row.attempts, row.due_at, row.leased_until = 0, now, None
