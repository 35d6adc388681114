"""Claiming, giving back and handing over."""

import pytest

from app.cases import NotTaken, NotThere, TaskTaken, claim, hand_over, release
from app.cases.access import Reach, task_for
from app.cases.tasks_of import count, listed
from app.people import Person


def reach(play, key):
    return Reach.of(Person.by_key(key), play.clock.now)


def test_a_taken_task_leaves_the_groups_list_and_comes_to_the_person(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    assert count(reach(play, "sara"), "mine", play.clock.now) == 1
    assert count(reach(play, "nadia"), "groups", play.clock.now) == 19
    assert [task.element for task in listed(reach(play, "sara"), "mine", play.clock.now)] == ["Work_0"]


def test_the_second_to_claim_is_told_who_was_first(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    with pytest.raises(TaskTaken) as refused:
        play.deed(claim, "nadia", lambda: play.task(number, "Work_0"))
    assert refused.value.values["name"] == "Sara Ahmadi"


def test_claiming_twice_is_harmless(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    assert play.task(number, "Work_0").claim.person.key == "sara"


def test_a_task_that_was_taken_can_be_completed_by_its_holder_only(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    with pytest.raises(TaskTaken):
        play.do(number, "Work_0", by="nadia")
    play.do(number, "Work_0", by="sara")
    assert "Work_0" not in play.elements(number)


def test_given_back_it_is_in_the_groups_list_again(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    play.deed(release, "sara", lambda: play.task(number, "Work_0"))
    assert count(reach(play, "nadia"), "groups", play.clock.now) == 20
    with pytest.raises(NotTaken):
        play.deed(release, "nadia", lambda: play.task(number, "Work_0"))


def test_handed_over_it_is_the_other_persons_alone(play):
    number = play.open("branches")
    play.deed(hand_over, "sara", lambda: play.task(number, "Work_0"), lambda: Person.by_key("ali"))
    assert task_for(reach(play, "ali"), play.task(number, "Work_0").id).state == "delegated"
    assert count(reach(play, "sara"), "groups", play.clock.now) == 19
    assert play.case(number).open["steps"][play.task(number, "Work_0").step]["names"][0]["en"] == "Ali Rezaei"


def test_a_task_that_is_not_yours_is_not_there(play):
    number = play.open("branches")
    with pytest.raises(NotThere):
        task_for(reach(play, "maria"), play.task(number, "Work_0").id)
