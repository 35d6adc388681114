"""Rows read and written past the session are known to it as if they had gone through it."""

import pytest
from sqlalchemy import bindparam, inspect, select
from sqlalchemy.orm.exc import StaleDataError

from app.base import db, transaction
from app.base.reading import columns, thing, things
from app.base.writing import change, put
from app.cases import Case
from app.people import Group, Membership, Person

BY_KEY = select(*columns(Group)).where(Group.key == bindparam("key"))


def test_a_thing_that_was_put_can_be_changed_by_the_session_later(context):
    with transaction() as session:
        group = Group(key="gardeners", names={"en": "Gardeners"})
        put(group)
        assert inspect(group).persistent and group in session
        group.names = {"en": "The gardeners"}
    with transaction():
        assert Group.query.filter_by(key="gardeners").one().names == {"en": "The gardeners"}


def test_what_was_changed_is_read_back_and_not_written_twice(context):
    with transaction() as session:
        group = thing(BY_KEY, {"key": "network"}, Group)
        change(group, names={"en": "Wires"})
        assert group.names == {"en": "Wires"} and not session.dirty
    with transaction():
        assert thing(BY_KEY, {"key": "network"}, Group).names == {"en": "Wires"}


def test_a_thing_known_already_is_renewed_and_stays_the_same_object(context):
    with transaction() as session:
        known = Group.query.filter_by(key="network").one()
        session.connection().exec_driver_sql("update \"group\" set key = 'wires' where key = 'network'")
        assert thing(BY_KEY, {"key": "wires"}, Group) is known and known.key == "wires"


def test_what_waits_to_be_written_is_written_before_anything_is_read(context):
    with transaction():
        Group.query.filter_by(key="network").one().key = "wires"
        assert thing(BY_KEY, {"key": "network"}, Group) is None
        assert thing(BY_KEY, {"key": "wires"}, Group).key == "wires"


def test_an_outer_join_that_finds_nothing_gives_nothing(context):
    with transaction():
        alone = select(*columns(Group, Membership)).outerjoin_from(Group, Membership).where(Group.key == "empty")
        put(Group(key="empty", names={}))
        (group, member), = things(alone, {}, Group, Membership)
        assert (group.key, member) == ("empty", None)


def test_relationships_of_what_was_read_are_loaded_when_asked_for(context):
    with transaction():
        sara = thing(select(*columns(Person)).where(Person.key == "sara"), {}, Person)
        assert sara.manager.key == "nadia"


def test_a_case_that_another_has_changed_meanwhile_is_not_overwritten(play):
    number = play.open("purchase", what="Lamp", amount=40)
    with pytest.raises(StaleDataError), transaction():
        case = Case.query.filter_by(number=number).one()
        db.session.connection().exec_driver_sql('update "case" set revision = revision + 1')
        change(case, state="fulfilled")
