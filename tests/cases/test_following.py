"""After every act the open column says what the rows say, and both say what the run says."""

from app.base import db
from app.cases import Call, Case, Incident, Task, Timer, Wait, claim, withdraw


def check(play, number: str):
    db.session.rollback()
    case = Case.query.filter_by(number=number).one()
    run = case.load_run()
    rows = {
        "steps": {task.step: task.id for task in Task.query.filter_by(case_id=case.id) if not task.closed},
        "timers": {one.timer: one.id for one in Timer.query.filter_by(case_id=case.id, handled_at=None)},
        "calls": {one.call: one.id for one in Call.query.filter_by(case_id=case.id, answered_at=None)},
        "waits": {one.wait: one.id for one in Wait.query.filter_by(case_id=case.id)},
        "incidents": {one.incident: one.id for one in Incident.query.filter_by(case_id=case.id, resolved_at=None)},
    }
    said = {**case.open, "steps": {step: entry["task"] for step, entry in case.open["steps"].items()}}
    assert {kind: said[kind] for kind in rows} == rows
    assert {kind: sorted(found) for kind, found in rows.items()} == {
        kind: sorted(one.id for one in getattr(run, kind)) for kind in rows
    }


def test_while_a_purchase_goes_back_and_forth(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    check(play, number)
    play.clock.forward(hours=5)
    play.work("timer")
    check(play, number)
    play.do(number, "Approve", by="nadia", outcome="sent_back", comment="Which one?")
    check(play, number)
    play.do(number, "Correct", by="sara", what="The green one", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    check(play, number)
    play.do(number, "Order", by="luca", order_number="PO-1")
    check(play, number)


def test_while_services_call_each_other(play):
    number = play.open("delivery", what="Monitor", amount=300)
    check(play, number)
    play.work()
    check(play, number)
    play.deed(withdraw, "sara", lambda: play.case(number))
    play.work()
    check(play, number)


def test_while_twenty_work_at_once(play):
    number = play.open("branches")
    for branch in range(20):
        play.do(number, f"Work_{branch}", by="sara" if branch % 2 else "nadia")
        check(play, number)
    assert play.case(number).ended


def test_a_claim_changes_who_has_it_and_nothing_else(play):
    number = play.open("branches")
    play.deed(claim, "sara", lambda: play.task(number, "Work_0"))
    check(play, number)


def test_while_something_is_broken(play):
    number = play.open("broken", amount=0)
    check(play, number)
