"""Plays over the pages: acting as any two people, the clock, stepping back, keeping a walk; nothing reaches anybody."""

import json
from io import BytesIO

import pytest
from sqlalchemy import func, select

from app.base import Model, db, transaction
from app.people import Absence, Person
from app.studio.drafts import Draft, save
from app.studio.trying import Play, PlayAct, coverage, forget_plays
from app.studio.trying.card import cards_of
from app.studio.trying.play import KEPT
from app.studio.trying.version import version_of
from app.studio.trying.watching import watch

OWN = {"play", "play_act", "draft", "revision", "blob"}


@pytest.fixture
def leila(leave, visit):
    """Leila, who designs the leave service."""
    return visit("leila")


@pytest.fixture
def begun(leila):
    """A play of the leave service as Sara; its address."""
    answer = leila.post("/studio/leave/try/plays", data={"requester": "sara"})
    assert answer.status_code == 303
    return answer.location


def last_play() -> Play:
    db.session.remove()
    return db.session.scalar(select(Play).order_by(Play.id.desc()).limit(1))


def rows() -> dict[str, int]:
    db.session.remove()
    return {table.name: db.session.scalar(select(func.count()).select_from(table))
            for table in Model.metadata.sorted_tables if table.name not in OWN}


def walk(draft, at: int) -> dict:
    return draft().spec["walks"][at]


def watched(draft, at: int = 0, clock=None, until=None):
    """A play that follows a walk of the draft; its id."""
    with transaction():
        found = Draft.open_of("leave")
        play, stopped = watch(found, found.spec["walks"][at], person=Person.by_key("leila"), now=clock.now, until=until)
        assert stopped is None
        return play.id


def dumps() -> list[bytes]:
    db.session.remove()
    return [row.run for row in db.session.scalars(select(PlayAct).order_by(PlayAct.number))]


def test_the_tab_shows_the_walks_and_their_numbers(leila):
    page = leila.get("/studio/leave/try").text
    assert "7 walks" in page and "7 pass" in page
    assert "ways not walked" in page
    assert leila.get("/studio/leave/try/drawing.bpmn").mimetype == "application/xml"


def test_strangers_find_nothing(leave, visit, begun):
    stranger = visit("sara")
    assert stranger.get("/studio/leave/try").status_code == 404
    assert stranger.get(begun).status_code == 404


def test_a_play_belongs_to_who_began_it(begun, visit):
    assert visit("mona").get(begun).status_code == 404


def test_the_form_is_the_real_one_and_keeps_what_was_typed(leila, begun):
    answer = leila.post(f"{begun}/acts", data={"kind": "annual", "contact_on_leave": "by phone"})
    assert answer.status_code == 422
    assert "by phone" in answer.text
    assert last_play().acts == []


def test_what_is_typed_survives_the_closed_browser(leila, begun):
    leila.post(f"{begun}/draft", data={"contact_on_leave": "only at night"})
    assert "only at night" in leila.get(begun).text


def test_a_person_must_be_chosen(leila):
    answer = leila.post("/studio/leave/try/plays", data={"requester": ""})
    assert answer.status_code == 422
    assert db.session.scalar(select(func.count(Play.id))) == 0


def test_following_a_walk_nothing_but_the_play_is_written(draft, leave, clock, studio):
    before = rows()
    for at in range(len(walk_list(draft))):
        watched(draft, at, clock)
    assert rows() == before
    assert db.session.scalar(select(func.count(Play.id))) == 7


def walk_list(draft):
    return draft().spec["walks"]


def test_a_whole_play_by_pages_writes_nothing_else(leila, draft, clock):
    id = watched(draft, 0, clock, until="Approve_manager")
    before = rows()
    leila.get(f"/studio/leave/try/plays/{id}")
    leila.post(f"/studio/leave/try/plays/{id}/time", data={"by": "day"})
    leila.post(f"/studio/leave/try/plays/{id}/act-removal")
    leila.post("/studio/leave/try/files", data={"file": (BytesIO(b"abc"), "note.pdf")})
    assert rows() == before


def test_the_seats_show_who_has_it(leila, draft, clock):
    id = watched(draft, 0, clock, until="Check_balance")
    page = leila.get(f"/studio/leave/try/plays/{id}").text
    assert "Check the balance" in page
    assert "Would be sent" in page


def test_who_is_away_is_stood_in_for(leila, draft, clock):
    id = watched(draft, 0, clock, until="Approve_manager")
    with transaction():
        day = last_play().now.date()
        Absence.arrange(Person.by_key("nadia"), day, day, Person.by_key("omar"))
    with transaction(write=False):
        box = last_play().sandbox()
        card = cards_of(box)[0]
        assert [one.key for one in card.actors] == ["omar", "nadia"]
        assert card.instead["omar"].key == "nadia"
    assert "who is away" in leila.get(f"/studio/leave/try/plays/{id}").text


