"""An organisation written down in yaml becomes people, departments, groups; read again, it is brought up to date."""

from datetime import datetime, timedelta
from pathlib import Path

import yaml
from sqlalchemy import delete, func, select

from app.base import db
from app.people.absence import Absence
from app.people.cost_centre import CostCentre
from app.people.department import Department
from app.people.group import Group, Membership
from app.people.person import Person
from app.people.role import Role
from app.people.site import Site

DEMO = Path(__file__).with_name("organisation.yaml")
PASSWORD = "demo"
ABSENT = timedelta(days=1)  # an absence began yesterday
PLAIN = ("names", "titles", "active", "external", "vip")
OWN_CHOICE = ("language", "calendar", "zone")


def settle(path: Path, now: datetime, password: str | None = None) -> int:
    """Write down everybody of the file, inside the caller's transaction; how many people it names.

    What people chose for themselves (language, calendar, zone, password) is theirs: the file gives only the beginning.
    """
    told = yaml.safe_load(path.read_text("utf-8"))
    people = {key: _person(key, said) for key, said in told["people"].items()}
    _give_password(people.values(), password)
    sites = {key: _keep(Site, key, said) for key, said in told["sites"].items()}
    departments = {key: _keep(Department, key, _without(said, "head")) for key, said in told["departments"].items()}
    centres = {key: _keep(CostCentre, key, _without(said, "owner")) for key, said in told["cost_centres"].items()}
    db.session.flush()
    _places(told, people, sites, departments, centres)
    for key, said in told["groups"].items():
        _group(key, said, departments, people)
    for said in told.get("absences", ()):
        _absence(people[said["person"]], people[said["stand_in"]], now, said["days"])
    db.session.flush()
    return len(people)


def anybody() -> bool:
    """Whether people are known at all."""
    return db.session.scalar(select(func.count()).select_from(Person)) > 0


def _keep(model, key, said):
    """The row of this key, made when it is not there, with what is said about it."""
    row = db.session.scalar(select(model).where(model.key == key))
    if row is None:
        row = model(key=key)
        db.session.add(row)
    for name, value in said.items():
        setattr(row, name, value)
    return row


def _without(said: dict, *names) -> dict:
    return {name: value for name, value in said.items() if name not in names}


def _person(key, said) -> Person:
    person = _keep(Person, key, {name: said[name] for name in PLAIN if name in said})
    if person.id is None:
        for name in OWN_CHOICE:
            setattr(person, name, said.get(name, getattr(person, name)))
    person.email = said.get("email", f"{key}@mizban.example")
    person.refold()
    db.session.flush()
    return person


def _give_password(people, password):
    """One slow hash for all: these people are made up."""
    bare = [person for person in people if not person.password_hash]
    if password is None or not bare:
        return
    bare[0].set_password(password)
    for person in bare:
        person.password_hash = bare[0].password_hash


def _places(told, people, sites, departments, centres):
    for key, said in told["people"].items():
        person = people[key]
        person.site = sites.get(said.get("site"))
        person.department = departments.get(said.get("department"))
        person.cost_centre = centres.get(said.get("cost_centre"))
        person.manager = people.get(said.get("manager"))
        _roles(person, said.get("roles", ()), departments)
    for key, said in told["departments"].items():
        departments[key].head_id = people[said["head"]].id
    for key, said in told["cost_centres"].items():
        centres[key].owner_id = people[said["owner"]].id


def _roles(person, names, departments):
    """Roles are written "auditor", or "hr:service_designer" for one department."""
    rows = db.session.execute(select(Role.name, Role.department_id).where(Role.person_id == person.id))
    held = {tuple(row) for row in rows}
    for said in names:
        place, _, name = said.rpartition(":")
        role = (name, departments[place].id if place else None)
        if role not in held:
            db.session.add(Role(person_id=person.id, name=role[0], department_id=role[1]))


def _group(key, said, departments, people):
    group = _keep(Group, key, {"names": said["names"]})
    group.department_id = departments[said["department"]].id if "department" in said else None
    db.session.flush()
    db.session.execute(delete(Membership).where(Membership.group_id == group.id))
    lead = said.get("lead")
    db.session.add_all(
        Membership(group_id=group.id, person_id=people[name].id, lead=name == lead) for name in said["people"])


def _absence(person, stand_in, now, days):
    if not db.session.scalar(select(Absence.id).where(Absence.person_id == person.id, Absence.running(now))):
        ends = now + timedelta(days=days)
        db.session.add(Absence(person_id=person.id, stand_in_id=stand_in.id, begins=now - ABSENT, ends=ends))
