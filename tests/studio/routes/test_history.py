"""The history of a draft: in sentences, each state to look at and to have back."""

from app.studio.drafts import Revision

DRAWING = "workflows/hr/leave.bpmn"


def test_every_state_is_told_and_can_be_had_back(leave, visit, draft, clock):
    leila = visit("leila")
    before = draft().file(DRAWING)
    changed = before.replace(b'name="Record the leave"', b'name="Write it down"')
    leila.put(f"/studio/leave/files/{DRAWING}", data=changed, headers={"X-Seen": "1"})
    visit("mona").put(f"/studio/leave/files/{DRAWING}", data=before + b" ", headers={"X-Seen": "1"})
    page = leila.get("/studio/leave/history").text
    for said in ("Began the draft from version 1", "Set aside, because somebody else had changed the same: Drew"):
        assert said in page
    first = leila.get("/studio/leave/revisions/1")
    assert "Record the leave" in first.text and "different here" in first.text
    assert b"Record the leave" in leila.get("/studio/leave/revisions/1/drawing").data
    assert leila.post("/studio/leave/restoration", data={"id": 1}).status_code == 303
    assert draft().file(DRAWING) == before


def test_a_draft_that_is_closed_keeps_its_history_and_what_was_set_aside(leave, visit, draft):
    leila = visit("leila")
    before = draft().file(DRAWING)
    changed = before.replace(b'name="Record the leave"', b'name="Write it down"')
    leila.put(f"/studio/leave/files/{DRAWING}", data=changed, headers={"X-Seen": "1"})
    visit("mona").put(f"/studio/leave/files/{DRAWING}", data=before + b" ", headers={"X-Seen": "1"})
    [late] = Revision.of(draft(), aside=True)
    leila.post("/studio/leave/draft-removal")
    assert draft() is None
    page = leila.get("/studio/leave/history").text
    for said in ("Drafts before", "Discarded", "Set aside, because somebody else", "Began the draft from version 1"):
        assert said in page, said
    assert leila.get(f"/studio/leave/revisions/{late.id}").status_code == 200
    assert leila.get(f"/studio/leave/revisions/{late.id}/drawing").status_code == 200
    assert visit("reza").get(f"/studio/leave/revisions/{late.id}").status_code == 404
    assert visit("shirin").post("/studio/leave/restoration", data={"id": late.id}).status_code == 404
    assert leila.post("/studio/leave/restoration", data={"id": late.id}).status_code == 303
    assert draft().file(DRAWING) == before + b" "
    page = leila.get("/studio/leave/history").text
    assert "Went back to state 1 of draft 2" in page
    assert page.index("History of the draft") < page.index("Drafts before")


def test_a_service_from_files_says_that_it_has_no_history_yet(studio, visit):
    assert "No draft has a history here yet" in visit("leila").get("/studio/leave/history").text


def test_a_state_of_another_draft_is_not_there(leave, visit):
    assert visit("leila").get("/studio/leave/revisions/99").status_code == 404
    assert visit("leila").post("/studio/leave/restoration", data={"id": 99}).status_code == 404
    assert visit("reza").get("/studio/leave/revisions/1").status_code == 404
