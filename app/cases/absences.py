"""Absences that a case arranges, such as those of a granted leave: the stand-in sees the work, and both are told."""

from datetime import date

from sqlalchemy import delete, select

from app.base import db
from app.events import Event
from app.people import Absence

ARRANGED = "absence.arranged"


def arrange(case, run, call, directory, now) -> dict:
    """`person` is away from day `first` to day `last`, `stand_in` acts for them. Without days nothing happens."""
    given = call.inputs
    person, first, last = directory.person(given.get("person")), _day(given.get("first")), _day(given.get("last"))
    if person is None or first is None or last is None or last < first:
        return {}
    stand_in = directory.person(given.get("stand_in"))
    absence = Absence.arrange(person, first, last, stand_in)
    db.session.flush()
    Event.record(ARRANGED, case=case, now=now, element=call.element, absence=absence.id, person=person.key,
                 names=dict(person.names), first=first.isoformat(), last=last.isoformat(),
                 stand_in=stand_in.key if stand_in else None)
    return {}


def remove(case, run, call, directory, now) -> dict:
    """Everything that the case has arranged is over."""
    call_off(case, now)
    return {}


def call_off(case, now, since=None):
    """Remove the absences that the case has arranged (`since` a moment); the stand-ins see no more."""
    events = select(Event).where(Event.case_id == case.id, Event.kind == ARRANGED)
    ids = [event.data["absence"] for event in db.session.scalars(events) if since is None or event.at >= since]
    gone = db.session.execute(delete(Absence).where(Absence.id.in_(ids))).rowcount if ids else 0
    if gone:
        Event.record("absence.removed", case=case, now=now, absences=ids)


def _day(text) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10]) if text else None
    except ValueError:
        return None
