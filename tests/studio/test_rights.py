"""Who may see, design and publish what: by department and by owning."""

import pytest

from app.base import transaction
from app.cases import NotThere
from app.people import Person
from app.studio.drafts import Draft
from app.studio.rights import DESIGN, PUBLISH, VIEW, Rights


def rights(key) -> Rights:
    return Rights.of(Person.by_key(key))


@pytest.mark.parametrize(("key", "deeds"), [
    ("leila", {VIEW, DESIGN, PUBLISH}),  # head of HR
    ("mona", {VIEW, DESIGN, PUBLISH}),  # member of the group that owns it
    ("omar", {VIEW}),  # platform administrator, head of another department
    ("shirin", {VIEW}),  # auditor
    ("reza", set()),  # designs for IT
    ("sara", set()),
])
def test_the_leave_service_is_for_its_department(leave, key, deeds):
    for deed in (VIEW, DESIGN, PUBLISH):
        if deed in deeds:
            assert rights(key).service("leave", deed).slug == "leave"
            assert rights(key).draft("leave", deed).slug == "leave"
        else:
            with pytest.raises(NotThere):
                rights(key).service("leave", deed)
            with pytest.raises(NotThere):
                rights(key).draft("leave", deed)


@pytest.mark.parametrize(("key", "department", "may"), [
    ("reza", "it", {VIEW, DESIGN}), ("luca", "finance", {VIEW, PUBLISH}), ("hana", "legal", {VIEW}),
    ("reza", "hr", set()),
])
def test_roles_are_held_in_one_department(studio, key, department, may):
    assert {deed for deed in (VIEW, DESIGN, PUBLISH) if rights(key).may(deed, department)} == may


def test_nobody_becomes_an_owner_by_writing_it_into_a_draft(leave):
    with transaction():
        one = Draft.open_of("leave")
        one.spec = {**one.spec, "owner": "sara", "department": "it"}
    with pytest.raises(NotThere):
        rights("sara").draft("leave", DESIGN)
    with pytest.raises(NotThere):
        rights("reza").draft("leave", DESIGN)


def test_the_studio_is_a_place_for_those_who_design(studio):
    assert [key for key in ("leila", "reza", "shirin", "nadia", "ali") if rights(key).designs_anything()] == [
        "leila", "reza", "shirin", "nadia"]
