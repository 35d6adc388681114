"""Undoing a move: the request is what it was, unless something has happened in it since."""

import pytest

from app.base import db
from app.cases import Call, MovedCase, Task, Timer, Wait, claim, comment, withdraw
from app.cases.moving import MoveOvertaken, MovePassed, NotMoved, cases_of, refused, undo, undo_case
from app.events import Event
from tests.cases.moving.changes import RENAMED, other_id, reminder_at
from tests.cases.moving.rows import rows

AS_CALL = (
    ('<bpmn:userTask id="Approve"', '<bpmn:callActivity id="Approve"'),
    ('<zeebe:property name="calendar" value="working"/></zeebe:properties>',
     '<zeebe:property name="calendar" value="working"/></zeebe:properties><zeebe:calledElement processId="branches"/>'),
    ("<bpmn:outgoing>F2</bpmn:outgoing></bpmn:userTask>", "<bpmn:outgoing>F2</bpmn:outgoing></bpmn:callActivity>"),
)


@pytest.fixture
def lamp(play):
    return play.open("purchase", what="Desk lamp", amount=40)


def back(play):
    play.deed(lambda row, by, now: undo_case(row, by=by, now=now), "omar",
              lambda: MovedCase.query.filter(MovedCase.state != "kept").order_by(MovedCase.id.desc()).first())


@pytest.mark.parametrize(
    ("changes", "options"),
    [
        ([RENAMED], {}),
        (other_id("Approve", "Decide"), {"mapping": {"Approve": "Decide"}}),
        ([("PT4H", "PT2H")], {"recompute": ["Remind_after"]}),
        (other_id("Remind_after", "Nudge"), {}),
    ],
    ids=["named otherwise", "taken over", "reckoned anew", "reminder gone"],
)
def test_there_and_back_the_request_and_its_rows_are_the_same(play, office, lamp, changes, options):
    before = rows(lamp)
    office.move("purchase", office.change("purchase", *changes), **options)
    assert rows(lamp) != before
    play.clock.forward(hours=1)
    back(play)
    after = rows(lamp)
    made = [timer for timer in after["Timer"] if timer["element"] == "Nudge"]
    assert all(timer["handled_at"] for timer in made)
    after["Timer"] = [timer for timer in after["Timer"] if timer not in made]
    assert after == before
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    assert play.elements(lamp) == ["Order"]


def test_a_subscription_comes_back_under_its_own_id(play, office):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work("call")
    child = Call.query.one().child.number
    play.do(child, "Approve", by="nadia", outcome="approved")
    play.do(child, "Order", by="luca", order_number="PO-9")
    play.work()
    before = rows(number)
    assert before["Wait"]
    to = office.change("delivery", *other_id("Goods", "Arrival"))
    office.move("delivery", to, mapping={"Goods": "Bring"})
    assert play.elements(number) == ["Bring"] and Wait.query.count() == 0
    back(play)
    after = rows(number)
    assert [task["state"] for task in after.pop("Task")] == ["cancelled"] and not before.pop("Task")
    after.pop("Candidate"), before.pop("Candidate")
    assert after == before


def test_work_that_began_anew_is_closed_and_the_old_comes_back_to_who_had_it(play, office, lamp):
    play.deed(claim, "nadia", lambda: play.task(lamp, "Approve"))
    before = rows(lamp)
    to = office.change("purchase", *AS_CALL)
    assert office.move("purchase", to, mapping={"Approve": "Approve"}).states == {"moved": 1}
    assert play.elements(lamp) == [] and Call.query.one().topic == "branches"
    assert Task.query.one().state == "cancelled"
    back(play)
    after = rows(lamp)
    assert after.pop("Call")[0]["handled_at"] and not before.pop("Call")
    after["Timer"] = after["Timer"][:1]
    assert after == before
    play.work()
    assert Call.query.one().child_id is None


def test_when_another_request_has_begun_because_of_it_it_is_too_late(play, office, lamp):
    office.move("purchase", office.change("purchase", *AS_CALL), mapping={"Approve": "Approve"})
    play.work("call")
    with pytest.raises(MovePassed):
        back(play)


def test_who_has_gone_on_since_is_named(play, office, lamp):
    office.move("purchase", office.change("purchase", RENAMED))
    play.clock.forward(hours=1)
    play.deed(claim, "nadia", lambda: play.task(lamp, "Approve"))
    with pytest.raises(MoveOvertaken) as refusal:
        back(play)
    assert refusal.value.values["name"].startswith("Nadia")
    assert play.case(lamp).published.number == 2


def test_what_has_gone_on_by_itself_is_not_undone(play, office, lamp):
    office.move("purchase", office.change("purchase", RENAMED))
    play.clock.forward(hours=5)
    play.work("timer")
    with pytest.raises(MovePassed):
        back(play)


def test_the_batch_says_which_could_not_be_brought_back_and_why(play, office, lamp):
    other = play.open("purchase", what="Chair", amount=4)
    id = office.begin("purchase", office.change("purchase", RENAMED))
    play.work("move")
    play.deed(withdraw, "sara", lambda: play.case(lamp))
    play.deed(undo, "omar", lambda: office.found(id))
    play.work("move")
    found = office.progress(id)
    assert (found.state, found.states, found.refused) == ("undone", {"moved": 1, "undone": 1}, 1)
    row = cases_of(office.found(id), state="moved")[0]
    assert isinstance(refused(row), MoveOvertaken) and "Sara" in str(refused(row))
    assert (play.case(lamp).state, play.case(other).published.number) == ("withdrawn", 1)


def test_a_message_and_a_draft_do_not_keep_it_from_going_back(play, office, lamp):
    office.move("purchase", office.change("purchase", RENAMED))
    play.deed(comment, "sara", lambda: play.case(lamp), "Thank you")
    back(play)
    assert play.case(lamp).published.number == 1


def test_a_move_is_undone_once(play, office, lamp):
    office.move("purchase", office.change("purchase", RENAMED))
    back(play)
    with pytest.raises(NotMoved):
        back(play)
    assert Event.query.filter_by(kind="case.move_undone").count() == 1


def test_moved_twice_it_goes_back_one_move_at_a_time(play, office, lamp):
    office.move("purchase", office.change("purchase", RENAMED))
    office.move("purchase", office.change("purchase", *reminder_at("Approve")))
    case = play.case(lamp)
    assert (case.published.number, len(case.earlier)) == (3, 2)
    assert Timer.query.filter_by(handled_at=None).count() == 2
    back(play)
    assert (play.case(lamp).published.number, len(play.case(lamp).earlier)) == (2, 1)
    assert [one.element for one in Timer.query.filter_by(handled_at=None)] == ["Remind_after"]
    db.session.rollback()
