"""Who may act is decided when the deed arrives: groups, absences and hand-overs count at once (invariant 27)."""

from datetime import timedelta

import pytest

from app.base import db, transaction
from app.cases import HandedOver, NotThere, Reach, TaskTaken, claim, hand_over
from app.cases.tasks_of import count
from app.people import Absence, Group, Membership, Person


@pytest.fixture
def number(play) -> str:
    return play.open("branches")


def leave(key: str):
    with transaction():
        Membership.query.filter_by(person_id=Person.by_key(key).id).delete()


def join(key: str, group: str):
    with transaction():
        db.session.add(Membership(group_id=Group.query.filter_by(key=group).one().id, person_id=Person.by_key(key).id))


def test_who_left_the_group_while_the_page_was_open_cannot_submit(play, visit, number):
    sara = visit("sara")
    task = play.task(number, "Work_1").id
    assert sara.get(f"/inbox?task={task}").status_code == 200
    leave("sara")
    assert sara.post(f"/tasks/{task}/completion").status_code == 404
    assert "Work_1" in play.elements(number)


def test_who_joined_can_submit_at_once(play, visit, number):
    task = play.task(number, "Work_1").id
    assert visit("mona").post(f"/tasks/{task}/completion").status_code == 404
    join("mona", "service-desk")
    assert visit("mona").post(f"/tasks/{task}/completion").status_code == 303


def test_a_claim_ends_with_the_membership_it_rests_on(play, number):
    play.deed(claim, "sara", lambda: play.task(number, "Work_1"))
    leave("sara")
    with pytest.raises(NotThere):
        play.do(number, "Work_1", by="sara")
    with pytest.raises(TaskTaken):
        play.do(number, "Work_1", by="nadia")  # she takes it over first, and everybody sees who has it
    play.deed(claim, "nadia", lambda: play.task(number, "Work_1"))
    play.do(number, "Work_1", by="nadia")
    assert play.task(number, "Work_1").closed_by.key == "nadia"


def test_a_task_that_was_handed_over_is_the_other_persons_at_once(play, visit, number):
    play.deed(hand_over, "sara", lambda: play.task(number, "Work_1"), lambda: Person.by_key("ali"))
    for key in ("sara", "nadia"):
        with pytest.raises(HandedOver) as refused:
            play.do(number, "Work_1", by=key)
        assert str(refused.value) == "Ali Rezaei has this task now."
    where = f"/tasks/{play.task(number, 'Work_1').id}"
    assert "Ali Rezaei has this task now." in visit("nadia").post(f"{where}/completion").text
    assert visit("nadia").post(f"{where}/claim").status_code == 409
    assert visit("ali").post(f"{where}/completion").status_code == 303


def test_what_was_typed_is_kept_when_the_task_was_handed_over_meanwhile(play, visit):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    luca, task = visit("luca"), play.task(number, "Order").id
    play.deed(hand_over, "luca", lambda: play.task(number, "Order"), lambda: Person.by_key("ali"))
    answer = luca.post(f"/tasks/{task}/completion", data={"order_number": "PO-77"})
    assert (answer.status_code, 'value="PO-77"' in answer.text) == (409, True)


def test_an_absence_that_begins_or_ends_counts_at_the_next_deed(play, visit, clock):
    number = play.open("purchase", what="Desk lamp", amount=40)
    where = f"/tasks/{play.task(number, 'Approve').id}/completion"
    omar = visit("omar")
    assert omar.post(where, data={"outcome": "approved"}).status_code == 404
    with transaction():
        nadia, stand_in = Person.by_key("nadia"), Person.by_key("omar")
        db.session.add(Absence(person=nadia, stand_in=stand_in, begins=clock.now, ends=clock.now + timedelta(hours=2)))
    clock.forward(hours=3)
    assert omar.post(where, data={"outcome": "approved"}).status_code == 404
    clock.forward(hours=-2)
    assert omar.post(where, data={"outcome": "approved"}).status_code == 303


def test_lists_and_deeds_agree_after_leaving(play, clock, number):
    play.deed(claim, "sara", lambda: play.task(number, "Work_1"))
    leave("sara")
    reach = Reach.of(Person.by_key("sara"), clock.now)
    assert [count(reach, view, clock.now) for view in ("mine", "groups", "soon")] == [0, 0, 0]
