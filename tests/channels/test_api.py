"""The API: the same rules and verbs as the pages, for programs."""

import pytest

from app.base import transaction
from app.cases import Case
from app.people import Person, Token


@pytest.fixture
def program(desk, play):
    """`program("sara")`: a function (method, path, json) -> response, with a token of that person."""

    def of(key):
        with transaction():
            token = Token.create(Person.by_key(key), now=play.clock.now, name="test")
        client = desk.app.test_client()

        def call(method, path, json=None, **headers):
            return client.open(
                f"/api/v1{path}", method=method, json=json, headers={"Authorization": f"Bearer {token}", **headers}
            )

        return call

    return of


def test_without_a_valid_token_there_is_nothing(desk, play):
    client = desk.app.test_client()
    for headers in ({}, {"Authorization": "Bearer mzb_wrong"}, {"Authorization": "Basic c2FyYTpkZW1v"}):
        answer = client.get("/api/v1/services", headers=headers)
        assert (answer.status_code, answer.json["status"]) == (401, 401)


def test_a_signed_in_browser_is_no_program(visit, play):
    assert visit("sara").get("/api/v1/services").status_code == 401


def test_services_are_those_one_may_ask_for(program):
    assert {item["slug"] for item in program("sara")("GET", "/services").json["items"]} >= {"purchase", "delivery"}


def test_a_service_comes_with_its_form(program):
    form = program("sara")("GET", "/services/purchase").json["form"]
    assert [part["key"] for part in form["components"]] == ["what", "amount", "why"]


def test_a_whole_request_by_program(program, play):
    sara, nadia, luca = program("sara"), program("nadia"), program("luca")
    opened = sara("POST", "/services/purchase/cases", {"answers": {"what": "Lamp", "amount": 40, "unknown": 1}})
    number = opened.json["number"]
    assert opened.status_code == 201 and opened.headers["Location"].endswith(number)
    assert opened.json["answers"] == {"what": "Lamp", "amount": 40}
    task = nadia("GET", "/tasks").json["items"][0]
    assert [one["key"] for one in task["outcomes"]] == ["approved", "sent_back", "rejected"]
    assert nadia("POST", f"/tasks/{task['id']}/claim").json["claimed_by"] == "nadia"
    assert nadia("POST", f"/tasks/{task['id']}/completion", {"outcome": "approved"}).json["state"] == "done"
    order = luca("GET", "/tasks").json["items"][0]
    assert luca("POST", f"/tasks/{order['id']}/completion", {"values": {"order_number": "PO-1"}}).status_code == 200
    assert sara("GET", f"/cases/{number}").json["state"] == "fulfilled"


def test_what_is_wrong_is_listed_by_field_and_nothing_is_opened(program):
    answer = program("sara")("POST", "/services/purchase/cases", {"answers": {"amount": -1}})
    assert answer.status_code == 422
    assert {error["path"] for error in answer.json["errors"]} == {"what", "amount"}
    assert Case.query.count() == 0


def test_the_same_key_opens_one_case(program):
    sara = program("sara")
    body = {"answers": {"what": "Lamp", "amount": 40}}
    first = sara("POST", "/services/purchase/cases", body, **{"Idempotency-Key": "k1"}).json["number"]
    assert sara("POST", "/services/purchase/cases", body, **{"Idempotency-Key": "k1"}).json["number"] == first
    assert Case.query.count() == 1


def test_somebody_elses_is_not_there(program, play):
    number = play.open("purchase", what="Lamp", amount=40)
    maria = program("maria")
    task = play.task(number, "Approve").id
    assert maria("GET", f"/cases/{number}").status_code == 404
    for method, path in (
        ("GET", f"/tasks/{task}"),
        ("POST", f"/tasks/{task}/claim"),
        ("DELETE", f"/tasks/{task}/claim"),
    ):
        assert maria(method, path).status_code == 404
    assert maria("POST", f"/tasks/{task}/completion", {"outcome": "approved"}).status_code == 404


def test_the_second_is_told_who_was_first(program, play):
    number = play.open("branches")
    task = play.task(number, "Work_0").id
    assert program("sara")("POST", f"/tasks/{task}/completion", {}).status_code == 200
    answer = program("nadia")("POST", f"/tasks/{task}/completion", {})
    assert (answer.status_code, answer.json["detail"]) == (409, "Sara Ahmadi has already completed this task.")


def test_what_is_no_json_object_is_refused(program, play):
    sara = program("sara")
    for body in ([1], "text", None):
        assert sara("POST", "/services/purchase/cases", body).status_code == 422


def test_the_description_names_every_path(desk, play):
    document = desk.app.test_client().get("/api/v1/openapi.json").json
    described = {(path, method) for path, methods in document["paths"].items() for method in methods}
    rules = [
        rule
        for rule in desk.app.url_map.iter_rules()
        if rule.endpoint.startswith("api.") and "openapi" not in rule.rule
    ]
    real = {
        (
            rule.rule.removeprefix("/api/v1").replace("<int:id>", "{id}").replace("<", "{").replace(">", "}"),
            method.lower(),
        )
        for rule in rules
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert described == real
