"""Calls of other services: a called service becomes a case of its own, and its end is the answer."""

from sqlalchemy import select

from app.base import db
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.follow import follow
from app.cases.opening import open_case
from app.cases.waiting import Call
from app.catalog import Service
from app.people import Person


def make(call: Call, *, now):
    """Open the case of a called service; a service that is not offered is an incident at the calling element."""
    case = Case.locked(call.case_id)
    if call.call not in case.open.get("calls", {}) or call.child_id is not None:
        return
    service = db.session.scalar(select(Service).where(Service.slug == call.topic, Service.retired_at.is_(None)))
    if service is None:
        _refuse(case, call, now)
        return
    asked = dict(call.inputs)
    beneficiary = Person.by_key(str(asked.get("beneficiary") or case.facts["beneficiary"])) or case.beneficiary
    child = open_case(service, asked, requester=case.requester, beneficiary=beneficiary, parent=call, now=now)
    call.child_id = child.id


def _refuse(case, call, now):
    run = case.load_run()
    run.fail(call.call, "service-unknown", f'The service "{call.topic}" is not offered here.', now=now)
    # The worker settles this row itself.
    case.open = {**case.open, "calls": {key: row for key, row in case.open["calls"].items() if row != call.id}}
    call.answered_at = now
    follow(case, run, Deed("call.refused", data={"element": call.element}), now=now)
