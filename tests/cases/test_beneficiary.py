"""Asking for somebody else: whoever gets it is known from the start, and their manager approves."""

import pytest

from app.cases import Case
from tests.channels.test_news import token_of

LAPTOP = {"type": "laptop", "reason": "new", "model": "standard-14", "needed_by": "2026-05-10", "deliver_to": "desk"}


def test_the_form_offers_who_asks_as_the_one_it_is_for(office, visit):
    page = visit("sara").get("/services/equipment").text
    assert 'name="beneficiary"' in page and 'value="sara"' in page


@pytest.mark.parametrize(("beneficiary", "approver"), [("ali", "reza"), ("sara", "nadia")])
def test_the_manager_of_whoever_gets_it_approves(office, visit, beneficiary, approver):
    answer = visit("sara").post("/services/equipment/cases", data={**LAPTOP, "beneficiary": beneficiary, "once": "a"})
    assert answer.status_code == 303
    case = Case.query.one()
    assert (case.requester.key, case.beneficiary.key) == ("sara", beneficiary)
    assert case.facts["site"] == case.beneficiary.site.key
    task = office.task(case.number, "Approval_decide")
    assert [one.person.key for one in task.candidates] == [approver]


def test_whoever_gets_it_follows_the_request(office, visit):
    visit("sara").post("/services/equipment/cases", data={**LAPTOP, "beneficiary": "ali", "once": "a"})
    number = Case.query.one().number
    assert visit("ali").get(f"/requests/{number}").status_code == 200
    assert visit("luca").get(f"/requests/{number}").status_code == 404


def test_programs_may_ask_for_somebody_else_too(office, shop):
    answer = shop.test_client().post(
        "/api/v1/services/equipment/cases", json={"answers": {**LAPTOP, "beneficiary": "ali"}},
        headers={"Authorization": f"Bearer {token_of('sara')}"})
    assert (answer.status_code, answer.json["beneficiary"]) == (201, "ali")