def test_stepping_back_gives_the_state_before(leila, draft, clock):
    id = watched(draft, 3, clock)
    whole = dumps()
    for left in range(len(whole) - 1, 0, -1):
        leila.post(f"/studio/leave/try/plays/{id}/act-removal")
        assert dumps() == whole[:left]
    leila.post(f"/studio/leave/try/plays/{id}/act-removal")
    play = last_play()
    assert play.acts == [] and play.answers is None and play.typed["start"]


def test_stepping_back_and_doing_it_again_is_the_same_state(draft, clock, studio):
    watched(draft, 2, clock)
    before = dumps()
    with transaction():
        play = db.session.scalar(select(Play))
        act = play.last.act
        play.step_back(now=clock.now)
        db.session.flush()
        play.act(act, now=clock.now)
    assert dumps() == before


def test_time_passes_only_in_the_play(leila, draft, clock):
    id = watched(draft, 0, clock, until="Stand_in")
    before = last_play().now
    answer = leila.post(f"/studio/leave/try/plays/{id}/time", data={"by": "day"})
    assert answer.status_code == 303
    assert (last_play().now - before).days == 1


def test_the_clock_jumps_to_the_next_timer_in_working_time(leila, draft, clock):
    id = watched(draft, 0, clock, until="Stand_in")
    with transaction(write=False):
        box = last_play().sandbox()
        timers = [(one.element, box.due(one), one.due_at) for one in box.timers]
    assert timers
    leila.post(f"/studio/leave/try/plays/{id}/time", data={"by": "next"})
    play = last_play()
    assert play.last.act["fired"][0]["timer"] == timers[0][0]
    assert play.now == timers[0][1]


@pytest.mark.parametrize("at", range(7))
def test_a_play_is_kept_as_a_walk_that_passes(leila, draft, clock, at):
    id = watched(draft, at, clock)
    answer = leila.post(f"/studio/leave/try/plays/{id}/walk", data={"name": "Kept from a play"})
    assert answer.status_code == 303
    kept = walk_list(draft)[-1]
    assert kept["name"] == "Kept from a play" and kept["end"] == walk(draft, at)["end"]
    found = draft()
    covered = coverage(version_of(found.spec, found.files, found.number))
    assert [one.troubles("en", version_of(found.spec, found.files)) for one in covered.failing] == []
    assert covered.passing == 8


def test_time_that_passed_is_kept_as_the_timers_that_fired(leila, draft, clock):
    id = watched(draft, 0, clock, until="Stand_in")
    leila.post(f"/studio/leave/try/plays/{id}/time", data={"by": "next"})
    leila.post(f"/studio/leave/try/plays/{id}/walk", data={"name": "Nobody stands in"})
    kept = walk_list(draft)[-1]
    assert any("timer" in act for act in kept["steps"])
    found = draft()
    assert coverage(version_of(found.spec, found.files, found.number)).walks[-1].well


def test_a_walk_needs_a_name(leila, draft, clock):
    id = watched(draft, 0, clock)
    assert leila.post(f"/studio/leave/try/plays/{id}/walk", data={"name": " "}).status_code == 422
    assert len(walk_list(draft)) == 7


def test_a_walk_is_renamed_and_removed(leila, draft):
    name = walk(draft, 1)["name"]
    leila.post("/studio/leave/try/walks/1/name", data={"old": name, "name": "Another name"})
    assert walk(draft, 1)["name"] == "Another name"
    assert leila.post("/studio/leave/try/walks/1/removal", data={"old": name}).status_code == 409
    leila.post("/studio/leave/try/walks/1/removal", data={"old": "Another name"})
    assert len(walk_list(draft)) == 6


def test_a_proposed_walk_is_kept_only_when_wanted(leila, draft):
    page = leila.post("/studio/leave/try/proposals")
    assert page.status_code == 200
    assert len(walk_list(draft)) == 7
    proposed = {**walk(draft, 0), "name": "Proposed"}
    leila.post("/studio/leave/try/walks", data={"walk": json.dumps(proposed), "name": "Mine"})
    assert walk_list(draft)[-1]["name"] == "Mine"
    assert leila.post("/studio/leave/try/walks", data={"walk": "[]"}).status_code == 400


def test_a_form_that_is_gone_is_said_and_not_a_failure(leila, draft, clock):
    id = watched(draft, 0, clock, until="Check_balance")
    with transaction():
        play = db.session.get(Play, id)
        path = next(path for path, form in play.spec["forms"].items() if "balance" in form)
        play.spec = {**play.spec, "forms": {one: form for one, form in play.spec["forms"].items() if one != path}}
    page = leila.get(f"/studio/leave/try/plays/{id}")
    assert page.status_code == 200
    assert "The form that belongs here is missing" in page.text


