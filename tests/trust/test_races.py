"""People at the same task, on the same case, sending the same form: told the truth, at once, and nothing is lost."""

from io import BytesIO

import pytest
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.base import db
from app.cases import Approval, Attachment, Case, Claim, Comment, Task, Withdrawal
from app.events import Event
from tests.trust.picture import picture

ORDER = {"order_number": "PO-1"}


@pytest.fixture
def approved(play) -> str:
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    return number


def path(play, number, element, what="completion") -> str:
    return f"/tasks/{play.task(number, element).id}/{what}"


def test_of_fifty_who_complete_one_task_one_wins_and_the_others_keep_what_they_typed(play, door, crowd, approved):
    where = path(play, approved, "Order")
    answers = door.knock([(key, where, {"order_number": f"PO-{key}"}) for key in crowd])
    won = [key for key, (status, _, _) in zip(crowd, answers, strict=True) if status == 303]
    assert len(won) == 1
    task = play.task(approved, "Order")
    assert (task.closed_by.key, task.values) == (won[0], {"order_number": f"PO-{won[0]}"})
    name = task.closed_by.name("en")
    for key, (status, _, page) in zip(crowd, answers, strict=True):
        if key not in won:
            assert status == 409
            assert f"{name} has already completed this task." in page
            assert f'value="PO-{key}"' in page
    assert Event.query.filter_by(kind="task.completed", task_id=task.id).count() == 1


def test_twenty_branches_of_one_case_are_completed_at_once_by_twenty_people(play, door, crowd):
    number = play.open("branches")
    posts = [(crowd[count], path(play, number, f"Work_{count}"), {}) for count in range(20)]
    assert [status for status, _, _ in door.knock(posts)] == [303] * 20
    assert play.case(number).state == "fulfilled"
    done = Task.query.filter_by(case_id=play.case(number).id).order_by(Task.id)
    assert sorted(task.closed_by.key for task in done) == sorted(crowd[:20])
    assert Event.query.filter_by(kind="case.closed").count() == 1


def test_of_twenty_who_take_one_task_one_has_it(play, door, crowd, approved):
    answers = door.knock([(key, path(play, approved, "Order", "claim"), {}) for key in crowd[:20]])
    assert sorted(status for status, _, _ in answers) == [303] + [409] * 19
    assert Claim.query.count() == Event.query.filter_by(kind="task.claimed").count() == 1


def test_one_form_sent_five_times_at_once_opens_one_case(play, door):
    form = {"what": "Desk lamp", "amount": "40", "once": "pressed"}
    answers = door.knock([("sara", "/services/purchase/cases", form)] * 5)
    number = Case.query.one().number
    assert {(status, place) for status, place, _ in answers} == {(303, f"/requests/{number}?sent=1")}


@pytest.mark.parametrize("times", [1, 3])
def test_sending_again_gives_the_first_result(play, door, approved, times):
    where = f"/requests/{approved}"
    deeds = [
        ("luca", path(play, approved, "Order", "claim"), {}, Claim),
        ("luca", f"{where}/comments", {"text": "It comes on Monday", "once": "said"}, Comment),
        ("sara", f"{where}/comments", {"text": "Thank you", "once": "said"}, Comment),
        ("luca", path(play, approved, "Order"), ORDER, Approval),
    ]
    for person, place, data, _ in deeds:
        first = door.knock([(person, place, data)])[0][:2]
        before = picture(approved)
        assert first[0] in (302, 303)
        assert [answer[:2] for answer in door.knock([(person, place, data)] * times)] == [first] * times, place
        assert picture(approved) == before, place
    assert Comment.query.count() == 2


def test_withdrawing_again_gives_the_first_result(play, door, approved):
    answers = door.knock([("sara", f"/requests/{approved}/withdrawal", {"reason": "I found one"})] * 4)
    assert {status for status, _, _ in answers} == {303}
    assert (Withdrawal.query.count(), Event.query.filter_by(kind="case.withdrawn").count()) == (1, 1)


def test_the_same_completion_after_the_request_has_gone_on_is_the_first_result(play, door):
    """The step's form reads what the case knew then: closed, it is not examined again."""
    number = play.open("purchase", what="Desk lamp", amount=40)
    where = path(play, number, "Approve")
    deed = ("nadia", where, {"outcome": "approved"})
    assert [door.knock([deed])[0][0] for _ in range(2)] == [303, 303]
    assert Approval.query.count() == 1


def test_a_lost_race_is_run_again_with_the_files_that_were_sent(play, visit):
    losses = iter((1, 2))

    def lose(session):
        if next(losses, None):
            raise StaleDataError("Somebody was faster.")

    sara = visit("sara")
    db.event.listen(Session, "before_commit", lose)
    try:
        answer = sara.post("/files", data={"file": (BytesIO(b"the bytes"), "a.txt")})
    finally:
        db.event.remove(Session, "before_commit", lose)
    assert (answer.status_code, answer.json["size"]) == (201, 9)
    assert Attachment.query.one().size == 9


def test_a_race_lost_too_often_is_an_error_that_changes_nothing(play, visit):
    def lose(session):
        raise StaleDataError("Somebody was faster.")

    sara = visit("sara")
    db.event.listen(Session, "before_commit", lose)
    try:
        answer = sara.post("/services/purchase/cases", data={"what": "Lamp", "amount": "4", "once": "x"})
    finally:
        db.event.remove(Session, "before_commit", lose)
    assert answer.status_code == 503
    assert Case.query.count() == 0


def test_a_service_asked_by_two_people_with_one_token_opens_two_cases(play, door):
    form = {"what": "Desk lamp", "amount": "40", "once": "the same"}
    answers = door.knock([(key, "/services/purchase/cases", form) for key in ("sara", "ali")])
    assert [status for status, _, _ in answers] == [303, 303]
    assert Case.query.count() == 2


def test_fifty_writers_at_once_find_the_database_open(play, door, crowd):
    form = {"what": "Desk lamp", "amount": "40"}
    posts = [(key, "/services/purchase/cases", {**form, "once": key}) for key in crowd]
    assert {status for status, _, _ in door.knock(posts)} == {303}
    numbers = [case.number for case in Case.query.order_by(Case.number)]
    assert [int(number[-6:]) for number in numbers] == list(range(1, 51))
