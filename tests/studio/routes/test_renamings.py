"""Renaming a key from the form's page: looked at first, then done in one revision."""

import json

from app.studio.drafts import Revision

FORM = "forms/hr/leave.form"


def component(draft, key):
    parts = json.loads(draft().file(FORM))["components"]
    return next(part["id"] for part in parts if part.get("key") == key)


def test_the_places_are_shown_before_anything_changes(leave, visit, draft):
    asked = {"path": FORM, "component": component(draft, "to_date"), "key": "last_day"}
    page = visit("leila").get("/studio/leave/forms/renaming", query_string=asked).get_data(as_text=True)
    assert "last_day" in page
    assert 'data-fits="yes"' in page
    assert draft().revision == 1


def test_a_refused_name_is_said_in_the_dialog(leave, visit, draft):
    asked = {"path": FORM, "component": component(draft, "to_date"), "key": "from_date"}
    page = visit("leila").get("/studio/leave/forms/renaming", query_string=asked).get_data(as_text=True)
    assert "data-fits" not in page
    assert visit("leila").post("/studio/leave/forms/renamings", data=asked).status_code == 422
    assert draft().revision == 1


def test_a_key_that_is_not_written_is_asked_for_by_the_page_and_not_by_the_browser(leave, visit, draft):
    asked = {"path": FORM, "component": component(draft, "to_date"), "key": " "}
    leila = visit("leila")
    assert "Write the new key." in leila.get("/studio/leave/forms/renaming", query_string=asked).text
    assert leila.post("/studio/leave/forms/renamings", data=asked).status_code == 422
    form = leila.get(f"/studio/leave/forms/{FORM}").text
    assert 'id="renaming-key"' in form and " required" not in form.partition('id="renaming-key"')[2].partition(">")[0]


def test_renaming_is_one_revision_that_says_what_was_renamed(leave, visit, draft):
    asked = {"path": FORM, "component": component(draft, "to_date"), "key": "last_day"}
    answer = visit("leila").post("/studio/leave/forms/renamings", data=asked)
    assert answer.headers["Location"].endswith(FORM)
    assert draft().revision == 2
    assert component(draft, "last_day")
    assert b"{answer:last_day}" in draft().file("workflows/hr/leave.bpmn")
    assert "to_date" not in json.dumps(draft().spec["walks"])
    assert Revision.of(draft())[0].detail["renamed"] == ["to_date", "last_day"]


def test_others_have_nothing_to_rename(leave, visit, draft):
    asked = {"path": FORM, "component": component(draft, "to_date"), "key": "last_day"}
    assert visit("shirin").post("/studio/leave/forms/renamings", data=asked).status_code == 404
    assert visit("leila").post("/studio/leave/forms/renamings", data={**asked, "component": "no"}).status_code == 404
