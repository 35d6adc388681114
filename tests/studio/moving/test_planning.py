"""The page of the plan: who waits where, what would become of them, and what can be said first."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from app.base import db
from app.cases.moving import Move, MovedCase
from app.catalog import Published
from app.studio.moving import Outlook
from tests.cases.moving.changes import RENAMED, SAME, other_id, step_before

PAGE = "/studio/purchase/moving"
ASKED = re.compile('name="asked" value="([^"]*)"')


def flat(answer) -> str:
    return " ".join(answer.text.split())


@pytest.fixture
def renamed(office, three):
    """The step where two wait has another id in the new version."""
    return office.change("purchase", *other_id("Approve", "Decide"))


def test_without_other_versions_nobody_has_to_be_moved(omar, three):
    assert "Every running request is on version 1 already." in flat(omar.get(PAGE))


def test_requests_are_counted_by_the_place_where_they_wait(omar, office, three):
    office.change("purchase", RENAMED)
    page = flat(omar.get(PAGE))
    assert "Version 1 <span class=\"soft2\">· 3 requests</span>" in page
    assert "Approve the need" in page and "Order it" in page and page.count("Can move") == 2
    assert "Move the 3 that can" in page
    assert '"Approve": {"state": "now", "tag": "2 requests"}' in page
    assert f"{PAGE}/versions/2/drawing.bpmn" in page
    assert omar.get(f"{PAGE}/versions/2/drawing.bpmn").mimetype == "application/xml"
    assert omar.get(f"{PAGE}/versions/9/drawing.bpmn").status_code == 404


def test_who_takes_over_is_asked_and_the_answer_stays_on_the_page(omar, renamed):
    page = flat(omar.get(PAGE))
    assert "Needs a mapping" in page and "“Approve the need” is not in the new version." in page
    assert '<option value="Decide" >Approve the need</option>' in page
    page = flat(omar.get(PAGE, query_string={"to": 2, "chosen": 1, "from": 1, "map:Approve": "Decide"}))
    assert '<option value="Decide" selected>' in page
    assert "Move the 3 that can" in page
    assert '"Decide": {"state": "now", "tag": "2 requests"}' in page


def test_what_another_answer_settles_is_asked_no_more(omar, renamed):
    """Without a mapping the step that took over is one that the request at the order lies behind."""
    skipped = "Everybody who starts today goes through"
    assert skipped in flat(omar.get(PAGE))
    assert skipped not in flat(omar.get(PAGE, query_string={"map:Approve": "Decide"}))


def test_what_needs_a_person_moves_when_somebody_has_looked(omar, office, three):
    office.change("purchase", *step_before("Order", "To_order"))
    page = flat(omar.get(PAGE))
    assert "Needs a person" in page and "Move the 2 that can" in page
    page = flat(omar.get(PAGE, query_string={"accept": "move-step-skipped:Check"}))
    assert "Moves, as accepted" in page and "Move the 3 that can" in page


def test_a_timer_can_be_started_anew(omar, office, three):
    office.change("purchase", ("PT4H", "PT2H"))
    page = flat(omar.get(PAGE))
    assert "timed differently in the new version" in page and 'name="anew" value="Remind_after"' in page
    page = flat(omar.get(PAGE, query_string={"anew": "Remind_after"}))
    assert 'value="Remind_after" checked' in page


def test_only_ticked_versions_are_moved(omar, office, three, play):
    office.change("purchase", RENAMED)
    play.open("purchase", what="Chair", amount=4)
    office.change("purchase", SAME)
    assert "Move the 4 that can" in flat(omar.get(PAGE))
    assert "Move the one that can" in flat(omar.get(PAGE, query_string={"chosen": 1, "from": 2}))
    assert "No version is ticked" in flat(omar.get(PAGE, query_string={"chosen": 1}))


def test_back_to_an_older_version(omar, office, three, play):
    office.change("purchase", RENAMED)
    play.open("purchase", what="Chair", amount=4)
    page = flat(omar.get(PAGE, query_string={"to": 1}))
    assert "To version 1" in page and "Move the one that can" in page


def test_nonsense_is_left_out(omar, renamed):
    words = {"to": "nine", "from": ["x", "99999999999999"], "map:Approve": "Nowhere", "anew": "<b>", "accept": "'"}
    page = omar.get(PAGE, query_string=words)
    assert page.status_code == 200
    assert 'name="asked" value="to=2"' in page.text


def test_the_trial_and_the_move_begin_what_the_page_shows(omar, renamed, play):
    asked = "to=2&chosen=1&from=1&map%3AApprove=Decide&accept=move-step-skipped%3ACheck&anew=Remind_after"
    shown = ASKED.search(omar.get(f"{PAGE}?{asked}").text).group(1)
    assert parse_qs(unescape(shown)) == parse_qs(asked)
    answer = omar.post(PAGE, data={"asked": asked, "trial": "1"})
    assert answer.status_code == 303
    move = newest()
    assert urlsplit(answer.location).path == f"{PAGE}/{move.id}"
    assert (move.dry_run, move.mapping, move.accepted) == (True, {"Approve": "Decide"}, ["move-step-skipped:Check"])
    assert move.recompute == ["Remind_after"] and move.by.key == "omar"
    omar.post(PAGE, data={"asked": asked})
    assert newest().dry_run is False and MovedCase.query.filter_by(move_id=newest().id).count() == 3
    assert "Earlier moves and trials" in omar.get(PAGE).text


def test_strangers_find_nothing_and_viewers_only_look(office, renamed, visit):
    assert visit("sara").get(PAGE).status_code == 404
    assert visit("sara").post(PAGE, data={"asked": ""}).status_code == 404
    viewer = visit("shirin")
    page = flat(viewer.get(PAGE))
    assert "تنها کسی که این خدمت را منتشر می‌کند" in page
    assert 'name="trial"' not in page and "move-them" not in page
    assert viewer.post(PAGE, data={"asked": ""}).status_code == 404
    assert Move.query.count() == 0


def test_numbers_are_links_for_those_who_may_open_them(omar, renamed, three, visit):
    link = f'href="/requests/{three[0]}"'
    assert link not in omar.get(PAGE).text and three[0] in omar.get(PAGE).text
    assert link in visit("shirin").get(PAGE).text  # an auditor


def test_many_requests_are_tried_after_the_page_is_shown(omar, renamed, monkeypatch):
    monkeypatch.setattr(Outlook, "running", 1000)
    page = flat(omar.get(PAGE))
    assert "Each of them is tried in memory." in page and "Needs a mapping" not in page
    assert "Needs a mapping" in omar.get(PAGE, headers={"HX-Request": "true"}).text


def test_a_version_that_cannot_be_worked_with_is_said(omar, renamed, monkeypatch):
    monkeypatch.setattr(Published, "_compiled", None)
    assert "Nothing can be moved to this version" in flat(omar.get(PAGE))


def newest() -> Move:
    db.session.rollback()
    return Move.query.order_by(Move.id.desc()).first()
