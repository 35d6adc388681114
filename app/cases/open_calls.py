"""Rows for what a run asks of the outside. Another service is called by a worker, in a transaction of its own."""

from sqlalchemy import update

from app.base import db, hint
from app.cases.rows import Rows
from app.cases.waiting import Call
from app.events import Event


def follow(case, run, known: dict, now) -> Rows:
    rows = Rows(known, run.calls)
    if rows.gone:
        db.session.execute(
            update(Call)
            .where(Call.id.in_(rows.gone.values()), Call.answered_at.is_(None))
            .values(answered_at=now, handled_at=now)
            .execution_options(synchronize_session=False)
        )
    for id, call in rows.new.items():
        # Nobody but a person answers a service task here yet; a called service is opened by a worker.
        due = now if call.kind == "process" else None
        rows.made[id] = Call(
            case_id=case.id,
            call=id,
            element=call.element,
            name=call.name or call.element,
            kind=call.kind,
            topic=call.topic or "",
            inputs=call.inputs,
            opened_at=now,
            due_at=due,
        )
    db.session.add_all(rows.made.values())
    if any(row.due_at for row in rows.made.values()):
        hint(db.session, "call")
    return rows


def announce(case, rows: Rows, now):
    """Tell, in the story, of every call that was made."""
    for row in rows.made.values():
        Event.record("call.opened", case=case, now=now, element=row.element, topic=row.topic, call_kind=row.kind)
