"""Taking a decision back within ten seconds: the case, its rows and what was told are as they were."""

import pytest

from app.base import db, transaction
from app.cases import (
    Approval,
    Call,
    Candidate,
    Delivery,
    Reach,
    Task,
    TaskClosed,
    Timer,
    UndoOvertaken,
    UndoPassed,
    UndoTooLate,
    claim,
    comment,
    hand_over,
    take_back,
    task_locked,
    task_to_do,
    withdraw,
)
from app.events import Event
from app.notifications import Mail, Notice, recall
from app.people import Person


@pytest.fixture
def undo(play):
    def undo(number, element, by):
        with transaction():
            person = Person.by_key(by)
            task = task_locked(Reach.of(person, play.clock.now), play.task(number, element).id)
            recall(take_back(task, by=person, now=play.clock.now))

    return undo


@pytest.fixture
def lamp(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    play.clock.forward(minutes=5)
    return number


def picture(play, number):
    """Everything of a case that an undone decision must leave as it was."""
    case = play.case(number)
    entries = [entry["task"] for entry in case.open["steps"].values()]
    open_candidates = Candidate.query.filter_by(open=True).order_by(Candidate.id).all()
    tasks = Task.query.filter(Task.closed_at.is_(None)).order_by(Task.id)
    return (
        case.state, case.closed_at, case.marks, case.run, case.waiting_for, entries, sorted(case.open["timers"]),
        [(one.id, one.state, one.values, one.outcome) for one in tasks],
        [(one.task_id, one.person_id, one.group_id) for one in open_candidates], Approval.query.count(),
        [one.timer for one in Timer.query.filter_by(case_id=case.id, handled_at=None).order_by(Timer.id)],
    )


@pytest.mark.parametrize("outcome", ["approved", "rejected", "sent_back"])
def test_an_undone_decision_leaves_everything_as_it_was(play, undo, lamp, outcome):
    before = picture(play, lamp)
    play.do(lamp, "Approve", by="nadia", outcome=outcome, comment="Hm")
    assert picture(play, lamp) != before
    play.clock.forward(seconds=9)
    undo(lamp, "Approve", by="nadia")
    assert picture(play, lamp) == before


def test_it_can_be_decided_again_the_other_way(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="rejected", comment="We have one")
    undo(lamp, "Approve", by="nadia")
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    assert [one.decision for one in Approval.query] == ["approved"]
    assert play.elements(lamp) == ["Order"]
    play.do(lamp, "Order", by="luca", order_number="PO-7")
    assert play.case(lamp).state == "fulfilled"


def test_undoing_twice_is_undoing_once(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    undo(lamp, "Approve", by="nadia")
    revision = play.case(lamp).revision
    undo(lamp, "Approve", by="nadia")
    assert play.case(lamp).revision == revision


def test_the_story_tells_both(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    undo(lamp, "Approve", by="nadia")
    kinds = [event.kind for event in Event.query.filter_by(case_id=play.case(lamp).id).order_by(Event.id)]
    assert kinds[-3:] == ["task.completed", "task.opened", "task.undone"]


def test_notices_and_waiting_mails_are_recalled(play, undo, lamp):
    mails, notices = Mail.query.count(), Notice.query.count()
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.work("event")
    assert Mail.query.count() > mails
    play.clock.forward(seconds=5)
    undo(lamp, "Approve", by="nadia")
    db.session.rollback()
    assert (Mail.query.count(), Notice.query.count()) == (mails, notices)


def test_what_nobody_was_told_yet_is_never_told(play, undo, lamp):
    notices = Notice.query.count()
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    undo(lamp, "Approve", by="nadia")
    play.work("event")
    assert Notice.query.count() == notices


def test_when_a_mail_has_left_it_is_too_late(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.work("event")
    play.clock.forward(seconds=11)
    play.work("mail")
    with pytest.raises(UndoTooLate):
        undo(lamp, "Approve", by="nadia")
    assert play.elements(lamp) == ["Order"]


def test_after_the_time_is_over_it_is_too_late(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.clock.forward(seconds=13)
    with pytest.raises(UndoTooLate):
        undo(lamp, "Approve", by="nadia")


def test_who_has_gone_on_meanwhile_is_named(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.clock.forward(seconds=2)
    play.deed(claim, "luca", lambda: play.task(lamp, "Order"))
    with pytest.raises(UndoOvertaken) as refused:
        undo(lamp, "Approve", by="nadia")
    assert refused.value.values["name"] == "Luca Bianchi"


def test_a_withdrawal_meanwhile_stands(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.clock.forward(seconds=2)
    play.deed(withdraw, "sara", lambda: play.case(lamp))
    with pytest.raises(UndoOvertaken):
        undo(lamp, "Approve", by="nadia")
    assert play.case(lamp).state == "withdrawn"


def test_another_person_cannot_undo_it(play, undo):
    number = play.open("branches")
    play.do(number, "Work_3", by="sara")
    with pytest.raises(TaskClosed):
        undo(number, "Work_3", by="nadia")


def test_a_message_meanwhile_changes_nothing(play, undo, lamp):
    before = picture(play, lamp)
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.deed(comment, "sara", lambda: play.case(lamp), "Thank you")
    undo(lamp, "Approve", by="nadia")
    assert picture(play, lamp) == before


def test_the_last_step_of_a_request_can_be_undone(play, undo, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.clock.forward(minutes=1)
    before = picture(play, lamp)
    play.do(lamp, "Order", by="luca", order_number="PO-7")
    undo(lamp, "Order", by="luca")
    assert picture(play, lamp) == before


def test_a_task_comes_back_to_whom_it_was_handed_or_who_had_taken_it(play, undo, lamp):
    with transaction():
        nadia = Person.by_key("nadia")
        task = task_to_do(Reach.of(nadia, play.clock.now), play.task(lamp, "Approve").id)
        hand_over(task, Person.by_key("omar"), by=nadia, now=play.clock.now)
    before = picture(play, lamp)
    play.do(lamp, "Approve", by="omar", outcome="approved")
    undo(lamp, "Approve", by="omar")
    assert picture(play, lamp) == before
    play.deed(claim, "omar", lambda: play.task(lamp, "Approve"))
    before = picture(play, lamp)
    play.do(lamp, "Approve", by="omar", outcome="approved")
    undo(lamp, "Approve", by="omar")
    assert picture(play, lamp) == before


@pytest.fixture
def called(play):
    """A purchase that a delivery has called, with its order still to be placed."""
    play.open("delivery", what="Desk lamp", amount=40)
    play.work()
    number = Call.query.filter(Call.child_id.is_not(None)).one().child.number
    play.do(number, "Approve", by="nadia", outcome="approved")
    play.work()
    play.clock.forward(minutes=1)
    return number


def test_an_answer_on_its_way_to_the_calling_request_is_called_back(play, undo, called):
    before = picture(play, called)
    play.do(called, "Order", by="luca", order_number="PO-7")
    assert Delivery.query.count() == 1
    undo(called, "Order", by="luca")
    assert picture(play, called) == before
    assert Delivery.query.count() == 0


def test_an_answer_that_has_arrived_cannot_be_called_back(play, undo, called):
    play.do(called, "Order", by="luca", order_number="PO-7")
    play.work("delivery")
    with pytest.raises(UndoPassed):
        undo(called, "Order", by="luca")
    assert play.case(called).state == "fulfilled"


def test_what_was_kept_for_undoing_is_dropped_when_the_request_goes_on(play, lamp):
    play.do(lamp, "Approve", by="nadia", outcome="approved")
    play.clock.forward(minutes=1)
    play.do(lamp, "Order", by="luca", order_number="PO-7")
    play.work("event")
    assert [task.element for task in Task.query.filter(Task.undo.is_not(None))] == ["Order"]
