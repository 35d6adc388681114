"""A call that leads nowhere: what may be called instead, and a person who does it by hand."""

from xml.etree import ElementTree

import pytest

from app.base import db, transaction
from app.catalog import Service

DRAWING = "workflows/hr/leave.bpmn"
CHECK, OFFERS = "/studio/leave/check", "/studio/leave/offers"
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
ZEEBE = "{http://camunda.org/schema/zeebe/1.0}"


@pytest.fixture
def aimless(leave, draft) -> str:
    """The drawing of leave, of which a call leads to a process that is nowhere."""
    text = draft().file(DRAWING).decode()
    called = next(one.get("processId") for one in ElementTree.fromstring(text).iter(f"{ZEEBE}calledElement"))
    return text.replace(f'processId="{called}"', 'processId="nowhere"', 1)


def found(client, text) -> dict:
    told = client.post(CHECK, json={"files": {DRAWING: text}}).json["findings"]
    return next(one for one in told if one["rule"] == "called-missing")


def accepted(client, text, offer, **said):
    return client.post(OFFERS, json={"files": {DRAWING: text}, "offer": offer, "said": said})


def node(text, id):
    return next(one for one in ElementTree.fromstring(text).iter() if one.get("id") == id)


def test_a_missing_call_offers_what_may_be_called_and_a_person(aimless, visit):
    leila = visit("leila")
    instead, by_hand = found(leila, aimless)["offers"]
    assert (instead["rule"], instead["asks"], by_hand["rule"]) == ("call-instead", ["called"], "do-by-hand")
    choices = {one["value"]: one["name"] for one in instead["choices"]}
    assert choices["equipment"] and "leave" not in choices and "nowhere" not in choices
    assert by_hand["label"] == "Let a person do it"


def test_only_those_are_offered_that_let_themselves_be_called(aimless, visit, clock):
    with transaction():
        service = Service.query.filter_by(slug="equipment").one()
        service.retired_at = clock.now
    db.session.remove()
    leila = visit("leila")
    instead = found(leila, aimless)["offers"][0]
    assert "equipment" not in {one["value"] for one in instead["choices"]}
    assert accepted(leila, aimless, instead["id"], called="equipment").status_code == 409


def test_the_chosen_service_is_called_and_the_rest_stays(aimless, visit, draft):
    leila = visit("leila")
    one = found(leila, aimless)
    answer = accepted(leila, aimless, one["offers"][0]["id"], called="equipment")
    assert answer.status_code == 200, answer.json
    text = answer.json["files"][DRAWING]
    call, before = node(text, one["element"]), node(aimless, one["element"])
    assert call.tag == f"{BPMN}callActivity" and call.get("name") == before.get("name")
    assert [part.get("processId") for part in call.iter(f"{ZEEBE}calledElement")] == ["equipment"]
    assert len(list(call.iter(f"{ZEEBE}input"))) == len(list(before.iter(f"{ZEEBE}input")))
    told = leila.post(CHECK, json={"files": {DRAWING: text}}).json["findings"]
    assert "called-missing" not in {one["rule"] for one in told}
    assert draft().revision == 1


def test_a_person_does_by_hand_what_was_called(aimless, visit):
    leila = visit("leila")
    one = found(leila, aimless)
    text = accepted(leila, aimless, one["offers"][1]["id"]).json["files"][DRAWING]
    step, before = node(text, one["element"]), node(aimless, one["element"])
    assert step.tag == f"{BPMN}userTask" and step.get("name") == before.get("name")
    assert not list(step.iter(f"{ZEEBE}calledElement")) and not list(step.iter(f"{ZEEBE}ioMapping"))
    assert [len(list(one.iter(f"{BPMN}incoming"))) for one in (step, before)] == [1, 1]
    told = leila.post(CHECK, json={"files": {DRAWING: text}}).json
    assert "called-missing" not in {one["rule"] for one in told["findings"]}


@pytest.mark.parametrize("said", [{}, {"called": "leave"}, {"called": "no-such"}, {"called": "equipment", "x": "y"}])
def test_nothing_else_can_be_called_this_way(aimless, visit, said):
    leila = visit("leila")
    assert accepted(leila, aimless, found(leila, aimless)["offers"][0]["id"], **said).status_code == 409


def test_a_call_of_nothing_is_offered_the_same(leave, visit, draft):
    leila, text = visit("leila"), draft().file(DRAWING).decode()
    called = next(one.get("processId") for one in ElementTree.fromstring(text).iter(f"{ZEEBE}calledElement"))
    told = leila.post(CHECK, json={"files": {DRAWING: text.replace(f'processId="{called}"', "", 1)}}).json["findings"]
    rules = [offer["rule"] for one in told if one["rule"] == "call-without-target" for offer in one["offers"]]
    assert rules == ["call-instead", "do-by-hand", "call-without-target-passes"]
