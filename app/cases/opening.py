"""Opening a case: the answers start the diagram of the service's version of today."""

from sqlalchemy import select

from app.base import db, organisation
from app.base.writing import put
from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.facts import facts_of, known
from app.cases.follow import follow
from app.cases.in_words import InWords
from app.cases.number import PREFIXES, next_number, year_of
from app.cases.once import first_sent
from app.catalog import published
from app.clocks import due
from app.engine import Run
from app.people import Directory

EMPTY = {
    "state": "submitted", "waiting_for": {}, "open": {}, "marks": {}, "run": None, "closed_at": None, "revision": 1,
    "earlier": None,
}
"""What `follow` fills in a moment later."""


def open_case(service, answers: dict, *, requester, now, beneficiary=None, once=None, parent=None) -> Case:
    """A new case of `service`. Sending the same form twice (`once`) gives the case of the first time."""
    once = first_sent(once, "service", service.id, requester)
    first = db.session.scalar(select(Case).where(Case.once == once)) if once else None
    if first is not None:
        return first
    version = published(service.current_version_id)
    beneficiary = beneficiary or requester
    number = next_number(PREFIXES.get(version.kind, "REQ"), year_of(now, organisation()))
    facts = facts_of(number, requester, beneficiary)
    case = Case(
        number=number,
        service_id=service.id,
        version_id=version.id,
        requester=requester,
        requester_id=requester.id,
        beneficiary=beneficiary,
        beneficiary_id=beneficiary.id,
        answers=answers,
        facts=facts,
        opened_at=now,
        once=once,
        parent_call_id=parent.id if parent is not None else None,
        **EMPTY,
    )
    case.retitle(version.titles({**answers, **facts}, InWords(version.start_form, answers, requester, now)))
    run = Run.start(version.diagram, known(answers, facts), now=now)
    case.due_at = _promised(version, {**answers, **run.data}, facts, now)
    put(case)
    follow(case, run, Deed("case.opened", by=requester), now=now, directory=Directory(now, requester, beneficiary))
    return case


def _promised(version, answers, facts, now):
    promise = version.promise
    if not promise:
        return None
    return due(now, promise, hours=facts["hours"], zone=facts["zone"], answers=answers)
