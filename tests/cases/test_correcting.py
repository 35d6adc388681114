"""Correcting earlier answers: what may be changed, what the case knows afterwards, what the story keeps."""

import pytest

from app.base import transaction
from app.cases import take_back
from app.events import Event
from app.forms import Form
from app.people import Person

LEAVE = {"kind": "unpaid", "from_date": "2026-05-11", "to_date": "2026-05-13", "half_day": False, "days": 3,
         "stand_in": "nima", "reason": "Moving house"}


@pytest.fixture
def short(office):
    """A leave whose dates are to be corrected by sara."""
    number = office.open("leave", requester="sara", **LEAVE)
    office.do(number, "Check_balance", by="mona", balance=0, balance_enough="no", overlap="no")
    return number


def corrected(office, number, **changes):
    office.do(number, "Correct_leave", by="sara", **{**LEAVE, **changes})


def test_the_case_knows_the_new_answers_and_the_story_keeps_both(office, short):
    before = dict(office.case(short).titles)
    corrected(office, short, kind="annual", to_date="2026-05-12", days=2)
    case, event = office.case(short), Event.query.filter_by(kind="answers.corrected").one()
    assert (case.answers["kind"], case.answers["to_date"], case.answers["days"]) == ("annual", "2026-05-12", 2)
    assert case.load_run().data["kind"] == "annual"
    assert event.data["changes"] == {"kind": {"old": "unpaid", "new": "annual"},
                                     "to_date": {"old": "2026-05-13", "new": "2026-05-12"}}
    assert case.titles != before


def test_the_history_tells_it_in_words(office, short, visit):
    corrected(office, short, kind="annual")
    with transaction():
        Person.by_key("sara").language = "en"
    page = visit("sara").get(f"/requests/{short}?tab=history").text
    assert "corrected the answers" in page and "<del>Unpaid</del>" in page and "Annual" in page


def test_ticks_are_told_in_words(office, short, visit):
    corrected(office, short, half_day=True)
    page = visit("sara").get(f"/requests/{short}?tab=history").text
    assert "<del>خیر</del>" in page and "بله" in page and "False" not in page


def test_who_changes_nothing_corrects_nothing(office, short):
    corrected(office, short)
    assert Event.query.filter_by(kind="answers.corrected").count() == 0


def test_the_form_comes_filled_in_and_only_the_named_fields_can_be_changed(office, short, visit):
    version = office.case(short).published
    form = version.form_of("Correct_hr", "leave")
    standing = {part["key"]: part.get("readonly") for part in form.schema.raw["components"] if "key" in part}
    assert standing["stand_in"] is True and not standing["kind"] and not standing["from_date"]
    page = visit("sara").get(f"/inbox?task={office.task(short, 'Correct_leave').id}").text
    assert "2026" in page and "Moving house" in page


def test_a_correction_that_is_taken_back_leaves_the_first_answers(office, short):
    corrected(office, short, kind="annual")
    with transaction():
        task = office.task(short, "Correct_leave")
        take_back(task, by=Person.by_key("sara"), now=office.clock.now)
    case = office.case(short)
    assert case.answers["kind"] == "unpaid" and office.elements(short) == ["Correct_leave"]


def test_a_step_with_a_form_of_its_own_shows_the_fields_after_its_own():
    asked = Form.read("""{"id": "a", "components": [
        {"type": "group", "components": [{"type": "textfield", "key": "what"}, {"type": "number", "key": "amount"}]},
        {"type": "dynamiclist", "path": "lines", "components": [{"type": "textfield", "key": "item"}]}]}""")
    own = Form.read("""{"id": "b", "components": [{"type": "textfield", "key": "note"}]}""")
    keys = [list(part.path) for part in own.correcting(asked, frozenset({"amount", "lines"})).schema.parts]
    assert keys == [["note"], [], ["lines"]]
