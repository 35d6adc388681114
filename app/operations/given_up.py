"""Background work that was given up after many tries: visible to the owners, tried again when they say so."""

from dataclasses import dataclass

from sqlalchemy import select

from app.base import Refusal, Work, db, given_up, hint, try_again
from app.cases import Call, Case, Delivery, MovedCase, Timer
from app.events import Event
from app.notifications import Mail

MOST = 100
KINDS: dict[str, type[Work]] = {
    "event": Event, "timer": Timer, "call": Call, "delivery": Delivery, "mail": Mail, "move": MovedCase,
}


class NotGivenUp(Refusal):
    """This is being tried again already."""


@dataclass(frozen=True)
class Leftover:
    """One row nobody tries any more, and the case it is about."""

    kind: str
    row: Work
    case: Case


def leftovers(services: list[int]) -> list[Leftover]:
    """What was given up for cases of these services."""
    return [Leftover(kind, row, case) for kind in KINDS for row, case in db.session.execute(_of(kind, services))]


def begin_again(kind: str, id: int, services: list[int], now) -> bool:
    """Whether there is such work of these services; raises NotGivenUp when it is already on its way."""
    model = KINDS.get(kind)
    found = db.session.execute(_all(kind, services).where(model.id == id)).first() if model else None
    if found is None:
        return False
    if not db.session.scalar(select(given_up(model)).where(model.id == id)):
        raise NotGivenUp
    try_again(found[0], now)
    hint(db.session, kind)
    return True


def _of(kind: str, services: list[int]):
    model = KINDS[kind]
    return _all(kind, services).where(given_up(model)).order_by(model.id).limit(MOST)


def _all(kind: str, services: list[int]):
    """Every row of the kind with its case, for these services."""
    model = KINDS[kind]
    found = select(model, Case)
    if kind == "delivery":
        found = found.outerjoin(Call, Call.id == Delivery.call_id)
        found = found.join(Case, (Case.id == Call.case_id) | (Case.id == Delivery.sent_by_case_id) & Call.id.is_(None))
    elif kind == "mail":
        found = found.join(Event, Event.id == Mail.event_id).join(Case, Case.id == Event.case_id)
    else:
        found = found.join(Case, Case.id == model.case_id)
    return found.where(Case.service_id.in_(services))
