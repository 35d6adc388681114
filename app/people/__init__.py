"""People and where they belong: departments, sites, groups, cost centres, absences, tokens; who may be found how."""

from app.people.absence import Absence, absent_ids, covered_by, reach_of
from app.people.cost_centre import CostCentre
from app.people.department import Department
from app.people.directory import Directory
from app.people.group import Group, Membership, group_ids
from app.people.person import Person
from app.people.role import Role, holds
from app.people.site import Site
from app.people.token import Token

__all__ = [
    "Absence", "CostCentre", "Department", "Directory", "Group", "Membership", "Person", "Role", "Site", "Token",
    "absent_ids", "covered_by", "group_ids", "holds", "reach_of",
]
