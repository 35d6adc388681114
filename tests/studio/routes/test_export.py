"""A service taken along from its page."""

import io
import zipfile

from app.catalog import gathered


def taken(answer) -> dict[str, bytes]:
    assert answer.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}


def test_the_draft_and_every_version_can_be_taken_along(leave, visit, draft):
    leila = visit("leila")
    files = taken(leila.get("/studio/leave/export"))
    assert gathered(files)[0] == "leave"
    assert taken(leila.get("/studio/leave/export?version=1")) == files
    drawing = "workflows/hr/leave.bpmn"
    leila.put(f"/studio/leave/files/{drawing}", data=files[drawing] + b"<!-- -->", headers={"X-Seen": "1"})
    assert taken(leila.get("/studio/leave/export"))[drawing].endswith(b"<!-- -->")
    assert taken(leila.get("/studio/leave/export?version=1")) == files


def test_what_is_not_there_or_not_ones_own_is_not_found(leave, visit):
    assert visit("leila").get("/studio/leave/export?version=9").status_code == 404
    assert visit("leila").get("/studio/new-employee/export").status_code == 404
    assert visit("reza").get("/studio/leave/export?version=1").status_code == 404


def test_what_was_taken_along_is_brought_back_as_a_draft(leave, visit, clock):
    packed = visit("leila").get("/studio/leave/export").data
    dropped = {"department": "hr", "files": (io.BytesIO(packed), "leave.zip")}
    answer = visit("leila").post("/studio/drafts", data=dropped)
    assert answer.status_code == 303
    copy = taken(visit("leila").get(answer.location.rstrip("/") + "/export"))
    assert any(path.endswith(".bpmn") for path in copy)
