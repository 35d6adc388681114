"""The cases of a person: asked for by them, or for them."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from app.base import db
from app.cases.case import Case

PAGE = 30


def mine_of(person, *, ended: bool = False, after: int = 0, limit: int = PAGE) -> tuple[list[Case], int]:
    """A page of them, the newest first, and how many there are in all."""
    own = or_(Case.requester_id == person.id, Case.beneficiary_id == person.id)
    found = select(Case).where(own, Case.closed_at.is_not(None) if ended else Case.closed_at.is_(None))
    whole = db.session.scalar(select(func.count()).select_from(found.subquery()))
    page = found.options(joinedload(Case.service), joinedload(Case.beneficiary)).order_by(Case.id.desc())
    return list(db.session.scalars(page.offset(after).limit(limit))), whole


def often_asked(person, limit: int = 5) -> list[int]:
    """Ids of the services this person has asked for most, lately."""
    recent = (
        select(Case.service_id, Case.id)
        .where(Case.requester_id == person.id)
        .order_by(Case.id.desc())
        .limit(50)
        .subquery()
    )
    most = (
        select(recent.c.service_id)
        .group_by(recent.c.service_id)
        .order_by(func.count().desc(), func.max(recent.c.id).desc())
    )
    return list(db.session.scalars(most.limit(limit)))
