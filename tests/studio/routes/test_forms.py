"""The tab of forms and tables: what is there, what is missing, and what is made, copied, renamed and removed."""

import json
import re
from io import BytesIO

import pytest

FORM = "forms/hr/leave.form"
HOME = "/studio/leave/forms"


@pytest.fixture
def leila(leave, visit):
    return visit("leila")


def spoken(answer):
    return answer.get_data(as_text=True)


def test_every_step_stands_with_its_form(leila):
    page = spoken(leila.get(HOME))
    assert f"{HOME}/{FORM}" in page
    assert f"{HOME}/forms/shared/approve.form" in page


def test_who_may_only_look_sees_no_buttons(leave, visit):
    page = spoken(visit("shirin").get(HOME))
    assert f"{HOME}/{FORM}" in page
    assert "/forms/removals" not in page
    assert visit("sara").get(HOME).status_code == 404
    assert visit("shirin").post(f"{HOME}/copies", data={"path": FORM}).status_code == 404


def test_the_live_version_can_be_looked_at_without_a_draft(studio, visit):
    page = spoken(visit("leila").get("/studio/new-employee/forms"))
    assert "forms/hr/new-employee.form" in page
    assert visit("leila").get("/studio/new-employee/forms/forms/hr/new-employee.form").status_code == 200


def test_a_form_in_use_is_not_removed_and_says_where(leila, draft):
    answer = leila.post(f"{HOME}/removals", data={"path": FORM})
    assert answer.status_code == 409
    assert FORM in draft().files


def test_a_copy_has_an_id_of_its_own_and_can_be_removed(leila, draft):
    assert leila.post(f"{HOME}/copies", data={"path": FORM}).status_code == 303
    assert draft().spec["forms"]["forms/hr/leave-2.form"] == "leave-2"
    assert json.loads(draft().file("forms/hr/leave-2.form"))["id"] == "leave-2"
    assert leila.post(f"{HOME}/removals", data={"path": "forms/hr/leave-2.form"}).status_code == 303
    assert "forms/hr/leave-2.form" not in {**draft().files, **draft().spec["forms"]}


def test_another_title_leaves_ids_and_references_alone(leila, draft):
    leila.post(f"{HOME}/titles", data={"path": FORM, "title": "Days off"})
    schema = json.loads(draft().file(FORM))
    assert (schema["title"], schema["id"]) == ("Days off", "leave")


@pytest.mark.parametrize(("path", "said", "dialog"), [
    ("/titles", {"path": FORM, "title": " "}, "title-forms-hr-leave-form"), ("", {"wants": "table"}, "new-table"),
    ("", {"wants": "form", "title": ""}, "new-form"),
])
def test_a_title_that_was_not_said_is_asked_for_where_it_is_written(leila, draft, path, said, dialog):
    leila.post("/reader", data={"language": "fa", "next": "/"})
    answer = leila.post(f"{HOME}{path}", data=said)
    told = answer.text.split(f'id="{dialog}" open')[1].split("</dialog>")[0]
    assert (answer.status_code, "عنوانی بنویسید." in told, "required" in told) == (422, True, False)
    assert draft().revision == 1


def test_an_uploaded_form_takes_the_place_of_the_one_with_its_id(leila, draft):
    schema = json.loads(draft().file(FORM)) | {"title": "Brought"}
    sent = upload(leila, "other name.form", json.dumps(schema).encode())
    assert sent.headers["Location"].endswith(FORM)
    assert json.loads(draft().file(FORM))["title"] == "Brought"


def test_an_uploaded_file_that_is_no_form_is_refused_in_words(leila, draft):
    answer = upload(leila, "bad.form", b"{no json")
    assert answer.status_code == 422
    assert "bad.form" in spoken(answer)
    assert "forms/hr/bad.form" not in draft().files


def test_the_preview_is_what_the_requester_sees_in_each_language(leila, draft):
    schema = draft().file(FORM).decode()
    labels = (("en", "ltr", "Kind of leave"), ("fa", "rtl", "نوع مرخصی"), ("ar", "rtl", "نوع الإجازة"))
    for language, direction, label in labels:
        page = spoken(leila.post(f"{HOME}/preview", data={"_schema": schema, "_language": language}))
        assert f'dir="{direction}"' in page
        assert label in page


def test_the_buttons_of_the_preview_are_those_of_the_step_that_has_the_form(leila, draft):
    def buttons(path, language="en"):
        data = {"_schema": draft().file(path).decode(), "_path": path, "_language": language}
        return re.findall(r'name="_send"[^>]*>([^<]*)<', spoken(leila.post(f"{HOME}/preview", data=data)))

    assert buttons(FORM) == ["Send request"]
    assert buttons("forms/shared/approve.form") == ["Approve", "Send back", "Reject"]
    assert buttons("forms/shared/approve.form", "fa")[0] == "تأیید"


def test_conditions_work_in_the_preview_and_sending_says_what_is_missing(leila, draft):
    schema = draft().file(FORM).decode()
    part = {"HX-Request": "true"}
    page = spoken(leila.post(f"{HOME}/preview", data={"_schema": schema, "kind": "hourly"}, headers=part))
    assert "<html" not in page
    assert 'name="hours"' in page
    told = spoken(leila.post(f"{HOME}/preview", data={"_schema": schema, "_send": "1"}, headers=part))
    assert "form-errors" in told
    assert 'aria-invalid="true"' in told


def test_the_preview_may_stand_in_our_own_frames_only(leila, draft):
    answer = leila.post(f"{HOME}/preview", data={"_schema": draft().file(FORM).decode()})
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert leila.get(HOME).headers["X-Frame-Options"] == "DENY"


def test_what_is_no_form_is_told_in_the_preview_and_in_the_findings(leila):
    assert "notice wrong" in spoken(leila.post(f"{HOME}/preview", data={"_schema": "{"}))
    assert leila.post(f"{HOME}/findings", data="{").json["findings"][0]["severity"] == "error"


def test_findings_stand_at_their_component_in_the_readers_language(leila):
    nameless = {"type": "textfield", "id": "one", "key": "", "label": "One"}
    schema = {"type": "default", "id": "x", "components": [nameless]}
    told = leila.post(f"{HOME}/findings", data=json.dumps(schema)).json
    assert [(one["element"], one["rule"]) for one in told["findings"]] == [("one", "form-no-key")]
    assert told["untranslated"] == 2


def upload(client, name, data):


    return client.post(f"{HOME}/uploads", data={"file": (BytesIO(data), name)})
