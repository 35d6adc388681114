"""Who may view, design, publish and name others in which department; given and withdrawn by those who may."""

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy import select

from app.base import Refusal, db, read_clock
from app.cases import NotThere
from app.cases.routes.filled import refusal_words
from app.people import Department, Person
from app.people.current import person
from app.studio.granting import NotOfUs, grant, holdings, keepers, withdraw
from app.studio.rights import GIVES, GRANT, Rights

blueprint = Blueprint("studio_rights", __name__, url_prefix="/studio")


@blueprint.get("/rights")
def show():
    """The departments in which this person may name people, with everybody who holds a right there."""
    return _page()


def _page(refused=None):
    """`refused`: {department, person, role, sentence} where a right was not given."""
    found = [(one, holdings(one)) for one in _departments()]
    parts = [(one, held, keepers(held)) for one, held in found]
    return render_template("studio/rights.html", parts=parts, roles=list(GIVES), refused=refused)


@blueprint.post("/rights/<department>")
def create(department):
    """Give a role in the department to the person in the fields `person` and `role`."""
    within = _department(department)
    found, role = Person.by_key(request.form.get("person", "")), request.form.get("role", "")
    try:
        if found is None or role not in GIVES:
            raise NotOfUs
        grant(found, role, within, by=person(), now=read_clock())
    except Refusal as refusal:
        told = {"department": department, "person": found, "role": role, "sentence": refusal_words(refusal)}
        return _page(told), refusal.status
    return redirect(url_for("studio_rights.show") + f"#{department}", 303)


@blueprint.post("/rights/<department>/<int:id>/withdrawal")
def create_withdrawal(department, id):
    """Withdraw one role."""
    withdraw(id, _department(department), by=person(), now=read_clock())
    return redirect(url_for("studio_rights.show") + f"#{department}", 303)


def _departments() -> list[Department]:
    """Those in which this person may name people; none at all is not there."""
    rights = Rights.of(person())
    rows = db.session.scalars(select(Department).order_by(Department.order, Department.key))
    found = [one for one in rows if rights.may(GRANT, one.key)]
    if not found:
        raise NotThere
    return found


def _department(key: str) -> Department:
    for one in _departments():
        if one.key == key:
            return one
    raise NotThere