def test_a_drawing_that_cannot_be_read_is_said_instead_of_tried(leila, draft, clock):
    with transaction():
        found = Draft.open_of("leave", lock=True)
        save(found, by=Person.by_key("leila"), now=clock.now, seen=found.revision, what="drawing",
             files={found.diagram_path: b"no drawing"})
    assert "cannot be read" in leila.get("/studio/leave/try").text
    assert leila.post("/studio/leave/try/plays", data={"requester": "sara"}).status_code == 422


def test_a_form_sent_twice_is_told_that_it_was(leila, draft, clock):
    id = watched(draft, 0, clock, until="Approve_manager")
    answer = leila.post(f"/studio/leave/try/plays/{id}/acts", data={"card": "step:999"})
    assert answer.status_code == 409
    assert "not open any more" in answer.text


def test_walks_written_by_hand_in_any_shape_are_told_and_never_break_the_page(leila, draft, clock):
    odd = [{"name": "text", "requester": "sara", "answers": "none", "steps": "none"}, "a walk",
           {"name": "acts", "requester": "sara", "answers": {}, "steps": [1, {"step": "Check_balance", "answers": 3}]},
           {"name": "when", "requester": "sara", "at": "soon", "answers": {}, "steps": [{"wait": "soon"}]}]
    with transaction():
        found = Draft.open_of("leave", lock=True)
        save(found, by=Person.by_key("leila"), now=clock.now, seen=found.revision, what="walks", spec={"walks": odd})
    page = leila.get("/studio/leave/try")
    assert page.status_code == 200 and page.text.count('class="trouble"') >= 3


def test_when_the_drawing_changes_the_play_says_so_and_begins_again(leila, draft, clock):
    id = watched(draft, 0, clock, until="Stand_in")
    acts = len(last_play().acts)
    assert "has changed since" not in leila.get(f"/studio/leave/try/plays/{id}").text
    with transaction():
        found = Draft.open_of("leave", lock=True)
        path = found.diagram_path
        save(found, by=Person.by_key("leila"), now=clock.now, seen=found.revision, what="drawing",
             files={path: found.file(path) + b"\n"})
    assert "has changed since" in leila.get(f"/studio/leave/try/plays/{id}").text
    answer = leila.post(f"/studio/leave/try/plays/{id}/renewal")
    assert answer.status_code == 303 and "stopped" not in answer.location
    assert len(last_play().acts) == acts
    assert "has changed since" not in leila.get(answer.location).text


def test_begun_again_on_a_drawing_without_the_step_it_says_where_it_stops(leila, draft, clock):
    id = watched(draft, 0, clock, until="Approve_manager")
    with transaction():
        found = Draft.open_of("leave", lock=True)
        path = found.diagram_path
        text = found.file(path).replace(b'"Check_balance"', b'"Check_days"').replace(
            b">Check_balance<", b">Check_days<")
        save(found, by=Person.by_key("leila"), now=clock.now, seen=found.revision, what="drawing", files={path: text})
    answer = leila.post(f"/studio/leave/try/plays/{id}/renewal")
    assert "stopped=2" in answer.location
    assert "act 2 is not open here" in leila.get(answer.location).text


def test_from_an_element_it_plays_up_to_there(leila, draft):
    page = leila.get("/studio/leave/try?from=Stand_in")
    assert page.status_code == 200
    answer = leila.post("/studio/leave/try/leads", data={"toward": "Approve_manager"})
    assert "came=1" in answer.location
    assert "Approve_manager" in {(*one.callers, one.element)[0] for one in last_play().sandbox().run.steps}


def test_a_live_service_without_a_draft_is_tried_too(studio, visit):
    leila = visit("leila")
    answer = leila.post("/studio/leave/try/plays", data={"requester": "sara"})
    assert leila.get(answer.location).status_code == 200
    page = leila.get("/studio/leave/try").text
    assert "7 pass" in page and "Rename" not in page


def test_a_play_of_the_live_version_goes_on_when_somebody_begins_a_draft(studio, visit, clock):
    leila = visit("leila")
    play = leila.post("/studio/leave/try/plays", data={"requester": "sara"}).location
    leila.post("/studio/leave/draft")
    assert Draft.open_of("leave") is not None
    assert "has changed since" not in leila.get(play).text


def test_plays_nobody_touches_are_tidied_away(draft, clock, studio):
    watched(draft, 0, clock)
    with transaction():
        assert forget_plays(clock.now + KEPT) == 0
        assert forget_plays(clock.now + KEPT * 2) == 1
    assert db.session.scalar(select(func.count(PlayAct.id))) == 0
