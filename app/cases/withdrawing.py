"""Withdrawing a case: everything open is cancelled, and whoever had it is told."""

from sqlalchemy import select

from app.base import Refusal, db
from app.cases.absences import call_off
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.deeds import Withdrawal
from app.cases.follow import follow
from app.cases.waiting import Call, Delivery
from app.catalog import WITHDRAWN
from app.engine import Delivery as Message


class CaseEnded(Refusal):
    """This request has already ended."""


def withdraw(case: Case, *, by, now, reason: str = ""):
    """Sending twice withdraws once. The diagram is told first (a message named "withdrawn"): where it has a way for it,
    that way is gone."""
    case = Case.locked(case.id)
    first = db.session.scalar(select(Withdrawal).where(Withdrawal.case_id == case.id))
    if first is not None and first.by_id == by.id:
        return
    if case.ended or first is not None:
        raise CaseEnded
    db.session.add(Withdrawal(case_id=case.id, by_id=by.id, at=now, reason=reason))
    run = case.load_run()
    children = [call.child_id for call in open_children(case)]
    if not run.deliver(Message("message", WITHDRAWN, {}, {"reason": reason}), now=now):
        run.cancel(now=now)
    follow(case, run, Deed("case.withdrawn", by, data={"reason": reason}), now=now)
    if run.finished:
        call_off(case, now)
    if run.finished and case.state != WITHDRAWN:
        case.state, case.closed_at = WITHDRAWN, case.closed_at or now
    for child in children:
        db.session.add(
            Delivery(
                kind="withdrawal",
                name=WITHDRAWN,
                values={"case": child, "reason": reason},
                due_at=now,
                sent_by_case_id=case.id,
            )
        )


def open_children(case: Case) -> list[Call]:
    """Open calls of this case that became cases of their own."""
    ids = list(case.open.get("calls", {}).values())
    return list(db.session.scalars(select(Call).where(Call.id.in_(ids), Call.child_id.is_not(None)))) if ids else []
