"""What people read of a request that was moved: who moved it where, and everything before under its old names."""

import pytest

from app.base import db, transaction
from app.cases import MovedCase
from app.cases.given import given_answers
from app.cases.moving import undo_case
from app.notifications import Mail
from app.people import Person
from app.ui import Reader
from tests.cases.moving.changes import SAME, other_id

SAID = {"en": "Moved to version 2 by Omar", "fa": "آن را به نسخهٔ ۲ برد", "ar": "إلى الإصدار ٢"}


@pytest.fixture
def ordered(play):
    """A lamp that was approved and is to be ordered."""
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    play.work()
    play.clock.forward(minutes=5)
    return number


def story(visit, number, language="en") -> str:
    """The requester's page, in this language."""
    with transaction():
        Person.by_key("sara").language = language
    return visit("sara").get(f"/requests/{number}").text


@pytest.mark.parametrize("language", SAID)
def test_the_story_says_who_moved_it_where(play, office, visit, ordered, language):
    office.move("purchase", office.change("purchase", SAME))
    text = story(visit, ordered, language)
    assert SAID[language] in " ".join(text.replace("<b><bdi>", "").replace("</bdi></b>", "").split())


def test_the_story_says_when_it_was_moved_back(play, office, visit, ordered):
    office.move("purchase", office.change("purchase", SAME))
    play.deed(lambda row, by, now: undo_case(row, by=by, now=now), "omar", lambda: MovedCase.query.one())
    assert "Moved back to version 1" in story(visit, ordered)


def test_steps_that_the_new_version_does_not_have_keep_their_names_and_answers(play, office, visit, ordered):
    form = {"type": "default", "id": "elsewhere", "schemaVersion": 19, "components": [
        {"type": "textfield", "id": "f", "key": "other", "label": "Other"}]}
    changes = [*other_id("Approve", "Decide"), ('name="Approve the need"', 'name="Decide now"')]
    to = office.change("purchase", *changes, form={"forms/it/purchase.form": {**form, "id": "purchase"}})
    assert office.move("purchase", to, mapping={"Approve": "Decide"}).states == {"moved": 1}
    text = story(visit, ordered)
    assert "Approve the need" in text
    assert "Desk lamp" in visit("sara").get(f"/requests/{ordered}?tab=answers").text
    case = play.case(ordered)
    given = given_answers(case, Person.by_key("sara"), Reader("en", "gregorian", "UTC"), play.clock.now)
    assert [one.step for one in given] == ["", "Approve the need"]
    assert "Desk lamp" in [answer.text for answer in given[0].answers]
    assert given[1].outcome == "Approve"
    assert case.version_at(case.opened_at).number == 1 and case.published.number == 2


def test_nobody_is_told_of_a_move_by_mail(play, office, ordered):
    before = Mail.query.count()
    office.move("purchase", office.change("purchase", SAME))
    play.work()
    db.session.rollback()
    assert Mail.query.count() == before


def test_the_pages_of_a_moved_request_open_for_everybody(play, office, visit, ordered):
    to = office.change("purchase", *other_id("Approve", "Decide"))
    office.move("purchase", to, mapping={"Approve": "Decide"})
    for who in ("sara", "luca", "nadia"):
        client = visit(who)
        for path in ("", "?tab=answers", "?tab=drawing", "/drawing.bpmn"):
            assert client.get(f"/requests/{ordered}{path}").status_code == 200
        assert client.get("/notices").status_code == client.get("/").status_code == 200
    task = play.task(ordered, "Order")
    assert visit("luca").get(f"/inbox?task={task.id}").status_code == 200
