"""The page of one move: how far it is, stopping, going on, bringing back, and what became of each request."""

import csv
import io

import pytest

from app.base import db
from app.cases.moving import MovedCase
from app.events import Event
from tests.cases.moving.changes import RENAMED, other_id, step_before

PAGE = "/studio/purchase/moving"


def flat(answer) -> str:
    return " ".join(answer.text.split())


@pytest.fixture
def moved(office, three, play):
    """A move of all three that is done; its id."""
    id = office.begin("purchase", office.change("purchase", RENAMED))
    play.work("move")
    return id


@pytest.fixture
def begun(office, three):
    """A move that no worker has looked at yet."""
    return office.begin("purchase", office.change("purchase", RENAMED))


def row_of(number: str) -> MovedCase:
    db.session.rollback()
    db.session.expire_all()
    return next(one for one in MovedCase.query if one.case.number == number)


def test_the_page_asks_again_while_it_goes_on_and_rests_when_it_is_done(omar, begun, play):
    page = flat(omar.get(f"{PAGE}/{begun}"))
    assert 'data-state="moving"' in page and 'hx-trigger="every 1s"' in page
    assert "<b>3</b><span>still to come</span>" in page and "Move everybody back?" not in page
    assert "A move is under way." in omar.get(PAGE).text
    play.work("move")
    page = flat(omar.get(f"{PAGE}/{begun}"))
    assert 'data-state="done"' in page and "every 1s" not in page
    assert "<b>3</b><span>moved</span>" in page and "Omar Haddad" in page
    assert "Move everybody back?" in page
    assert "3 of 3 moved" in flat(omar.get(PAGE))


def test_rows_that_come_while_the_page_stands_find_the_form_of_their_button(omar, begun, play):
    loaded = omar.get(f"{PAGE}/{begun}").text
    assert 'form="one-back"' not in loaded and 'id="one-back"' in loaded
    play.work("move")
    fetched = omar.get(f"{PAGE}/{begun}").text
    assert fetched.count('form="one-back"') == 3
    progress = fetched[fetched.index('id="move-progress"'):].split("</section>")[0]
    assert 'id="one-back"' not in progress


def test_a_trial_says_of_each_request_what_would_become_of_it(omar, office, three, play):
    to = office.change("purchase", *step_before("Order", "To_order"))
    trial = office.begin("purchase", to, dry_run=True)
    play.work("move")
    page = flat(omar.get(f"{PAGE}/{trial}"))
    assert "Trial with 3 requests to version 2" in page
    assert "<b>2</b><span>would move</span>" in page and "<b>1</b><span>would stay</span>" in page
    assert "Needs a person" in page and "Everybody who starts today goes through “Check the budget”" in page
    assert "Move the 2 that can" in page and "Change the plan" in page
    assert 'value="to=2&amp;chosen=1&amp;from=1"' in page
    only = flat(omar.get(f"{PAGE}/{trial}?only=person"))
    assert three[2] in only and three[0] not in only
    accepted = office.begin("purchase", to, dry_run=True, accepted=["move-step-skipped:Check"])
    play.work("move")
    assert "<b>3</b><span>would move</span>" in flat(omar.get(f"{PAGE}/{accepted}"))


def test_stopping_going_on_and_bringing_back(omar, begun, play):
    assert omar.post(f"{PAGE}/{begun}/halt").status_code == 303
    play.work("move")
    page = flat(omar.get(f"{PAGE}/{begun}"))
    assert 'data-state="stopped"' in page and "Go on" in page and "every 1s" not in page
    omar.post(f"{PAGE}/{begun}/halt-removal")
    play.work("move")
    assert 'data-state="done"' in omar.get(f"{PAGE}/{begun}").text
    omar.post(f"{PAGE}/{begun}/return")
    play.work("move")
    page = flat(omar.get(f"{PAGE}/{begun}"))
    assert 'data-state="undone"' in page and "<b>3</b><span>moved back</span>" in page
    db.session.rollback()
    kinds = [one.kind for one in Event.query.filter(Event.kind.like("move.%")).order_by(Event.id)]
    assert kinds == ["move.begun", "move.stopped", "move.resumed", "move.undone"]


