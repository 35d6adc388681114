"""Who may ask for a service."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Row, exists, select

from app.base import db
from app.engine import ExpressionBroken, evaluate
from app.people import CostCentre, Department, Group, Membership, Person, Site

KNOWN = ("everyone", "employees", "managers")
SAMPLE = {"key": "", "department": "", "site": "", "manager": False, "external": False, "groups": []}
"""What an audience written in FEEL may read of a `person`."""


@dataclass(frozen=True)
class Asker:
    """What audiences may know of a person; read once per list, in one statement."""

    about: dict

    @classmethod
    def of(cls, person) -> "Asker":
        leads = exists().where(Person.manager_id == person.id, Person.active)
        rows = db.session.execute(
            select(leads, Department.key, Site.key, Group.key).select_from(Person)
            .outerjoin(Department, Department.id == Person.department_id).outerjoin(Site, Site.id == Person.site_id)
            .outerjoin(Membership, Membership.person_id == Person.id).outerjoin(Group, Group.id == Membership.group_id)
            .where(Person.id == person.id)).all()
        manager, department, site, _ = rows[0]
        return cls({
            "key": person.key, "external": person.external, "manager": bool(manager), "department": department,
            "site": site, "groups": sorted(group for *_, group in rows if group),
        })

    def may_ask(self, audience: str) -> bool:
        """Whether the person belongs to `audience`: one of KNOWN or FEEL over `person`. In doubt, no."""
        known = {"everyone": True, "employees": not self.about["external"], "managers": self.about["manager"]}
        if audience in known:
            return known[audience]
        try:
            return evaluate(audience, {"person": self.about}) is True
        except ExpressionBroken:
            return False


def members(audience: str) -> list[Row]:
    """Everybody who is active and belongs to `audience`, with id, key, names, manager_id, external, and the keys of
    department, site and cost_centre; in at most three statements."""
    rows = db.session.execute(
        select(Person.id, Person.key, Person.names, Person.manager_id, Person.external,
               Department.key.label("department"), Site.key.label("site"), CostCentre.key.label("cost_centre"))
        .outerjoin(Department, Department.id == Person.department_id).outerjoin(Site, Site.id == Person.site_id)
        .outerjoin(CostCentre, CostCentre.id == Person.cost_centre_id)
        .where(Person.active).order_by(Person.id)).all()
    if audience in ("everyone", "employees"):
        return [row for row in rows if audience == "everyone" or not row.external]
    leads = set(db.session.scalars(select(Person.manager_id).where(Person.active, Person.manager_id.is_not(None))))
    if audience == "managers":
        return [row for row in rows if row.id in leads]
    groups = defaultdict(list)
    belong = select(Membership.person_id, Group.key).join(Group, Group.id == Membership.group_id)
    for id, key in db.session.execute(belong.order_by(Group.key)):
        groups[id].append(key)
    askers = ((row, Asker({"key": row.key, "external": row.external, "manager": row.id in leads,
                           "department": row.department, "site": row.site, "groups": groups[row.id]})) for row in rows)
    return [row for row, asker in askers if asker.may_ask(audience)]


def check_audience(audience: str):
    """Raises ValueError or ExpressionBroken when it is neither one of KNOWN nor FEEL that can be evaluated."""
    if audience in KNOWN:
        return
    if not audience.startswith("="):
        raise ValueError(f"it is neither one of {', '.join(KNOWN)} nor an expression that begins with “=”")
    evaluate(audience, {"person": SAMPLE})
