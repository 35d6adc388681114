"""Completing tasks: decisions, who is told what when somebody was first, sending twice."""

import pytest

from app.cases import Approval, CommentNeeded, OutcomeUnknown, TaskCancelled, TaskClosed, withdraw


def test_an_approved_request_goes_on_to_the_buyers(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert play.case(number).state == "waiting_approval"
    play.do(number, "Approve", by="nadia", outcome="approved")
    case = play.case(number)
    assert play.elements(number) == ["Order"]
    assert case.state == "in_progress"
    play.do(number, "Order", by="luca", order_number="PO-7")
    case = play.case(number)
    assert (case.state, case.ended, case.open["steps"]) == ("fulfilled", True, {})


def test_a_decision_is_a_record_with_who_and_why(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="rejected", comment="We have one")
    approval = Approval.query.one()
    assert (approval.decision, approval.reason, approval.by.key) == ("rejected", "We have one", "nadia")
    assert play.case(number).state == "refused"


def test_sent_back_comes_to_the_requester_and_back_again(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="sent_back", comment="Which colour?")
    assert play.case(number).state == "waiting_requester"
    play.do(number, "Correct", by="sara", what="Green desk lamp", amount=40)
    assert play.elements(number) == ["Approve"]
    assert play.case(number).load_run().data["what"] == "Green desk lamp"


def test_refusing_needs_a_comment_and_changes_nothing_without_one(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    with pytest.raises(CommentNeeded):
        play.do(number, "Approve", by="nadia", outcome="rejected", comment="  ")
    assert play.elements(number) == ["Approve"]
    assert Approval.query.count() == 0


def test_only_outcomes_that_the_model_names_are_taken(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    for outcome in ("maybe", None, ""):
        with pytest.raises(OutcomeUnknown):
            play.do(number, "Approve", by="nadia", outcome=outcome)


def test_sending_the_same_completion_twice_gives_the_first_result(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    play.do(number, "Approve", by="nadia", outcome="rejected", comment="I pressed twice")
    assert [one.decision for one in Approval.query] == ["approved"]
    assert play.elements(number) == ["Order"]


def test_a_second_buyer_is_told_who_was_first(play):
    number = play.open("branches")
    play.do(number, "Work_3", by="sara")
    with pytest.raises(TaskClosed) as refused:
        play.do(number, "Work_3", by="nadia")
    assert refused.value.values["name"] == "Sara Ahmadi"
    assert str(refused.value) == "Sara Ahmadi has already completed this task."


def test_a_task_of_a_withdrawn_request_is_no_longer_needed(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.deed(withdraw, "sara", lambda: play.case(number))
    with pytest.raises(TaskCancelled):
        play.do(number, "Approve", by="nadia", outcome="approved")
    assert play.case(number).state == "withdrawn"


def test_a_task_may_be_completed_for_an_absent_colleague(play):
    number = play.open("purchase", requester="ali", what="Switch", amount=900)
    play.do(number, "Approve", by="nadia", outcome="approved")
    approval = Approval.query.one()
    assert (approval.by.key, approval.on_behalf_of.key) == ("nadia", "reza")
