"""What needs hands: incidents, calls nobody answers, late tasks; of the services one owns."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.base import db
from app.cases import Call, Case, Incident, Reach, Task
from app.catalog import Service, offers
from app.people import Group, holds

MOST = 200


def may_operate(reach: Reach) -> bool:
    """Owners of services, and platform administrators."""
    return bool(owned_services(reach))


def owned_services(reach: Reach) -> list[int]:
    """Ids of the services this person answers for; an administrator for all."""
    services = db.session.execute(
        select(Service.id, Service.current_version_id).where(Service.current_version_id.is_not(None))
    ).all()
    if holds(reach.person, "platform_admin"):
        return [id for id, _ in services]
    keys = {f"group:{key}" for key in db.session.scalars(select(Group.key).where(Group.id.in_(reach.groups)))}
    mine = keys | {reach.person.key}
    owner = {id: offer.owner for id, offer in offers([version for _, version in services]).items()}
    return [id for id, version in services if owner.get(version) in mine]


def incidents(services: list[int]) -> list[Incident]:
    """Open incidents, the oldest first."""
    found = (
        select(Incident)
        .join(Case, Case.id == Incident.case_id)
        .where(Incident.resolved_at.is_(None), Case.service_id.in_(services))
        .options(joinedload(Incident.case).joinedload(Case.service))
    )
    return list(db.session.scalars(found.order_by(Incident.raised_at).limit(MOST)))


def open_calls(services: list[int]) -> list[tuple[Call, Case]]:
    """Calls of the outside that a person may answer by hand; called services answer by themselves."""
    found = (
        select(Call, Case)
        .join(Case, Case.id == Call.case_id)
        .where(Call.answered_at.is_(None), Call.kind == "service", Case.service_id.in_(services))
    )
    return [tuple(row) for row in db.session.execute(found.order_by(Call.opened_at).limit(MOST))]


def late_tasks(services: list[int], now) -> list[Task]:
    """Open tasks past their due moment, the latest first."""
    found = (
        select(Task)
        .join(Case, Case.id == Task.case_id)
        .where(Task.closed_at.is_(None), Task.due_at < now, Case.service_id.in_(services))
    )
    return list(db.session.scalars(found.order_by(Task.due_at).limit(MOST)))


def running(services: list[int]) -> int:
    return db.session.scalar(select(func.count()).where(Case.closed_at.is_(None), Case.service_id.in_(services)))
