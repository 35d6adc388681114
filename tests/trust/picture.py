"""What a case looks like from everywhere, without ids and moments: the same story gives the same picture."""

import json
import re

from sqlalchemy import select

from app.base import db
from app.cases import Approval, Call, Case, Comment, Delivery, Incident, Task, Timer, Wait, Withdrawal
from app.events import Event
from app.notifications import Mail
from app.notifications.notice import Notice

NUMBER = re.compile(r"[A-Z]{3}-\d{4}-\d{6}")


def picture(number: str) -> dict | None:
    """Everything that is written of the case of this number; None when there is no such case."""
    db.session.rollback()
    case = db.session.scalar(select(Case).where(Case.number == number))
    if case is None:
        return None
    run = case.load_run()
    seen = {
        "state": case.state,
        "titles": case.titles,
        "marks": case.marks,
        "standing": case.open.get("standing"),
        "steps": sorted(one.element for one in run.steps),
        "data": run.data,
        **{name: sorted(map(json.dumps, rows(case))) for name, rows in ROWS.items()},
    }
    text = json.dumps(seen, default=str, sort_keys=True).replace(number, "THIS")
    return json.loads(NUMBER.sub("ANOTHER", text))


def _rows(model, *names):
    def rows(case):
        found = db.session.scalars(select(model).where(model.case_id == case.id).order_by(model.id))
        return [[str(getattr(one, name)) for name in names] for one in found]

    return rows


def _work(model, *names):
    def rows(case):
        found = db.session.scalars(select(model).where(model.case_id == case.id))
        return [[*(str(getattr(one, name)) for name in names), one.handled_at is not None] for one in found]

    return rows


def _events(case):
    found = db.session.scalars(select(Event).where(Event.case_id == case.id).order_by(Event.id))
    return [[number, one.kind, one.by_id, _plain(one.data)] for number, one in enumerate(found)]


def _plain(data: dict) -> dict:
    kept = {name: value for name, value in data.items() if name not in ("passed", "comment", "at")}
    return {**kept, "passed": [[element, state, via] for element, state, _, via in data.get("passed", [])]}


def _told(model):
    def rows(case):
        found = db.session.execute(
            select(model.person_id, Event.kind).join(Event, Event.id == model.event_id).where(Event.case_id == case.id)
        )
        return [list(row) for row in found]

    return rows


def _sent(case):
    found = db.session.scalars(select(Delivery).where(Delivery.sent_by_case_id == case.id))
    return [[one.kind, one.name, one.handled_at is not None] for one in found]


def _candidates(case):
    tasks = db.session.scalars(select(Task).where(Task.case_id == case.id))
    return [[task.element, [[one.person_id, one.group_id, one.open] for one in task.candidates]] for task in tasks]


ROWS = {
    "tasks": _rows(Task, "element", "state", "outcome", "values", "closed_by_id"),
    "candidates": _candidates,
    "timers": _work(Timer, "element"),
    "calls": _work(Call, "element", "topic"),
    "waits": _rows(Wait, "element", "name"),
    "incidents": _rows(Incident, "element", "kind"),
    "approvals": _rows(Approval, "decision", "reason", "by_id", "for_id"),
    "withdrawals": _rows(Withdrawal, "by_id", "reason"),
    "comments": _rows(Comment, "by_id", "text"),
    "events": _events,
    "notices": _told(Notice),
    "mails": _told(Mail),
    "sent": _sent,
}
