"""Timers, called services, messages and incidents: rows that workers do, each once."""

from datetime import timedelta

import pytest

from app.base import LeaseLost, claim, db, settle, transaction
from app.cases import Call, Case, Delivery, Incident, Timer, answer_call, fire, retry, withdraw
from app.events import Event
from app.worker import KINDS
from app.worker.job import attempt


def test_a_reminder_goes_out_when_its_timer_fires_and_the_task_stays(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=3)
    play.work("timer")
    assert Event.query.filter_by(kind="case.notice").count() == 0
    play.clock.forward(hours=2)
    play.work("timer")
    notice = Event.query.filter_by(kind="case.notice").one()
    assert (notice.data["audience"], notice.data["text"]) == (["nadia"], "Please decide")
    assert play.elements(number) == ["Approve"]


def test_a_timer_of_a_step_that_is_done_fires_nothing(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    play.clock.forward(hours=9)
    play.work("timer")
    assert Event.query.filter_by(kind="timer.fired").count() == 0
    assert Timer.query.filter(Timer.handled_at.is_(None)).count() == 0


def test_firing_a_timer_twice_is_once(play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=5)
    timer_id = Timer.query.one().id
    for _ in range(3):
        with transaction():
            fire(db.session.get(Timer, timer_id), now=play.clock.now)
    assert Event.query.filter_by(kind="case.notice").count() == 1


def test_a_called_service_is_a_case_of_its_own_and_its_end_the_answer(play):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work()
    call = Call.query.one()
    child = call.child.number
    assert play.case(child).title == "Buy Monitor"
    play.do(child, "Approve", by="nadia", outcome="approved")
    play.do(child, "Order", by="luca", order_number="PO-9")
    play.work()
    data = play.case(number).load_run().data
    assert (data["bought"], data["purchase_number"]) == ("fulfilled", child)
    assert play.case(number).state in ("scheduled", "in_progress")


def bought(play) -> tuple[str, str]:
    number = play.open("delivery", what="Monitor", amount=300)
    play.work()
    child = Call.query.order_by(Call.id.desc()).first().child.number
    play.do(child, "Approve", by="nadia", outcome="approved")
    play.do(child, "Order", by="luca", order_number="PO-9")
    play.work()
    return number, child


def send(play, name, keys):
    with transaction():
        db.session.add(Delivery(kind="message", name=name, keys=keys, due_at=play.clock.now))


def test_a_message_reaches_the_case_whose_keys_it_names_and_no_other(play):
    one, first = bought(play)
    other, _ = bought(play)
    key = next(iter(play.case(one).load_run().waits[0].keys))
    send(play, "goods arrived", {key: first})
    play.work()
    assert play.elements(one) == ["Bring"]
    assert play.elements(other) == []


def test_an_early_message_is_kept_until_somebody_waits_for_it(play):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work()
    child = Call.query.one().child.number
    send(
        play,
        "goods arrived",
        {"correlationKey": child, "key": child, "purchase_number": child, "=purchase_number": child},
    )
    play.work()
    play.do(child, "Approve", by="nadia", outcome="approved")
    play.do(child, "Order", by="luca", order_number="PO-9")
    play.work()
    play.clock.forward(minutes=1)
    play.work()
    assert play.elements(number) == ["Bring"]
    play.clock.forward(minutes=5)
    play.work()
    assert Event.query.filter_by(kind="message.received").count() == 1


def test_withdrawing_a_case_withdraws_what_it_called(play):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work()
    child = Call.query.one().child.number
    play.deed(withdraw, "sara", lambda: play.case(number))
    play.work()
    assert play.case(number).state == "withdrawn"
    assert play.case(child).state == "withdrawn"


def test_a_broken_script_is_an_incident_and_the_case_stays(play):
    number = play.open("broken", amount=0)
    incident = Incident.query.one()
    case = play.case(number)
    assert (incident.element, case.state, case.ended) == ("Divide", "failed", False)
    assert "zero" in (incident.message + incident.detail).lower()


def test_an_incident_is_mended_with_a_corrected_value(play):
    number = play.open("broken", amount=0)
    play.deed(
        lambda incident, by, now: retry(incident, by=by, now=now, values={"amount": 4}),
        "nadia",
        lambda: Incident.query.one(),
    )
    case = play.case(number)
    assert (case.state, case.load_run().data["share"]) == ("fulfilled", 25)
    assert Incident.query.one().resolved_by.key == "nadia"


def test_an_incident_that_is_not_mended_comes_back(play):
    number = play.open("broken", amount=0)
    play.deed(retry, "nadia", lambda: Incident.query.one())
    assert Incident.query.filter(Incident.resolved_at.is_(None)).count() == 1
    assert play.case(number).state == "failed"


def test_a_worker_that_lost_its_lease_cannot_commit(play):
    play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=5)
    with transaction():
        slow = claim(Timer, play.clock.now, 1)[0]
    play.clock.forward(minutes=2)
    with transaction():
        fast = claim(Timer, play.clock.now, 1)[0]
    assert attempt(KINDS["timer"], *fast)
    assert not attempt(KINDS["timer"], *slow)
    with pytest.raises(LeaseLost), transaction():
        settle(Timer, *slow, play.clock.now)
    assert Event.query.filter_by(kind="case.notice").count() == 1


def test_an_outside_call_may_be_answered_by_hand(play):
    number = play.open("delivery", what="Monitor", amount=300)
    play.deed(
        lambda case, call, by, now: answer_call(case, call, {"outcome": "refused"}, now=now, by=by),
        "nima",
        lambda: Case.locked(play.case(number).id),
        lambda: Call.query.one(),
    )
    assert play.case(number).state == "fulfilled"


def test_a_timer_due_in_working_time_waits_for_the_office_to_open(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    task = play.task(number, "Approve")
    assert task.due_at - play.clock.now >= timedelta(hours=8)