def test_who_has_gone_on_stays_and_the_list_says_so(omar, moved, play, three):
    play.do(three[0], "Approve", by="nadia", outcome="approved")
    omar.post(f"{PAGE}/{moved}/return")
    play.work("move")
    page = flat(omar.get(f"{PAGE}/{moved}"))
    assert "<b>2</b><span>moved back</span>" in page and "<b>1</b><span>could not be moved back</span>" in page
    assert "It cannot be moved back: Nadia Farsi has gone on with the request." in page


def test_one_request_alone_can_be_brought_back_or_says_why_not(omar, moved, play, three):
    play.do(three[0], "Approve", by="nadia", outcome="approved")
    answer = omar.post(f"{PAGE}/{moved}/cases/{row_of(three[0]).id}/return")
    assert answer.status_code == 409
    assert f"{three[0]}: It cannot be moved back: Nadia Farsi has gone on" in flat(answer)
    assert omar.post(f"{PAGE}/{moved}/cases/{row_of(three[1]).id}/return").status_code == 303
    assert row_of(three[1]).state == "undone" and play.case(three[1]).published.number == 1


def test_a_trial_cannot_be_undone(omar, office, three):
    trial = office.begin("purchase", office.change("purchase", RENAMED), dry_run=True)
    answer = omar.post(f"{PAGE}/{trial}/return")
    assert answer.status_code == 409 and "nothing was moved" in answer.text


def test_what_was_given_up_is_said_and_can_be_tried_again(omar, begun, three):
    row = row_of(three[0])
    row.attempts, row.trouble = 16, "Traceback\nZeroDivisionError: division by zero"
    db.session.commit()
    omar.post(f"{PAGE}/{begun}/halt")
    page = flat(omar.get(f"{PAGE}/{begun}"))
    assert "<b>1</b><span>failed</span>" in page and "ZeroDivisionError: division by zero" in page
    assert omar.post(f"{PAGE}/{begun}/halt-removal").status_code == 303
    assert row_of(three[0]).attempts == 0


def test_the_list_comes_in_pages_and_as_csv(omar, office, three, play, monkeypatch):
    monkeypatch.setitem(omar.application.view_functions["studio_moves.show"].__globals__, "PAGE", 2)
    monkeypatch.setitem(omar.application.view_functions["studio_moves.show"].__globals__, "CHUNK", 2)
    id = office.begin("purchase", office.change("purchase", *other_id("Approve", "=Decide")))
    play.work("move")
    page = omar.get(f"{PAGE}/{id}").text
    assert three[1] in page and three[2] not in page
    more = omar.get(f"{PAGE}/{id}/cases?after={row_of(three[1]).id}").text
    assert three[2] in more and three[1] not in more and "Show more" not in more
    sheet = omar.get(f"{PAGE}/{id}/cases.csv")
    assert sheet.mimetype == "text/csv"
    lines = list(csv.DictReader(io.StringIO(sheet.data.decode("utf-8-sig"))))
    assert [line["Request"] for line in lines] == three
    assert lines[0]["What became of it"] == "Stayed" and lines[0]["Verdict"] == "Needs a mapping"
    assert "is not in the new version" in lines[0]["Why"]


def test_strangers_find_nothing_and_viewers_only_look(moved, visit, three):
    assert visit("sara").get(f"{PAGE}/{moved}").status_code == 404
    assert visit("leila").get(f"{PAGE}/{moved}").status_code == 404
    shirin = visit("shirin")
    page = shirin.get(f"{PAGE}/{moved}").text
    assert "undo-move" not in page and "/return" not in page
    deeds = ("halt", "halt-removal", "return", f"cases/{row_of(three[0]).id}/return")
    assert {shirin.post(f"{PAGE}/{moved}/{deed}").status_code for deed in deeds} == {404}
    assert visit("omar").get(f"/studio/delivery/moving/{moved}").status_code == 404
    assert visit("omar").get(f"{PAGE}/999").status_code == 404


def test_the_history_of_each_request_says_it(moved, omar, visit, three):
    assert "آن را به نسخهٔ ۲ برد" in flat(visit("sara").get(f"/requests/{three[0]}"))
