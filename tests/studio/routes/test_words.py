"""The tab "Words and audience": each part saves itself, nobody overwrites anybody, and who it is stands beside it."""

import io

import pytest

from app.base import db, transaction
from app.people import Group, Membership
from app.studio.drafts import Draft, Revision
from tests.studio.bringing.test_bringing import C7

WORDS = "/studio/leave/words"
PLACE = {"id": "HR-03", "kind": "request", "category": "time-away", "icon": "plane", "order": "15", "listed": "yes"}


def put(client, section, seen=1, **fields):
    return client.put(f"{WORDS}/{section}", data={"seen": seen, **fields})


def test_the_page_opens_with_and_without_a_draft(leave, visit):
    leila = visit("leila")
    for path in (WORDS, f"{WORDS}/sheet", "/studio/new-employee/words", "/studio/new-employee/words/sheet"):
        answer = leila.get(path)
        assert answer.status_code == 200, path
    assert "Change this service" in leila.get("/studio/new-employee/words").text
    assert 'value="HR-03"' in leila.get(WORDS).text
    assert visit("reza").get(WORDS).status_code == 404


def test_who_has_no_code_yet_chooses_a_place_all_the_same(leave, visit, draft):
    visit("omar").post("/studio/drafts", data={"department": "it", "template": "sheet", "name": "Lamp"})
    path, place = "/studio/lamp/words/place", {**PLACE, "seen": 1, "id": "", "category": "devices"}
    assert visit("omar").put(path, data=place).status_code == 200
    lamp = Draft.open_of("lamp")
    assert (lamp.spec["category"], lamp.spec["id"]) == ("devices", "")
    assert visit("omar").put(path, data={**place, "seen": 2, "id": "IT-70"}).status_code == 200
    gone = visit("omar").put(path, data={**place, "seen": 3})
    db.session.remove()
    assert (gone.status_code, Draft.open_of("lamp").spec["id"]) == (422, "IT-70")


def test_texts_are_saved_in_their_language(leave, visit, draft):
    answer = put(visit("leila"), "texts", **{"service:name|en": "Time away", "service:need|fa": "یک\nدو"})
    assert answer.status_code == 200
    texts = draft().spec["texts"]
    assert texts["en"]["name"] == "Time away"
    assert texts["fa"]["need"] == ["یک", "دو"]
    assert "hx-swap-oob" in answer.text
    assert 'value="2"' in answer.text


def test_what_was_not_changed_is_not_saved(leave, visit, draft):
    before = draft().spec["texts"]["en"]["name"]
    put(visit("leila"), "texts", **{"service:name|en": before, "nonsense|en": "x", "service:name|xx": "x"})
    assert draft().revision == 1


def test_two_who_write_different_texts_do_not_stand_in_each_others_way(leave, visit, draft):
    put(visit("leila"), "texts", **{"service:name|en": "Time away"})
    answer = put(visit("mona"), "texts", **{"service:name|ar": "غياب"})
    assert answer.status_code == 200
    assert "Time away" in answer.text  # what the other wrote comes along
    assert {key: text["name"] for key, text in draft().spec["texts"].items()} == {
        "en": "Time away", "ar": "غياب", "fa": "درخواست مرخصی"}


def test_who_writes_the_same_text_later_is_told_and_keeps_it(leave, visit, draft):
    put(visit("leila"), "texts", **{"service:name|en": "Time away"})
    answer = put(visit("mona"), "texts", **{"service:name|en": "Absence"})
    assert answer.status_code == 202
    assert "Time away" in answer.text
    assert "/studio/leave/history" in answer.text
    aside = Revision.of(Draft.open_of("leave"), aside=True)
    assert [one.spec["texts"]["en"]["name"] for one in aside] == ["Absence"]
    assert draft().spec["texts"]["en"]["name"] == "Time away"


def test_nobody_overtakes_themselves(leave, visit, draft):
    leila = visit("leila")
    for order in ("15", "16"):  # the second was typed before the answer to the first came
        assert put(leila, "place", **{**PLACE, "order": order}).status_code == 200
    assert draft().spec["order"] == 16


def test_where_it_stands(leave, visit, draft):
    assert put(visit("leila"), "place", **{**PLACE, "id": "hr-30", "order": "۱۵", "listed": ""}).status_code == 200
    spec = draft().spec
    assert (spec["id"], spec["icon"], spec["order"], spec["listed"]) == ("HR-30", "plane", 15, False)


@pytest.mark.parametrize(("field", "value", "sentence"), [
    ("id", "IT-03", "has this code already"), ("id", "کد", "Latin letters"), ("order", "soon", "whole number"),
])
def test_what_cannot_be_kept_is_said_at_its_field(leave, visit, draft, field, value, sentence):
    answer = put(visit("leila"), "place", **{**PLACE, field: value})
    assert answer.status_code == 422
    assert f'id="wrong-place-{field}"' in answer.text
    assert sentence in answer.text
    assert draft().revision == 1


