"""Rows for the messages and signals a run waits for."""

from sqlalchemy import delete

from app.base import db, hint
from app.cases.rows import Rows
from app.cases.waiting import Wait


def follow(case, run, known: dict) -> Rows:
    rows = Rows(known, run.waits)
    if rows.gone:
        db.session.execute(
            delete(Wait).where(Wait.id.in_(rows.gone.values())).execution_options(synchronize_session=False)
        )
    for id, wait in rows.new.items():
        rows.made[id] = Wait(
            case_id=case.id, wait=id, element=wait.element, kind=wait.kind, name=wait.name, keys=wait.keys
        )
    db.session.add_all(rows.made.values())
    if rows.made:
        hint(db.session, "delivery")  # something early may lie there for it
    return rows
