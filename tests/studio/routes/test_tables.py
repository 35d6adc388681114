"""Decision tables of a draft: made, reported on while edited, and their tests kept beside them."""

import json
from io import BytesIO

from tests.studio.editing.test_tables import SOUND, table

HOME = "/studio/leave"
PATH = "workflows/hr/limits.dmn"
ROWS = [{"decision": "Limit", "name": "Cheap", "inputs": {"amount": "10", "site": "x"}, "expected": {"": "owner"}}]


def brought(client, data=SOUND):
    return client.post(f"{HOME}/forms/uploads", data={"file": (BytesIO(data), "Limits.dmn")})


def test_an_uploaded_table_belongs_to_the_service(leave, visit, draft):
    leila = visit("leila")
    assert brought(leila).headers["Location"].endswith(PATH)
    assert PATH in draft().spec["uses"]
    assert leila.get(f"{HOME}/forms/{PATH}").status_code == 200


def test_a_new_table_opens_and_is_sound_enough_to_be_read(leave, visit, draft):
    leila = visit("leila")
    made = leila.post(f"{HOME}/forms", data={"wants": "table", "title": "Who approves"})
    page = leila.get(made.headers["Location"]).get_data(as_text=True)
    assert "Who approves" in page
    path = next(path for path in draft().files if path.endswith(".dmn"))
    answer = leila.post(f"{HOME}/tables/report", json={"xml": draft().file(path).decode(), "rows": [], "path": path})
    assert [one["name"] for one in answer.json["decisions"]] == ["Who approves"]


def test_the_report_speaks_of_rules_in_the_readers_language(leave, visit):
    twice = table([("<= 1000", "-", '"owner"'), (">= 1000", "-", '"head"')]).decode()
    answer = visit("leila").post(f"{HOME}/tables/report", json={"xml": twice, "rows": ROWS})
    assert answer.json["outcomes"][0]["well"] is True
    assert [one["rule"] for one in answer.json["judgements"]] == ["overlap"]
    assert "amount = 1000" in answer.json["judgements"][0]["text"]


def test_tests_are_kept_beside_the_table_and_shown_again(leave, visit, draft):
    leila = visit("leila")
    brought(leila)
    url = f"{HOME}/tables/tests/{PATH}"
    types = {"Limit": {"amount": "number", "site": "string", "=": "string"}}
    answer = leila.put(url, data=json.dumps({"rows": ROWS, "types": types}), headers={"X-Seen": "2"})
    assert (answer.status_code, answer.json["revision"]) == (200, 3)
    assert b"<testCases" in draft().file("workflows/hr/limits-test.xml")
    assert "workflows/hr/limits-test.xml" in draft().spec["uses"]
    assert "Cheap" in leila.get(f"{HOME}/forms/{PATH}").get_data(as_text=True)
    late = visit("mona").put(url, data=json.dumps({"rows": [], "types": {}}), headers={"X-Seen": "2"})
    assert late.status_code == 202


def test_a_removed_table_takes_its_tests_along(leave, visit, draft):
    leila = visit("leila")
    brought(leila)
    leila.put(f"{HOME}/tables/tests/{PATH}", data=json.dumps({"rows": ROWS, "types": {}}), headers={"X-Seen": "2"})
    leila.post(f"{HOME}/forms/removals", data={"path": PATH})
    assert not [path for path in draft().files if "limits" in path]
    assert not [path for path in draft().spec["uses"] if "limits" in path]


def test_nonsense_is_refused(leave, visit):
    leila = visit("leila")
    assert leila.post(f"{HOME}/tables/report", data="[").status_code == 400
    assert leila.put(f"{HOME}/tables/tests/nothing.dmn", data="{}", headers={"X-Seen": "1"}).status_code == 404
    assert visit("sara").post(f"{HOME}/tables/report", json={}).status_code == 404
    odd = {"xml": 5, "rows": [1, {"inputs": [], "expected": 3}]}
    assert leila.post(f"{HOME}/tables/report", json=odd).status_code == 200
    assert brought(leila, b"<x/>").status_code == 422