def test_an_audience_of_departments_and_groups(leave, visit, draft):
    answer = put(visit("leila"), "audience", audience="some", **{"audience.departments": ["hr", "it"],
                                                                 "audience.groups": ["managers"]})
    assert draft().spec["audience"] == (
        '=person.department in ("hr", "it") and list contains(person.groups, "managers")')
    assert "That is 4 people today: Omar Haddad" in answer.text
    page = visit("leila").get(WORDS).text
    assert 'name="audience.departments" value="it" checked' in page


def test_an_audience_that_nobody_said_is_not_chosen_yet(studio, visit):
    sent = {"department": "it", "files": [(io.BytesIO(C7), "invoice.bpmn")]}
    visit("omar").post("/studio/drafts", data=sent, content_type="multipart/form-data")
    slug = "pay-an-invoice"
    unsaid = visit("omar").get(f"/studio/{slug}/words").text
    assert "Nobody has said it yet: everyone may ask until somebody does." in unsaid
    assert 'name="audience" value="everyone" checked' not in unsaid
    visit("omar").put(f"/studio/{slug}/words/audience", data={"seen": 1, "audience": "everyone"})
    assert 'name="audience" value="everyone" checked' in visit("omar").get(f"/studio/{slug}/words").text


def test_an_audience_of_nobody_is_told(leave, visit):
    answer = put(visit("leila"), "audience", audience="feel", **{"audience.feel": 'person.department = "nowhere"'})
    assert answer.status_code == 200
    assert "That is nobody who works here today" in answer.text
    answer = put(visit("leila"), "audience", seen=2, audience="feel", **{"audience.feel": "person.department ="})
    assert answer.status_code == 422
    assert put(visit("leila"), "audience", seen=2, audience="some").status_code == 422


def test_the_owner_must_exist_and_an_empty_group_is_told(leave, visit, draft):
    leila = visit("leila")
    assert put(leila, "owner", owner="person", **{"owner.person": "nobody"}).status_code == 422
    with transaction() as session:
        session.add(Group(key="quiet", names={"en": "Quiet"}))
    answer = put(leila, "owner", owner="group", **{"owner.group": "quiet"})
    assert answer.status_code == 200
    assert "Nobody works in this group" in answer.text
    assert "Mona Adel" in put(leila, "owner", seen=2, owner="person", **{"owner.person": "mona"}).text
    assert draft().spec["owner"] == "mona"


def test_a_new_owner_in_the_draft_gives_no_rights(leave, visit):
    assert put(visit("leila"), "owner", owner="person", **{"owner.person": "sara"}).status_code == 200
    assert visit("sara").get(WORDS).status_code == 404


def test_lanes_are_bound_to_people_and_say_who_it_is_today(leave, visit, draft):
    fields = {"Lane_hr.kind": "group", "Lane_hr.group": "payroll", "Lane_manager.kind": "manager",
              "Lane_employee.kind": "requester", "Lane_system.kind": "person", "Lane_system.person": "nima"}
    answer = put(visit("leila"), "lanes", **fields)
    assert draft().spec["lanes"] == {"Lane_hr": '=group("payroll")', "Lane_manager": "=manager(beneficiary)",
                                     "Lane_employee": "=requester", "Lane_system": "nima"}
    assert "Today in Tehran: Yusuf Mansour" in answer.text
    assert "For requests of Shirin Moradi nobody is found" in answer.text
    assert "Whoever asks does it." in answer.text


def test_a_lane_for_which_nobody_is_found_somewhere_is_told(leave, visit, draft):
    with transaction() as session:
        group = Group(key="help-tehran", names={"en": "Help in Tehran"})
        session.add(group)
        session.flush()
        session.add(Membership(group_id=group.id, person_id=1))
    answer = put(visit("leila"), "lanes", **{"Lane_hr.kind": "site_group", "Lane_hr.site_group": "help-"})
    assert draft().spec["lanes"]["Lane_hr"] == '=group("help-" + site)'
    assert "Today in Tehran: Shirin Moradi" in answer.text
    assert "Today in Milan: nobody. The owner gets these steps." in answer.text


def test_keys_that_are_none_are_not_written_into_expressions(leave, visit, draft):
    answer = put(visit("leila"), "audience", audience="some", **{"audience.departments": ['x" or true or "', "hr"]})
    assert answer.status_code == 200
    assert draft().spec["audience"] == '=person.department = "hr"'
    answer = put(visit("leila"), "lanes", seen=2, **{"Lane_hr.kind": "group", "Lane_hr.group": 'x") + group("y'})
    assert answer.status_code == 422


def test_a_lane_that_answers_decide_says_so(leave, visit):
    answer = put(visit("leila"), "lanes", **{"Lane_hr.kind": "feel", "Lane_hr.feel": "group(team_of_choice)"})
    assert "Only the answers of a request decide." in answer.text
    answer = put(visit("leila"), "lanes", seen=2, **{"Lane_hr.kind": "feel", "Lane_hr.feel": "=group("})
    assert answer.status_code == 422


