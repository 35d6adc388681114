"""A drawing that harms whoever reads it harms nobody who designs."""

import pytest

from app.base import transaction
from app.people import Person
from app.studio.drafts import Draft, DraftUnreadable, save

DRAWING = "workflows/hr/leave.bpmn"
BOMB = b"""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="&b;"/></definitions>"""


@pytest.mark.parametrize("text", [BOMB, b"", b"not a drawing", b"<definitions"])
def test_an_unreadable_drawing_is_refused_and_the_pages_still_open(draft, clock, visit, text):
    with transaction():
        change = {"what": "drawing", "files": {DRAWING: text}}
        save(Draft.open_of("leave", lock=True), by=Person.by_key("leila"), now=clock.now, seen=1, **change)
    with pytest.raises(DraftUnreadable):
        draft().published()
    assert visit("leila").get("/studio/leave").status_code == 200
    assert draft().offer.name("en") == "Leave"


def test_a_good_drawing_compiles(draft):
    assert "Approve_manager" in draft().published().diagram.elements
