"""Bringing messages, signals and answers to cases: each once, to the right case, kept while nobody waits for it yet."""

from datetime import timedelta

from sqlalchemy import select

from app.base import db
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.follow import follow
from app.cases.waiting import Call, Delivery, Wait
from app.cases.withdrawing import withdraw
from app.engine import Delivery as Message
from app.engine import StepClosed

KEPT = timedelta(days=30)
AGAIN = timedelta(seconds=30)


def deliver(row: Delivery, *, now):
    """Deliver one row. A message nobody waits for is kept and tried again until it expires."""
    if not _WAYS[row.kind](row, now):
        _keep(row, now)


def _keep(row: Delivery, now):
    row.expires_at = row.expires_at or now + KEPT
    if now < row.expires_at:
        row.handled_at, row.due_at = None, now + AGAIN


def _message(row: Delivery, now) -> bool:
    fitting = (wait for wait in _waits(row) if _keys_match(wait.keys, row.keys))
    return any(_bring(wait.case_id, row, now, wait.element) for wait in fitting)


def _signal(row: Delivery, now) -> bool:
    for case_id in sorted({wait.case_id for wait in _waits(row)}):
        _bring(case_id, row, now)
    return True


def _waits(row: Delivery):
    return db.session.scalars(select(Wait).where(Wait.kind == row.kind, Wait.name == row.name).order_by(Wait.id)).all()


def _keys_match(wanted: dict, given: dict) -> bool:
    """All keys a subscription asks for must match (design: never any one key)."""
    return all(given.get(key) == value for key, value in wanted.items())


def _bring(case_id: int, row: Delivery, now, element: str = "") -> bool:
    case = Case.locked(case_id)
    run = case.load_run()
    if not run.deliver(Message(row.kind, row.name, row.keys, row.values), now=now):
        return False
    follow(case, run, Deed(f"{row.kind}.received", data={"name": row.name, "element": element}), now=now)
    return True


def _answer(row: Delivery, now) -> bool:
    call = db.session.get(Call, row.call_id)
    case = Case.locked(call.case_id)
    if call.call not in case.open.get("calls", {}):
        return True
    answer_call(case, call, row.values, now=now)
    return True


def answer_call(case: Case, call: Call, values: dict, *, now, by=None):
    """The answer to an outside call, from a called service or from a person who did it by hand."""
    run = case.load_run()
    try:
        run.complete(call.call, values, now=now)
    except StepClosed:
        return
    follow(case, run, Deed("call.answered", by, data={"element": call.element}), now=now)


def _withdrawal(row: Delivery, now) -> bool:
    child = db.session.get(Case, row.values["case"])
    if child is not None and not child.ended:
        withdraw(child, by=child.requester, now=now, reason=row.values.get("reason", ""))
    return True


_WAYS = {"message": _message, "signal": _signal, "answer": _answer, "withdrawal": _withdrawal}
