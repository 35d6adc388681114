"""Naming people: within the own department, never oneself, and never without a trace."""

import pytest
from sqlalchemy import select

from app.base import db
from app.events import Event
from app.people import Department, Person, Role

RIGHTS = "/studio/rights"


def roles_of(key) -> set[tuple]:
    db.session.remove()
    rows = select(Role.name, Department.key).join(Department, Department.id == Role.department_id)
    return {tuple(row) for row in db.session.execute(rows.where(Role.person_id == Person.by_key(key).id))}


def id_of(key, name) -> int:
    return db.session.scalar(select(Role.id).where(Role.person_id == Person.by_key(key).id, Role.name == name))


def told(kind) -> list[tuple]:
    found = db.session.scalars(select(Event).where(Event.kind == kind).order_by(Event.id))
    return [(db.session.get(Person, one.by_id).key, one.data["person"], one.data["role"], one.data["department"])
            for one in found]


def grant(client, department, person, role="service_designer"):
    return client.post(f"{RIGHTS}/{department}", data={"person": person, "role": role})


def test_a_head_names_people_in_the_own_department_only(studio, visit):
    leila = visit("leila")
    assert grant(leila, "hr", "ali").status_code == 303
    assert roles_of("ali") == {("service_designer", "hr")}
    assert told("role.granted") == [("leila", "ali", "service_designer", "hr")]
    assert grant(leila, "it", "ali").status_code == 404
    assert roles_of("ali") == {("service_designer", "hr")}
    assert visit("ali").get("/studio/leave").status_code == 200


def test_a_right_is_given_once(studio, visit):
    for _ in range(2):
        assert grant(visit("leila"), "hr", "ali").status_code == 303
    assert len(told("role.granted")) == 1


def test_what_was_withdrawn_is_gone_at_once(studio, visit):
    leila = visit("leila")
    id = id_of("mona", "service_designer")
    answer = leila.post(f"{RIGHTS}/hr/{id}/withdrawal")
    assert answer.status_code == 303
    assert roles_of("mona") == set()
    assert told("role.withdrawn") == [("leila", "mona", "service_designer", "hr")]
    assert leila.post(f"{RIGHTS}/hr/{id}/withdrawal").status_code == 409


def test_the_rights_of_another_department_cannot_be_withdrawn(studio, visit):
    id = id_of("reza", "service_designer")
    assert visit("leila").post(f"{RIGHTS}/it/{id}/withdrawal").status_code == 404
    assert visit("leila").post(f"{RIGHTS}/hr/{id}/withdrawal").status_code == 409
    assert roles_of("reza") == {("service_designer", "it")}


def test_roles_of_the_whole_organisation_are_not_given_here(studio, visit):
    assert grant(visit("leila"), "hr", "ali", "auditor").status_code == 422
    assert grant(visit("leila"), "hr", "ali", "platform_admin").status_code == 422
    id = id_of("shirin", "auditor")
    assert visit("omar").post(f"{RIGHTS}/hr/{id}/withdrawal").status_code == 409


@pytest.mark.parametrize("key", ["jan", "karim", "nobody", ""])
def test_rights_are_for_people_who_work_here(studio, visit, key):
    answer = grant(visit("leila"), "hr", key, "service_publisher")
    form = answer.text.split('class="rights-form"')[1]
    assert (answer.status_code, "Choose somebody who works here" in form) == (422, True)
    assert '<option value="service_publisher" selected>' in form
    assert (f'name="person" value="{key}" checked' in form) == (key in ("jan", "karim"))


def test_nobody_names_themselves(studio, visit):
    assert grant(visit("omar"), "finance", "omar").status_code == 422
    assert grant(visit("omar"), "finance", "sara").status_code == 303
    assert roles_of("omar") == set()


def test_an_administrator_of_a_department_names_others(studio, visit):
    grant(visit("leila"), "hr", "ali", "department_admin")
    assert grant(visit("ali"), "hr", "sara", "service_viewer").status_code == 303
    assert grant(visit("ali"), "finance", "sara").status_code == 404
    assert visit("ali").get(RIGHTS).status_code == 200


def test_those_who_only_design_name_nobody(studio, visit):
    for key in ("reza", "luca", "hana", "shirin", "sara"):
        assert visit(key).get(RIGHTS).status_code == 404
        assert grant(visit(key), "it", "ali").status_code == 404


def test_the_page_shows_everybody_by_department(studio, visit):
    page = visit("leila").get(RIGHTS).text
    assert "Head of the department" in page
    assert "Mona Adel" in page
    assert "Reza Karimi" not in page
    assert "Reza Karimi" in visit("omar").get(RIGHTS).text


def test_the_last_who_may_name_people_is_pointed_out(studio, visit):
    hr = db.session.scalar(select(Department).where(Department.key == "hr"))
    hr.head_id = None
    db.session.commit()
    grant(visit("omar"), "hr", "ali", "department_admin")
    page = visit("omar").get(RIGHTS).text
    assert "the last who may name people here" in page
    visit("omar").post(f"{RIGHTS}/hr/{id_of('ali', 'department_admin')}/withdrawal")
    assert "Nobody of this department may name people" in visit("omar").get(RIGHTS).text
