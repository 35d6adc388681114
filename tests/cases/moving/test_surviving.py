"""What people have begun survives a move: drafts, claims, hand-overs, due moments, timers, votes, calls, children."""

from datetime import timedelta

from app.base import db, transaction
from app.cases import Approval, Call, Incident, Reach, Task, Timer, Typed, claim, complete, hand_over, retry, task_to_do
from app.events import Event
from app.people import Person
from tests.cases.moving.changes import RENAMED, SAME, other_id, reminder_at
from tests.cases.moving.rows import rows


def test_a_request_moved_to_a_version_that_says_the_same_keeps_every_row(play, office):
    number = play.open("purchase", what="Desk lamp", amount=40)
    before = rows(number)
    to = office.change("purchase", SAME)
    assert office.move("purchase", to).states == {"moved": 1}
    after = rows(number)
    assert after["Case"].pop("version_id") == to != before["Case"].pop("version_id")
    assert before["Case"].pop("earlier") is None and len(after["Case"].pop("earlier")) == 1
    assert after == before


def test_a_draft_and_a_claim_survive_and_the_decision_goes_the_new_way(play, office):
    number = play.open("purchase", what="Desk lamp", amount=40)
    task = play.task(number, "Approve")
    play.deed(claim, "nadia", lambda: play.task(number, "Approve"))
    with transaction():
        db.session.add(Typed(person_id=Person.by_key("nadia").id, about=f"task:{task.id}", raw={"comment": "Hm"},
                             saved_at=play.clock.now))
    before = rows(number)
    to = office.change("purchase", RENAMED, ("approved,sent_back,rejected", "approved,rejected"))
    office.move("purchase", to)
    after = rows(number)
    assert all(after[name] == before[name] for name in ("Typed", "Claim", "Candidate", "Timer"))
    moved = play.task(number, "Approve")
    assert (moved.id, moved.name, moved.state, moved.due_at) == (task.id, "Say yes or no", "claimed", task.due_at)
    assert [one.key for one in moved.case.published.outcomes("Approve")] == ["approved", "rejected"]
    play.do(number, "Approve", by="nadia", outcome="approved")
    assert play.elements(number) == ["Order"] and Approval.query.count() == 1


def test_who_was_given_a_task_keeps_it(play, office):
    number = play.open("purchase", what="Desk lamp", amount=40)
    with transaction():
        nadia = Person.by_key("nadia")
        task = task_to_do(Reach.of(nadia, play.clock.now), play.task(number, "Approve").id)
        hand_over(task, Person.by_key("omar"), by=nadia, now=play.clock.now)
    office.move("purchase", office.change("purchase", RENAMED))
    assert play.case(number).waiting_for["names"] == [dict(Person.by_key("omar").names)]
    play.do(number, "Approve", by="omar", outcome="approved")
    assert play.elements(number) == ["Order"]


def test_another_element_takes_over_with_the_same_task(play, office):
    number = play.open("purchase", what="Desk lamp", amount=40)
    task = play.task(number, "Approve")
    to = office.change("purchase", *other_id("Approve", "Decide"))
    assert office.move("purchase", to).verdicts == {"mapping": 1}
    assert play.case(number).version_id != to
    assert office.move("purchase", to, mapping={"Approve": "Decide"}).states == {"moved": 1}
    case = play.case(number)
    assert play.task(number, "Decide").id == task.id
    entry = next(iter(case.open["steps"].values()))
    assert (entry["element"], entry["place"], case.waiting_for["place"]) == ("Decide", "Decide", "Decide")
    assert case.open["standing"] == ["Remind_after"]
    play.do(number, "Decide", by="nadia", outcome="approved")
    assert play.case(number).marks["done"]["Decide"] == 1


def test_a_timer_keeps_its_moment_and_strikes_in_the_new_version(play, office):
    play.open("purchase", what="Desk lamp", amount=40)
    due = Timer.query.one().due_at
    office.move("purchase", office.change("purchase", ("PT4H", "PT2H")))
    play.clock.forward(hours=3)
    play.work()
    assert Timer.query.one().handled_at is None and Timer.query.one().due_at == due
    play.clock.forward(hours=1)
    play.work()
    assert Event.query.filter_by(kind="case.notice").count() == 1


