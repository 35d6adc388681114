"""What the editor of drawings asks the server: who that is today, what can be called, what the engine reads."""

import pytest

HOME = "/studio/leave"


def test_the_page_brings_all_the_editor_needs(leave, visit):
    page = visit("leila").get(HOME)
    assert page.status_code == 200
    assert "style-src 'self' 'unsafe-inline'" in page.headers["Content-Security-Policy"]
    for said in ('"CA_APPROVE"', '"leave-balance"', '"=group(\\"hr-office\\")"', '"notify"'):
        assert said in page.text


def test_a_drawing_that_is_not_of_the_draft_is_not_there(leave, visit):
    leila = visit("leila")
    assert leila.get(HOME + "?file=workflows/hr/leave.bpmn").status_code == 200
    assert leila.get(HOME + "?file=workflows/fragments/approve.bpmn").status_code == 404
    assert leila.get(HOME + "?file=../../etc/passwd").status_code == 404
    assert leila.get("/studio/leave/live").mimetype == "application/xml"


def test_the_engine_says_what_it_reads_from_each_element(leave, visit):
    found = visit("leila").get(HOME + "/elements", headers={"Accept-Language": "en"}).json["elements"]
    assert found["Stand_in"]["form"] == "leave-stand-in"
    assert (found["Stand_in"]["due"], found["Stand_in"]["working"]) == ("PT4H", True)
    assert found["Stand_in"]["outcomes"] == ["accepted", "declined"]
    assert (found["Record"]["who"], found["Record"]["by_lane"]) == ([], '=group("hr-office")')
    assert found["Approve_manager"]["called"] == "CA_APPROVE"
    assert {"source": "=outcome", "target": "manager_outcome"} in found["Approve_manager"]["outputs"]


@pytest.mark.parametrize(("who", "words", "today"), [
    ("=requester", "Who asks", "For a request of yours: Leila Haddad"),
    ("=manager(beneficiary)", "The manager of whom it is for", "For a request of yours: Shirin Moradi"),
    ('=group("hr-office")', "HR office", "Today: Leila Haddad and Mona Adel"),
    ("sara", "Sara Ahmadi", "Today: Sara Ahmadi"),
    ("nobody-here", "nobody-here", "Nobody is found today: the owners of the service would get it."),
    ("=stand_in", "=stand_in", ""),
])
def test_an_assignment_is_told_in_words_and_with_who_it_is_today(leave, visit, who, words, today):
    assert visit("leila").get(HOME + "/who", query_string={"who": who}).json == {"words": words, "today": today}


def test_a_service_says_what_it_is_asked_with(leave, visit):
    leila = visit("leila")
    inputs = leila.get(HOME + "/callees/equipment").json["inputs"]
    assert inputs[0] == {"key": "beneficiary", "note": "", "value": "=beneficiary"}
    assert len(inputs) > 1
    assert leila.get(HOME + "/callees/nothing").status_code == 404


def test_a_fragment_comes_with_its_forms_and_names_and_once_only(leave, visit, draft):
    leila = visit("leila")
    seen = {"X-Seen": "1"}
    assert leila.put(HOME + "/fragments/CA_CONFIRM", json={}, headers=seen).json["revision"] == 2
    assert "workflows/fragments/confirm.bpmn" in draft().spec["uses"]
    assert draft().spec["forms"]["forms/shared/confirm.form"] == "confirm"
    assert draft().spec["names"]["Confirm_confirm"]["fa"]
    assert leila.put(HOME + "/fragments/CA_CONFIRM", json={}, headers={"X-Seen": "2"}).json["revision"] == 2
    assert leila.put(HOME + "/fragments/CA_NOTHING", json={}, headers=seen).status_code == 422


def test_names_lanes_and_new_forms_are_kept_with_the_service(leave, visit, draft):
    leila = visit("leila")
    named = leila.put(HOME + "/names/outcome:declined", json={"language": "fa", "text": "نه"}, headers={"X-Seen": "1"})
    assert named.json["revision"] == 2
    bound = leila.put(HOME + "/lanes/Lane_hr", json={"who": "leila"}, headers={"X-Seen": "2"})
    assert bound.json["revision"] == 3
    made = leila.post(HOME + "/new-forms", json={"name": "Medical note"}, headers={"X-Seen": "3"})
    assert made.status_code == 201
    now = draft()
    assert now.spec["names"]["outcome:declined"]["fa"] == "نه"
    assert now.spec["lanes"]["Lane_hr"] == "leila"
    assert now.spec["forms"][made.json["form"]["path"]] == made.json["form"]["id"]
    wrong = leila.put(HOME + "/names/x", json={"language": "xx", "text": "y"}, headers={"X-Seen": "4"})
    assert wrong.status_code == 400


def test_two_may_name_and_bind_at_once_and_only_the_same_name_stands_in_the_way(leave, visit, draft):
    leila, mona = visit("leila"), visit("mona")

    def put(by, what, **body):
        return by.put(f"{HOME}/{what}", json=body, headers={"X-Seen": "1"})

    assert put(leila, "names/Lane_hr", language="fa", text="منابع").json["revision"] == 2
    assert put(mona, "names/Record", language="fa", text="ثبت").json["revision"] == 3
    assert put(mona, "lanes/Lane_hr", who="mona").status_code == 200
    late = put(mona, "names/Lane_hr", language="fa", text="کارکنان")
    assert (late.status_code, late.json["by"]) == (202, "ليلى حداد")
    assert put(mona, "names/Record", language="fa", text="نوشتن").status_code == 200
    names = draft().spec["names"]
    assert (names["Lane_hr"]["fa"], names["Record"]["fa"]) == ("منابع", "نوشتن")


def test_a_name_saved_after_another_drew_does_not_count_their_drawing_as_seen(leave, visit, draft):
    leila, mona = visit("leila"), visit("mona")
    path = f"{HOME}/files/workflows/hr/leave.bpmn"
    model = leila.get(path).get_data()
    theirs, mine = model.replace(b"Record", b"Note", 1), model.replace(b"Stand_in", b"Stand_by", 1)
    assert leila.put(path, data=theirs, headers={"X-Seen": "1"}).json["revision"] == 2
    named = mona.put(HOME + "/names/Record", json={"language": "fa", "text": "ثبت"}, headers={"X-Seen": "1"})
    assert (named.status_code, named.json["revision"]) == (200, 1)
    late = mona.put(path, data=mine, headers={"X-Seen": str(named.json["revision"])})
    assert late.status_code == 202
    assert draft().file("workflows/hr/leave.bpmn") == theirs


def test_who_may_only_look_changes_nothing(leave, visit):
    shirin = visit("shirin")
    assert shirin.get(HOME).status_code == 200
    assert shirin.put(HOME + "/lanes/Lane_hr", json={"who": "shirin"}, headers={"X-Seen": "1"}).status_code == 404
    assert shirin.post(HOME + "/new-forms", json={"name": "x"}, headers={"X-Seen": "1"}).status_code == 404
    assert visit("reza").get(HOME + "/elements").status_code == 404
