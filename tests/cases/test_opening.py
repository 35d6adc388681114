"""Opening cases: number, title, promise, who it is for, sending the same form twice."""

from app.base import transaction
from app.cases import Case, open_case
from app.catalog import Service
from app.events import Event
from app.people import Person


def test_a_case_has_a_number_a_title_and_a_promise(play):
    play.open("purchase", what="Desk lamp", amount=40)
    number = play.open("purchase", what="Desk", amount=400)
    case = play.case(number)
    year = play.clock.now.year
    assert number == f"REQ-{year}-000002"
    assert case.title == "Buy Desk"
    assert case.due_at > play.clock.now


def test_incidents_are_counted_apart(play):
    play.open("purchase", what="Desk lamp", amount=40)
    assert play.open("broken", amount=4).endswith("-000001")


def test_sending_the_same_form_twice_opens_one_case(play):
    first = play.open("purchase", once="abc", what="Desk lamp", amount=40)
    assert play.open("purchase", once="abc", what="Desk lamp", amount=40) == first
    assert Case.query.count() == 1


def test_the_token_of_somebody_elses_form_opens_nothing_of_theirs(play):
    first = play.open("purchase", once="abc", what="Desk lamp", amount=40)
    second = play.open("purchase", requester="ali", once=f"{'x' * 10}", what="Switch", amount=40)
    assert first != second


def test_answers_cannot_say_who_asked(play):
    number = play.open("purchase", requester="ali", what="Switch", amount=40, beneficiary="omar")
    case = play.case(number)
    assert case.facts["requester"] == "ali"
    assert case.load_run().data["requester"] == "ali"


def test_it_is_approved_by_the_manager_of_whom_it_is_for(play):
    with transaction():
        service = Service.query.filter_by(slug="purchase").one()
        case = open_case(
            service,
            {"what": "Chair", "amount": 90},
            requester=Person.by_key("sara"),
            beneficiary=Person.by_key("luca"),
            now=play.clock.now,
        )
        number = case.number
    assert [one.person.key for one in play.task(number, "Approve").candidates] == ["maria"]


def test_an_inactive_manager_is_passed_over(play):
    number = play.open("purchase", requester="hana", what="Book", amount=30)
    assert [one.person.key for one in play.task(number, "Approve").candidates] == ["farid"]


def test_a_task_nobody_can_be_found_for_goes_to_the_owners(play):
    number = play.open("purchase", requester="shirin", what="Painting", amount=30)
    candidates = play.task(number, "Approve").candidates
    assert [one.group.key for one in candidates] == ["procurement"]
    opened = Event.query.filter_by(kind="task.opened").one()
    assert opened.data["fallback"] is True


def test_what_happened_is_written_down_in_order(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    kinds = [event.kind for event in Event.query.filter(Event.case_id.is_not(None)).order_by(Event.id)]
    assert kinds == ["case.opened", "task.opened", "task.completed", "task.opened"]
    passed = [line[0] for line in Event.query.filter_by(kind="task.completed").one().data["passed"]]
    assert passed[:2] == ["Approve", "Approved"]
