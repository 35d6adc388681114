"""Home, search, a service's page, a request's page: what stands on them, for whom, in which words."""

from io import BytesIO

import pytest


def test_home_shows_what_waits_and_what_was_asked(visit, play):
    play.open("purchase", what="Desk lamp", amount=40)
    assert "Buy Desk lamp" in visit("sara").get("/").text
    assert "Approve the need" in visit("nadia").get("/").text


def test_a_service_is_asked_for_on_its_page(visit, play):
    sara = visit("sara")
    assert "What" in sara.get("/services/purchase").text
    answer = sara.post("/services/purchase/cases", data={"what": "Desk lamp", "amount": "40"})
    assert answer.status_code == 303
    page = sara.get(answer.location).text
    assert "Sent. The number of your request is" in page and "Nadia Farsi has it" in page


def test_what_is_wrong_comes_back_with_what_was_typed(visit, play):
    answer = visit("sara").post("/services/purchase/cases", data={"what": "A very good lamp", "amount": ""})
    assert answer.status_code == 422
    assert "A very good lamp" in answer.text and 'href="#f-amount"' in answer.text


def test_a_change_shows_the_questions_that_follow_and_saves_the_rest(visit, play):
    sara = visit("sara")
    part = sara.post("/services/purchase/examination", data={"what": "Desk", "amount": "4000"}).text
    assert "Why so much" in part
    assert "4000" in sara.get("/services/purchase").text or "4,000" in sara.get("/services/purchase").text
    sara.post("/services/purchase/draft-removal")
    assert "Why so much" not in sara.get("/services/purchase").text


@pytest.mark.parametrize("tab", ["conversation", "drawing", "answers", "files", "history"])
def test_every_part_of_a_request_is_shown(visit, play, tab):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    page = visit("sara").get(f"/requests/{number}?tab={tab}")
    assert page.status_code == 200 and "Buy Desk lamp" in page.text


def test_the_drawing_says_what_is_done_and_who_has_it(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    page = visit("sara").get(f"/requests/{number}?tab=drawing")
    assert "'unsafe-inline'" in page.headers["Content-Security-Policy"]
    assert "Nadia Farsi" in page.text and '"Approve"' in page.text
    drawing = visit("sara").get(f"/requests/{number}/drawing.bpmn")
    assert drawing.mimetype == "application/xml" and b"bpmndi" in drawing.data


def test_messages_are_read_by_everybody_and_notes_only_inside(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    luca, sara = visit("luca"), visit("sara")
    luca.post(f"/requests/{number}/comments", data={"text": "Which colour?", "kind": "public", "once": "a"})
    luca.post(f"/requests/{number}/comments", data={"text": "They pay late", "kind": "internal", "once": "b"})
    page = sara.get(f"/requests/{number}").text
    assert "Which colour?" in page and "They pay late" not in page
    assert "They pay late" in visit("nadia").get(f"/requests/{number}").text
    assert sara.post(f"/requests/{number}/comments", data={"text": "x", "kind": "internal"}).status_code == 404


def test_a_message_sent_twice_is_said_once(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    sara = visit("sara")
    for _ in range(2):
        sara.post(f"/requests/{number}/comments", data={"text": "Any news?", "kind": "public", "once": "same"})
    assert sara.get(f"/requests/{number}").text.count("Any news?") == 1


def test_somebody_added_may_read_it(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert visit("maria").get(f"/requests/{number}").status_code == 404
    visit("sara").post(f"/requests/{number}/watchers", data={"person": "maria"})
    assert visit("maria").get(f"/requests/{number}").status_code == 200


def test_only_who_asked_withdraws(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert visit("nadia").post(f"/requests/{number}/withdrawal").status_code == 404
    assert visit("sara").post(f"/requests/{number}/withdrawal", data={"reason": "Found one"}).status_code == 303
    page = visit("sara").get(f"/requests/{number}").text
    assert "Withdrawn" in page and "Found one" in page


@pytest.mark.parametrize("words", ["1", "REQ1", "۱", "req-000001", "lamp", "لمپ"])
def test_search_finds_numbers_in_any_digits_and_words(visit, play, words):
    number = play.open("purchase", what="Desk lamp لمپ", amount=40)
    found = visit("sara").get("/search", query_string={"q": words}, follow_redirects=True).text
    assert number in found


def test_search_finds_nothing_of_others(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert number not in visit("maria").get("/search?q=lamp").text


def test_files_belong_to_the_case_and_are_read_by_its_people(visit, play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    sara = visit("sara")
    sent = sara.post("/files", data={"file": (BytesIO(b"<svg onload='x'>"), "../../lamp.svg")}).json
    assert sent["name"] == "lamp.svg"
    assert visit("nadia").get(f"/files/{sent['id']}").status_code == 404
    sara.post(f"/requests/{number}/comments", data={"text": "See", "kind": "public", "files": sent["id"]})
    with visit("nadia").get(f"/files/{sent['id']}") as answer:
        assert answer.status_code == 200 and "attachment" in answer.headers["Content-Disposition"]
    assert visit("maria").get(f"/files/{sent['id']}").status_code == 404


def test_unsafe_verbs_need_the_token_of_the_page(desk, visit, play):
    sara = visit("sara")
    desk.app.config["WTF_CSRF_ENABLED"] = True
    assert sara.post("/services/purchase/cases", data={"what": "Lamp", "amount": "4"}).status_code == 400


def test_every_page_has_a_strict_policy(visit, play):
    headers = visit("sara").get("/").headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
