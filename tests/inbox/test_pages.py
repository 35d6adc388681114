"""The inbox as people meet it: lists, the task beside them, deciding, being second, typing that is never lost."""

import re

import pytest

from app.cases import Approval, Task


@pytest.fixture
def asked(play) -> str:
    return play.open("purchase", what="Desk lamp", amount=40)


def address(play, number, element) -> str:
    return f"/tasks/{play.task(number, element).id}"


def test_a_stranger_is_asked_to_sign_in(desk, play):
    answer = desk.app.test_client().get("/inbox")
    assert answer.status_code == 302 and "/sign-in" in answer.location


def test_the_approver_sees_the_task_with_the_answers_and_the_buttons_the_model_names(visit, play, asked):
    page = visit("nadia").get(f"/inbox?task={play.task(asked, 'Approve').id}").text
    for word in (
        "Buy Desk lamp",
        "Sara Ahmadi",
        "Approve the need",
        "Desk lamp",
        'value="approved"',
        'value="sent_back"',
        'value="rejected"',
    ):
        assert word in page


def test_an_empty_inbox_says_what_to_do_next(visit, play):
    assert "Nothing is waiting for you" in visit("maria").get("/inbox").text


def test_counters_equal_the_lists(visit, play):
    for amount in range(3):
        play.open("purchase", what=f"Lamp {amount}", amount=amount)
    page = visit("nadia").get("/inbox").text
    assert page.count("data-task=") == 3
    assert re.search(r'For me\s*<span class="count">3</span>', page)


def test_deciding_leads_to_the_next_task(visit, play, asked):
    second = play.open("purchase", what="Desk", amount=400)
    nadia = visit("nadia")
    answer = nadia.post(f"{address(play, asked, 'Approve')}/completion", data={"outcome": "approved", "view": "mine"})
    assert answer.status_code == 303
    assert "Buy Desk" in nadia.get(answer.location).text
    assert play.task(second, "Approve").closed is False


def test_refusing_without_a_word_keeps_the_task_and_says_why(visit, play, asked):
    answer = visit("nadia").post(
        f"{address(play, asked, 'Approve')}/completion", data={"outcome": "rejected", "comment": " "}
    )
    assert answer.status_code == 422
    assert "Say why" in answer.text
    assert Approval.query.count() == 0


def test_the_second_sees_who_was_first_and_keeps_what_was_typed(visit, play, asked):
    play.do(asked, "Approve", by="nadia", outcome="approved")
    url = f"{address(play, asked, 'Order')}/completion"
    luca = visit("luca")
    assert luca.post(url, data={"order_number": "PO-1"}).status_code == 303
    play.clock.forward(minutes=1)
    number = play.open("branches")
    url = f"{address(play, number, 'Work_0')}/completion"
    assert visit("sara").post(url, data={}).status_code == 303
    answer = visit("nadia").post(url, data={"comment": "I did this as well"})
    assert answer.status_code == 409
    assert "Sara Ahmadi has already completed this task." in answer.text


def test_a_form_with_an_error_comes_back_with_what_was_typed(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="sent_back", comment="Which one?")
    answer = visit("sara").post(
        f"{address(play, number, 'Correct')}/completion", data={"what": "The green one", "amount": "forty"}
    )
    assert answer.status_code == 422
    assert "The green one" in answer.text and "forty" in answer.text
    assert play.task(number, "Correct").closed is False


def test_what_is_typed_is_saved_and_waits_when_one_comes_back(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="sent_back", comment="Which one?")
    url = address(play, number, "Correct")
    sara = visit("sara")
    assert sara.post(f"{url}/draft", data={"what": "The green one", "amount": "4"}).status_code == 200
    assert "The green one" in sara.get(f"/inbox?task={url.rsplit('/', 1)[1]}").text


def test_hidden_questions_submit_nothing(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="sent_back", comment="Which one?")
    data = {"what": "Lamp", "amount": "40", "why": "smuggled in", "beneficiary": "shirin", "outcome": ""}
    assert visit("sara").post(f"{address(play, number, 'Correct')}/completion", data=data).status_code == 303
    found = play.case(number).load_run().data
    assert "why" not in found and found["beneficiary"] == "sara"


def test_a_task_of_others_is_not_there(visit, play, asked):
    maria = visit("maria")
    url = address(play, asked, "Approve")
    for answer in (
        maria.get(url),
        maria.post(f"{url}/completion", data={"outcome": "approved"}),
        maria.post(f"{url}/claim"),
        maria.delete(f"{url}/claim"),
        maria.post(f"{url}/assignment", data={"person": "maria"}),
    ):
        assert answer.status_code == 404
    assert Task.query.filter_by(state="ready").count() == 1


def test_taking_giving_back_and_handing_over(visit, play):
    number = play.open("branches")
    url = address(play, number, "Work_0")
    sara, nadia = visit("sara"), visit("nadia")
    assert sara.post(f"{url}/claim").status_code == 303
    assert nadia.post(f"{url}/claim").status_code == 409
    assert sara.delete(f"{url}/claim").status_code == 303
    assert nadia.post(f"{url}/assignment", data={"person": "ali", "reason": "You know it"}).status_code == 303
    assert "Twenty branches" in visit("ali").get("/inbox").text


def test_a_hidden_task_comes_back_in_its_time(visit, play, asked):
    nadia = visit("nadia")
    assert nadia.post(f"{address(play, asked, 'Approve')}/hiding", data={"until": "tomorrow"}).status_code == 303
    assert "Buy Desk lamp" not in nadia.get("/inbox").text
    assert "Buy Desk lamp" in nadia.get("/inbox?view=hidden").text
    play.clock.forward(days=2)
    assert "Buy Desk lamp" in nadia.get("/inbox").text


def test_the_inbox_speaks_persian_and_arabic(visit, play, asked):
    nadia = visit("nadia")
    for language, word in (("fa", "تأیید نیاز"), ("ar", "الموافقة على الحاجة")):
        nadia.post("/reader", data={"language": language})
        page = nadia.get("/inbox").text
        assert 'dir="rtl"' in page and word in page