def test_a_timer_is_reckoned_anew_where_that_is_asked_for(play, office):
    play.open("purchase", what="Desk lamp", amount=40)
    opened = play.clock.now
    play.clock.forward(minutes=30)
    office.move("purchase", office.change("purchase", ("PT4H", "PT2H")), recompute=["Remind_after"])
    timer = Timer.query.one()
    assert (timer.due_at, timer.text) == (opened + timedelta(hours=2), "PT2H")


def test_a_new_reminder_begins_with_the_move_and_a_removed_one_is_called_off(play, office):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    play.clock.forward(hours=1)
    first = play.case(number).version_id
    to = office.change("purchase", *reminder_at("Order"))
    assert office.move("purchase", to).states == {"moved": 1}
    timer = Timer.query.filter_by(element="Late").one()
    assert timer.due_at == play.clock.now + timedelta(days=1)
    assert office.move("purchase", first).states == {"moved": 1}
    db.session.rollback()
    assert Timer.query.filter_by(element="Late").one().handled_at == play.clock.now
    assert play.elements(number) == ["Order"]


def test_a_join_counts_the_branches_that_were_done_before_the_move(play, office):
    number = play.open("branches")
    done = play.elements(number)[:-1]
    for element in done:
        play.do(number, element, by="sara")
    office.move("branches", office.change("branches", SAME))
    assert play.case(number).marks["done"].keys() >= set(done)
    play.do(number, play.elements(number)[0], by="sara")
    assert play.case(number).state == "fulfilled"


VOTE = "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>"
VOTE += "nrOfCompletedInstances &gt;= 2</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"


def test_votes_that_were_cast_count_after_the_move(play, office):
    end = "<bpmn:outgoing>F2</bpmn:outgoing>"
    office.change("purchase", (end, end + VOTE))
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert play.elements(number) == ["Approve"] * 3
    play.do(number, "Approve", by="nadia", outcome="approved")
    before = rows(number)
    office.move("purchase", office.change("purchase", RENAMED))
    after = rows(number)
    assert all(after[name] == before[name] for name in ("Approval", "Candidate", "Timer"))
    assert [one["id"] for one in after["Task"]] == [one["id"] for one in before["Task"]]
    with transaction():
        reach = Reach.of(Person.by_key("nadia"), play.clock.now)
        second = Task.query.filter_by(closed_at=None).order_by(Task.id).first().id
        complete(task_to_do(reach, second), {}, by=reach.person, now=play.clock.now, outcome="approved")
    assert play.elements(number) == ["Order"] and Approval.query.count() == 2


def test_a_called_request_stays_on_its_own_version_and_its_answer_arrives(play, office):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work("call")
    call = Call.query.one()
    child = call.child.number
    of_child = call.child.version_id
    office.change("purchase", RENAMED)
    office.move("delivery", office.change("delivery", ('name="Buy it"', 'name="Have it bought"')))
    assert play.case(child).version_id == of_child
    assert Call.query.one().name == "Have it bought" and Call.query.one().child_id == play.case(child).id
    play.do(child, "Approve", by="nadia", outcome="approved")
    play.do(child, "Order", by="luca", order_number="PO-9")
    play.work()
    assert list(play.case(number).open["waits"])


def test_a_call_that_nobody_has_made_yet_goes_where_the_new_version_says(play, office):
    play.open("delivery", what="Monitor", amount=300)
    office.move("delivery", office.change("delivery", ('processId="purchase"', 'processId="branches"')))
    play.work("call")
    assert Call.query.one().child.service.slug == "branches"


def test_a_called_request_moves_while_its_caller_waits(play, office):
    number = play.open("delivery", what="Monitor", amount=300)
    play.work("call")
    child = Call.query.one().child.number
    office.move("purchase", office.change("purchase", RENAMED))
    play.do(child, "Approve", by="nadia", outcome="rejected", comment="No")
    play.work()
    assert play.case(number).ended


def test_a_request_that_stands_broken_goes_on_in_the_mended_version(play, office):
    number = play.open("broken", what="Nothing", amount=0)
    assert play.case(number).state == "failed"
    to = office.change("broken", ("share = 100 / amount", "share = 0"))
    assert office.move("broken", to).states == {"moved": 1}
    assert Incident.query.one().resolved_at is None
    play.deed(retry, "omar", lambda: Incident.query.one())
    assert play.case(number).state == "fulfilled"
