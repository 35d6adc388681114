"""The demo organisation: who is there, and that writing it down again changes nothing people chose."""

from datetime import timedelta

from sqlalchemy import func, select

from app.base import db, transaction
from app.people import Absence, Group, Membership, Person, holds
from app.people.cast import cast
from app.people.organisation import DEMO, settle


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_writing_it_down_again_adds_nobody(context, now):
    with transaction():
        settle(DEMO, now)
    before = [count(model) for model in (Person, Group, Membership, Absence)]
    with transaction():
        settle(DEMO, now)
    assert [count(model) for model in (Person, Group, Membership, Absence)] == before


def test_what_people_chose_stays_theirs(context, now):
    with transaction():
        sara = Person.by_key("sara")
        sara.language, sara.calendar = "ar", "hijri"
    with transaction():
        settle(DEMO, now, "another")
    sara = Person.by_key("sara")
    assert (sara.language, sara.calendar) == ("ar", "hijri")
    assert Person.by_sign_in("sara", "demo") is sara


def test_an_absence_begins_anew_when_the_last_one_is_over(context, now):
    with transaction():
        settle(DEMO, now + timedelta(days=400))
    with transaction():
        settle(DEMO, now + timedelta(days=401))
    assert count(Absence) == 2


def test_roles_are_held(context):
    assert holds(Person.by_key("omar"), "platform_admin")
    assert holds(Person.by_key("shirin"), "auditor")
    assert not holds(Person.by_key("sara"), "auditor")


def test_the_cast_leaves_out_who_has_left_and_says_what_to_try(context):
    parts = {part.person.key: part for part in cast()}
    assert "karim" not in parts
    assert len(parts) == 18
    assert all(part.worth_trying(language) for part in parts.values() for language in ("en", "fa", "ar"))


def test_groups_have_the_members_of_the_file(context):
    desk = db.session.scalar(select(Group).where(Group.key == "service-desk"))
    assert {person.key for person in desk.members} == {"sara", "nadia"}
