"""What the editors read and write."""

from app.studio.drafts import Draft, Revision

DRAWING = "/studio/leave/files/workflows/hr/leave.bpmn"


def test_a_file_is_read_with_its_revision_and_saved_on_it(leave, visit, draft):
    leila = visit("leila")
    told = leila.get(DRAWING)
    assert (told.headers["X-Revision"], told.data) == ("1", draft().file("workflows/hr/leave.bpmn"))
    answer = leila.put(DRAWING, data=b"<new/>", headers={"X-Seen": "1"})
    assert (answer.status_code, answer.json["revision"]) == (200, 2)
    assert leila.get(DRAWING).data == b"<new/>"


def test_who_saves_on_an_older_state_is_told_and_keeps_it(leave, visit):
    visit("leila").put(DRAWING, data=b"<first/>", headers={"X-Seen": "1"})
    answer = visit("mona").put(DRAWING, data=b"<second/>", headers={"X-Seen": "1"})
    assert (answer.status_code, answer.json["by"], answer.json["revision"]) == (202, "ليلى حداد", 2)
    aside = Revision.of(Draft.open_of("leave"), aside=True)
    assert [one.contents()["workflows/hr/leave.bpmn"] for one in aside] == [b"<second/>"]


def test_files_of_others_are_not_there(leave, visit):
    assert visit("sara").get(DRAWING).status_code == 404
    assert visit("shirin").get(DRAWING).status_code == 200
    assert visit("shirin").put(DRAWING, data=b"<x/>", headers={"X-Seen": "1"}).status_code == 404
    assert visit("leila").put(DRAWING, data=b"<x/>").status_code == 400
    assert visit("leila").get("/studio/leave/files/etc/passwd").status_code == 404


def test_the_pages_of_the_studio_open(leave, visit):
    leila = visit("leila")
    for path in ("/studio", "/studio/leave", "/studio/leave/history", "/studio/new-employee"):
        assert leila.get(path).status_code == 200
    assert visit("jan").get("/studio").status_code == 404


def test_a_draft_is_begun_and_discarded(leave, visit, draft):
    leila = visit("leila")
    assert leila.post("/studio/leave/draft-removal").status_code == 303
    assert draft() is None
    assert leila.post("/studio/leave/draft").status_code == 303
    assert leila.post("/studio/leave/draft").status_code == 303
    assert draft().id == 2
