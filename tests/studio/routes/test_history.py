"""The history of a draft: in sentences, each state to look at and to have back."""

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


def test_a_state_of_another_draft_is_not_there(leave, visit):
    assert visit("leila").get("/studio/leave/revisions/99").status_code == 404
    assert visit("leila").post("/studio/leave/restoration", data={"id": 99}).status_code == 404
    assert visit("reza").get("/studio/leave/revisions/1").status_code == 404