@pytest.mark.parametrize(("fields", "promise"), [
    ({"promise": "none"}, None),
    ({"promise": "time", "time": "۳", "time.unit": "days", "calendar": "working"},
     {"time": "P3D", "calendar": "working"}),
    ({"promise": "time", "time": "90", "time.unit": "minutes", "calendar": "always"},
     {"time": "PT90M", "calendar": "always"}),
    ({"promise": "priority", "P1.time": "4", "P1.time.unit": "hours", "P1.calendar": "always", "P2.time": "2",
      "P2.time.unit": "weeks", "calendar": "working"},
     {"by_priority": {"P1": {"time": "PT4H", "calendar": "always"}, "P2": "P2W"}, "calendar": "working"}),
])
def test_promises(leave, visit, draft, fields, promise):
    assert put(visit("leila"), "promise", **fields).status_code == 200
    assert draft().spec.get("promise") == promise


def test_a_promise_that_is_no_time_is_refused(leave, visit):
    assert put(visit("leila"), "promise", promise="time", time="soon", **{"time.unit": "days"}).status_code == 422
    assert put(visit("leila"), "promise", promise="priority").status_code == 422


def test_the_promise_on_the_page_is_the_one_there_is(leave, visit, studio):
    assert visit("leila").get(WORDS).text.count('name="promise" value="time" checked') == 1
    assert visit("nadia").get("/studio/problem/words").status_code == 200


def test_who_may_call_it(leave, visit, draft):
    leila = visit("leila")
    put(leila, "calls", calls="some", **{"calls.departments": ["it", "hr", "nowhere"]})
    assert draft().spec["callable_by"] == ["it"]
    put(leila, "calls", seen=2, calls="everyone")
    assert draft().spec["callable_by"] == "everyone"
    put(leila, "calls", seen=3, calls="own")
    assert "callable_by" not in draft().spec


def test_who_calls_it_today_is_told(studio, visit):
    visit("omar").post("/studio/equipment/draft")
    page = visit("omar").get("/studio/equipment/words").text
    assert "New employee" in page
    assert "could not be published again" not in page
    answer = visit("omar").put("/studio/equipment/words/calls", data={"seen": 1, "calls": "own"})
    assert "could not be published again" in answer.text


def test_the_title_shows_what_it_would_read(leave, visit):
    answer = put(visit("leila"), "texts", **{"service:title|en": '="Away: " + words.kind'})
    assert "Away: Annual" in answer.text
    assert "درخواست مرخصی" in put(visit("leila"), "texts", seen=2, **{"service:title|fa": "=broken("}).text


def test_who_only_looks_cannot_save(leave, visit, draft):
    assert visit("shirin").get(WORDS).status_code == 200
    for section in ("texts", "place", "audience", "owner", "lanes", "promise", "calls"):
        assert put(visit("shirin"), section, **PLACE).status_code == 404
        assert put(visit("reza"), section, **PLACE).status_code == 404
    assert draft().revision == 1


@pytest.mark.parametrize("template", ["sheet", "approval"])
def test_a_service_that_begins_can_be_given_its_words(studio, visit, template):
    leila = visit("leila")
    answer = leila.post("/studio/drafts", data={"template": template, "name": "Parking", "department": "hr"})
    assert answer.status_code == 303
    slug = answer.location.rsplit("/", 1)[-1]
    for path in ("words", "words/sheet", "words/sheet?only=missing", "words/sheet.csv", "audit"):
        assert leila.get(f"/studio/{slug}/{path}").status_code == 200, path
    answer = leila.put(f"/studio/{slug}/words/texts", data={
        "seen": 1, "service:name|fa": "پارکینگ", "service:summary|fa": "جای پارک", "service:name|ar": "موقف"})
    assert answer.status_code == 200
    spec = Draft.open_of(slug).spec
    assert spec["texts"]["fa"] == {**spec["texts"]["fa"], "name": "پارکینگ", "summary": "جای پارک"}
    for section, fields in (("audience", {"audience": "managers"}), ("promise", {"promise": "none"}),
                            ("owner", {"owner": "person", "owner.person": "mona"}), ("calls", {"calls": "everyone"}),
                            ("place", {**PLACE, "id": "HR-77"}), ("lanes", {})):
        assert leila.put(f"/studio/{slug}/words/{section}", data={"seen": 99, **fields}).status_code == 200, section


def test_a_draft_whose_drawing_is_broken_keeps_its_words(leave, visit, draft):
    leila = visit("leila")
    leila.put("/studio/leave/files/workflows/hr/leave.bpmn", data=b"<broken", headers={"X-Seen": "1"})
    for path in (WORDS, f"{WORDS}/sheet", f"{WORDS}/sheet.csv"):
        assert leila.get(path).status_code == 200
    assert put(leila, "texts", seen=2, **{"service:name|en": "Time away"}).status_code == 200
