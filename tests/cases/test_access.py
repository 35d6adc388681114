"""Who sees what: decided when it is read, so that joining, leaving and standing in count at once."""

from datetime import timedelta

import pytest

from app.base import db, transaction
from app.cases import NotThere, Reach, case_for, task_for
from app.cases.tasks_of import count, listed
from app.people import Absence, Group, Membership, Person


def reach(play, key):
    return Reach.of(Person.by_key(key), play.clock.now)


def test_a_new_group_member_sees_open_work_at_once(play):
    number = play.open("branches")
    assert count(reach(play, "mona"), "groups", play.clock.now) == 0
    with transaction():
        group = Group.query.filter_by(key="service-desk").one()
        db.session.add(Membership(group_id=group.id, person_id=Person.by_key("mona").id))
    assert count(reach(play, "mona"), "groups", play.clock.now) == 20
    assert task_for(reach(play, "mona"), play.task(number, "Work_1").id)


def test_whoever_leaves_a_group_loses_its_work_at_once(play):
    number = play.open("branches")
    with transaction():
        Membership.query.filter_by(person_id=Person.by_key("sara").id).delete()
    with pytest.raises(NotThere):
        task_for(reach(play, "sara"), play.task(number, "Work_1").id)


def test_a_stand_in_has_the_absent_persons_tasks_until_the_absence_ends(play):
    number = play.open("purchase", requester="ali", what="Switch", amount=900)
    assert [task.element for task in listed(reach(play, "nadia"), "mine", play.clock.now)] == ["Approve"]
    absence = Absence.query.filter_by(person_id=Person.by_key("reza").id).one()
    play.clock.now = absence.ends + timedelta(minutes=1)
    assert listed(reach(play, "nadia"), "mine", play.clock.now) == []
    assert task_for(reach(play, "reza"), play.task(number, "Approve").id)


def test_requesters_and_those_who_work_on_a_case_see_it_and_nobody_else(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    for key in ("sara", "nadia", "luca", "shirin"):  # asked, approves, owns the service, audits
        assert case_for(reach(play, key), number).number == number
    for key in ("ali", "mona", "omar"):
        with pytest.raises(NotThere):
            case_for(reach(play, key), number)


def test_the_list_is_due_first_and_the_counter_is_its_length(play):
    for amount in (10, 20, 30):
        play.open("purchase", what=f"Lamp {amount}", amount=amount)
        play.clock.forward(minutes=5)
    play.open("branches")
    tasks = listed(reach(play, "nadia"), "all", play.clock.now)
    dues = [task.due_at for task in tasks if task.due_at]
    assert dues == sorted(dues) and tasks[0].due_at and tasks[-1].due_at is None
    assert len(tasks) == count(reach(play, "nadia"), "all", play.clock.now) == 23
