"""Messages to cases by program: the same rights, forms and idempotence as on the pages."""

import pytest

from app.base import read_clock, transaction
from app.people import Person, Token
from tests.cases.test_news import HIRE, PLAN
from tests.support.play import Play

MOVED = {"name": "start date moved", "values": {"start_date": "2026-07-01"}}


@pytest.fixture
def hired(shop, clock):
    with shop.app_context():
        office = Play(clock)
        number = office.open("new-employee", requester="mona", **HIRE)
        office.do(number, "Plan_weeks", by="nadia", **PLAN)
        yield office, number


def token_of(key):
    with transaction():
        return Token.create(Person.by_key(key), now=read_clock(), name="test")


def post(app, key, number, body, **headers):
    headers["Authorization"] = f"Bearer {token_of(key)}"
    return app.test_client().post(f"/api/v1/cases/{number}/messages", json=body, headers=headers)


def test_a_program_brings_news_once(shop, hired):
    office, number = hired
    codes = [post(shop, "leila", number, MOVED, **{"Idempotency-Key": "k"}).status_code for _ in range(2)]
    assert codes == [200, 200]
    assert office.elements(number).count("Replan_early") == 1


def test_who_may_not_send_it_finds_nothing(shop, hired):
    _, number = hired
    assert post(shop, "yusuf", number, MOVED).status_code == 404
    assert post(shop, "leila", number, {"name": "withdrawn"}).status_code == 404
    assert post(shop, "leila", number, {}).status_code == 404


def test_the_form_decides_what_is_accepted(shop, hired):
    _, number = hired
    answer = post(shop, "leila", number, {"name": "start date moved", "values": {"start_date": "soon"}})
    assert answer.status_code == 422 and answer.json["errors"][0]["path"] == "start_date"
