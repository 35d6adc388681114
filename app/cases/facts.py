"""What a case knows of itself before anybody has answered anything, and what of it a diagram may read."""

from sqlalchemy import bindparam, select

from app.base import organisation
from app.base.writing import carry_out
from app.people import CostCentre, Department, Person

FIXED = ("number", "requester", "beneficiary")


def facts_of(number: str, requester, beneficiary) -> dict:
    """Keys of who asks and for whom, and of the beneficiary's site, hours, zone, department and cost centre."""
    site = beneficiary.site
    department, cost_centre = carry_out(_UNIT, {"id": beneficiary.id}).one()
    return {
        "number": number,
        "requester": requester.key,
        "beneficiary": beneficiary.key,
        "site": site.key if site else None,
        "zone": site.zone if site else organisation().zone,
        "hours": site.hours if site else None,
        "department": department,
        "cost_centre": cost_centre,
    }


_UNIT = (
    select(Department.key, CostCentre.key)
    .select_from(Person)
    .where(Person.id == bindparam("id"))
    .outerjoin(Department, Department.id == Person.department_id)
    .outerjoin(CostCentre, CostCentre.id == Person.cost_centre_id)
)


def known(answers: dict, facts: dict) -> dict:
    """What a diagram may read: answers over the beneficiary's own site and cost centre, never over who asked."""
    own = {key: facts.get(key) for key in ("site", "department", "cost_centre")}
    return {**own, **answers, **{key: facts[key] for key in FIXED}}
