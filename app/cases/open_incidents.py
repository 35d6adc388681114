"""Rows for the elements at which a run stands broken."""

from sqlalchemy import update

from app.base import db
from app.cases.incident import Incident
from app.cases.rows import Rows
from app.events import Event


def follow(case, run, known: dict, now) -> Rows:
    rows = Rows(known, run.incidents)
    if rows.gone:
        db.session.execute(
            update(Incident)
            .where(Incident.id.in_(rows.gone.values()), Incident.resolved_at.is_(None))
            .values(resolved_at=now)
            .execution_options(synchronize_session=False)
        )
    for id, one in rows.new.items():
        rows.made[id] = Incident(
            case_id=case.id,
            incident=id,
            element=one.element,
            name=one.name or "",
            kind=one.kind,
            message=one.message,
            detail=one.detail or "",
            rule=one.rule,
            params=one.params,
            raised_at=now,
        )
    db.session.add_all(rows.made.values())
    return rows


def announce(case, rows: Rows, now):
    """Tell, in the story, of every element at which the run stands broken: once, however many tokens stand there.

    A model that splits without end breaks five thousand times in one act, and its owners would get as many mails.
    """
    for row in {row.element: row for row in rows.made.values()}.values():
        said = {"message": row.message, "rule": row.rule, "params": row.params}
        Event.record("incident.raised", case=case, now=now, element=row.element, **said)
