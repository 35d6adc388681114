"""A granted leave switches its stand-in on for those days, and a withdrawn one switches it off again."""

from datetime import UTC, datetime

import pytest

from app.base import transaction
from app.cases import take_back, withdraw
from app.notifications import Mail
from app.people import Absence, Person

LEAVE = {"kind": "annual", "from_date": "2026-05-11", "to_date": "2026-05-13", "half_day": False, "days": 3,
         "stand_in": "nima"}
DURING = datetime(2026, 5, 12, 8, tzinfo=UTC)


def granted(office, requester="sara", **changes):
    number = office.open("leave", requester=requester, **{**LEAVE, **changes})
    office.do(number, "Check_balance", by="mona", balance=18, balance_enough="yes", overlap="no")
    office.do(number, "Stand_in", by=changes.get("stand_in", "nima"), outcome="accepted")
    office.do(number, "Approval_decide", by="nadia", outcome="approved")
    office.do(number, "Record", by="mona", recorded=["calendar"])
    return number


@pytest.fixture
def asked_of_sara(office):
    """Somebody asks sara to stand in: a task for her alone."""
    number = office.open("leave", requester="ali", **{**LEAVE, "stand_in": "sara"})
    office.do(number, "Check_balance", by="mona", balance=18, balance_enough="yes", overlap="no")
    return office.task(number, "Stand_in").id


def sees(visit, key, task):
    return visit(key).get(f"/inbox?task={task}").status_code == 200


def test_the_stand_in_sees_the_tasks_during_the_leave_only(office, visit, asked_of_sara):
    granted(office)
    assert not sees(visit, "nima", asked_of_sara)
    office.clock.now = DURING
    assert sees(visit, "nima", asked_of_sara) and sees(visit, "sara", asked_of_sara)
    office.clock.forward(days=3)
    assert not sees(visit, "nima", asked_of_sara)


def test_the_person_finds_it_on_their_own_page_and_the_stand_in_is_told(office, visit):
    granted(office)
    office.work("event")
    with transaction():
        nima = Person.by_key("nima")
        nima.language, nima.calendar = "en", "gregorian"
        Person.by_key("sara").language = "en"
    assert "Nima Sharifi" in visit("sara").get("/me").text
    assert "You stand in for Sara Ahmadi from Mon 11 May until Wed 13 May" in visit("nima").get("/notices").text


def test_withdrawing_the_leave_switches_the_stand_in_off(office):
    number = granted(office)
    assert Absence.query.filter_by(person_id=Person.by_key("sara").id).count() == 1
    office.deed(withdraw, "sara", lambda: office.case(number))
    assert Absence.query.filter_by(person_id=Person.by_key("sara").id).count() == 0
    assert office.elements(number) == ["Return_balance"]


def test_undoing_the_last_step_switches_it_off_too(office):
    number = granted(office)
    office.deed(take_back, "mona", lambda: office.task(number, "Record"))
    assert Absence.query.filter_by(person_id=Person.by_key("sara").id).count() == 0


def test_a_leave_by_the_hour_needs_no_stand_in(office):
    granted(office, kind="hourly", to_date=None, hours=2, days=0.25)
    assert Absence.query.filter_by(person_id=Person.by_key("sara").id).count() == 0


def test_an_absence_that_people_arrange_themselves_is_told_by_mail(office, visit):
    visit("sara").post("/me/absences", data={"first": "2026-05-11", "last": "2026-05-13", "stand_in": "nima"})
    office.work("event")
    mail = Mail.query.one()
    assert mail.person.key == "nima" and "/inbox" in mail.text and "[" not in mail.subject
    assert visit("nima").get("/notices").status_code == 200
