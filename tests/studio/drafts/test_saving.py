"""Two editors, one draft: what each did is there afterwards, in the draft or beside it."""

import pytest

from app.base import transaction
from app.people import Person
from app.studio.drafts import Draft, DraftMovedOn, Revision, restore, save, set_aside

DRAWING = "workflows/hr/leave.bpmn"
FORM = "forms/hr/leave.form"


def saved(key, now, seen, **change):
    with transaction():
        save(Draft.open_of("leave", lock=True), by=Person.by_key(key), now=now, seen=seen, what="drawing", **change)


def test_a_saved_file_is_the_draft_and_the_revision_counts_up(draft, clock):
    saved("leila", clock.now, 1, files={DRAWING: b"<new/>"})
    assert (draft().file(DRAWING), draft().revision) == (b"<new/>", 2)


def test_saving_the_same_again_changes_nothing(draft, clock):
    saved("leila", clock.now, 1, files={DRAWING: draft().file(DRAWING)})
    assert (draft().revision, len(Revision.of(draft()))) == (1, 1)


def test_two_who_change_different_things_both_have_them(draft, clock):
    saved("leila", clock.now, 1, files={DRAWING: b"<new/>"})
    saved("mona", clock.now, 1, files={FORM: b"{}"}, spec={"owner": "mona"})
    assert (draft().file(DRAWING), draft().file(FORM), draft().owner) == (b"<new/>", b"{}", "mona")


def test_the_second_of_two_editors_is_told_and_keeps_what_was_drawn(draft, clock):
    saved("leila", clock.now, 1, files={DRAWING: b"<first/>"})
    with pytest.raises(DraftMovedOn, match="Leila"):
        saved("mona", clock.now, 1, files={DRAWING: b"<second/>"})
    with transaction():
        change = {"what": "drawing", "files": {DRAWING: b"<second/>"}}
        set_aside(draft(), by=Person.by_key("mona"), now=clock.now, seen=1, **change)
    assert draft().file(DRAWING) == b"<first/>"
    assert Revision.of(draft(), aside=True)[0].contents()[DRAWING] == b"<second/>"


def test_saving_what_somebody_else_has_saved_already_is_no_conflict(draft, clock):
    saved("leila", clock.now, 1, files={DRAWING: b"<first/>"})
    saved("mona", clock.now, 1, files={DRAWING: b"<first/>"})
    assert (draft().revision, draft().file(DRAWING)) == (2, b"<first/>")


def test_the_same_key_of_the_spec_is_not_overwritten_either(draft, clock):
    saved("leila", clock.now, 1, spec={"audience": "managers"})
    with pytest.raises(DraftMovedOn):
        saved("mona", clock.now, 1, spec={"audience": "everyone"})


def test_saves_that_follow_each_other_are_one_line_of_the_history(draft, clock):
    for at in range(1, 5):
        saved("leila", clock.now, at, files={DRAWING: b"<new%d/>" % at})
        clock.forward(seconds=20)
    clock.forward(minutes=5)
    saved("leila", clock.now, 5, files={DRAWING: b"<last/>"})
    assert [(one.number, one.what) for one in Revision.of(draft())] == [(6, "drawing"), (5, "drawing"), (1, "opened")]


def test_any_state_of_the_history_can_be_had_back_and_left_again(draft, clock):
    before = draft().file(DRAWING)
    saved("leila", clock.now, 1, files={DRAWING: b"<new/>"})
    for number, wanted in ((1, before), (2, b"<new/>")):
        with transaction():
            one = next(one for one in Revision.of(draft()) if one.number == number)
            restore(Draft.open_of("leave", lock=True), one, by=Person.by_key("leila"), now=clock.now)
        assert draft().file(DRAWING) == wanted


def test_a_file_can_go_and_come(draft, clock):
    saved("leila", clock.now, 1, files={FORM: None, "forms/hr/new.form": b"{}"})
    assert FORM not in draft().files
    assert draft().file("forms/hr/new.form") == b"{}"
