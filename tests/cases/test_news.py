"""News that people bring to requests: who may, with which form, and once."""

import pytest

from app.base import db, transaction
from app.cases import Delivery
from app.events import Event

HIRE = {"name": "Parisa Jafari", "personal_email": "parisa@example.org", "start_date": "2026-06-20", "lead_days": 50,
        "contract": "permanent", "probation_months": 3, "position": "Network engineer", "unit": "IT network",
        "line_manager": "nadia", "work_site": "tehran", "work_mode": "office"}
PLAN = {"equipment_type": "laptop", "equipment_model": "standard-14", "systems": ["mail"], "desk": "2-14",
        "buddy": "sara", "first_week_plan": "Meet everybody"}


@pytest.fixture
def hired(office):
    number = office.open("new-employee", requester="mona", **HIRE)
    office.do(number, "Plan_weeks", by="nadia", **PLAN)
    return number


def page(number, element="Moved_early"):
    return f"/requests/{number}/messages/{element}"


def test_those_whom_the_diagram_names_find_it_on_the_request(hired, visit):
    for key, offered in (("mona", True), ("leila", True), ("nadia", True), ("yusuf", False)):
        assert (page(hired) in visit(key).get(f"/requests/{hired}").text) is offered
        assert visit(key).get(page(hired)).status_code == (200 if offered else 404)


def test_the_news_moves_the_case_on_with_its_values(hired, office, visit):
    answer = visit("leila").post(page(hired), data={"start_date": "2026-07-01", "once": "a"})
    assert answer.status_code == 303
    assert "Replan_early" in office.elements(hired)
    assert office.case(hired).load_run().data["start_date"] == "2026-07-01"
    story = visit("leila").get(f"/requests/{hired}?tab=history").text
    assert office.case(hired).published.element_name("Moved_early", "en") in story and "start date moved" not in story


def test_sending_the_same_form_twice_brings_it_once_and_later_news_is_too_late(hired, visit):
    client = visit("mona")
    codes = [client.post(page(hired), data={"start_date": "2026-07-01", "once": once}).status_code for once in "aab"]
    assert codes == [303, 303, 409]
    assert Event.query.filter_by(kind="message.received").count() == 1


def test_what_is_missing_is_said_on_the_same_page(hired, visit):
    answer = visit("mona").post(page(hired), data={"start_date": "", "moved_because": "A longer notice", "once": "a"})
    assert answer.status_code == 422 and "A longer notice" in answer.text


@pytest.mark.parametrize("element", ["Nowhere", "Plan_weeks", "Five_before"])
def test_what_is_no_message_for_people_is_not_there(hired, visit, element):
    assert visit("mona").post(page(hired, element), data={"once": "a"}).status_code == 404


def test_a_message_from_outside_finds_its_case_by_key_only(hired, office):
    other = office.open("new-employee", requester="mona", **HIRE)
    office.do(other, "Plan_weeks", by="nadia", **PLAN)
    with transaction():
        for keys in ({}, {"key": "REQ-1"}, {"key": other}):
            db.session.add(Delivery(kind="message", name="start date moved", keys=keys, due_at=office.clock.now,
                                    values={"start_date": "2026-07-01"}))
    office.work("delivery")
    assert "Replan_early" in office.elements(other) and "Replan_early" not in office.elements(hired)
