"""What was said about the way of the running requests goes with the publication until its day."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.base import db
from app.cases.moving import Move, cases_of
from app.events import Event
from app.studio.publishing import Publication
from tests.cases.moving.changes import other_id
from tests.studio.publishing.test_review import told
from tests.support.play import Play

DRAWING = "workflows/hr/leave.bpmn"
LEAVE = {"kind": "annual", "from_date": "2027-12-13", "to_date": "2027-12-15", "half_day": False, "days": 3,
         "stand_in": "nima"}
SAID = {"mapping": {"Check_balance": "Check_days"}, "recompute": [], "accepted": []}


@pytest.fixture
def people(clock) -> Play:
    return Play(clock)


@pytest.fixture
def waiting(studio, people) -> list[str]:
    """Two requests at the check of the balance."""
    numbers = [people.open("leave", requester=who, **LEAVE) for who in ("sara", "ali")]
    assert [people.elements(number) for number in numbers] == [["Check_balance"]] * 2
    return numbers


@pytest.fixture
def renamed(leave, gate):
    """The draft of leave in which the check has another id; HR wants four eyes."""
    files = gate.live(leave).files
    text = files[DRAWING].decode()
    for old, new in other_id("Check_balance", "Check_days"):
        text = text.replace(old, new)
    spec = json.loads(json.dumps(gate.live(leave).spec).replace('"Check_balance"', '"Check_days"'))
    gate.change(leave, "leila", files={DRAWING: text.encode()}, names=spec["names"], walks=spec["walks"])
    return leave


def version_numbers(people, numbers) -> list[int]:
    return [people.case(number).published.number for number in numbers]


def ended(gate, clock):
    """The worker moves them, and half a minute later looks how it went."""
    gate.work()
    clock.forward(seconds=31)
    gate.work()


def test_on_its_day_they_are_moved_as_was_said_after_a_second_look(gate, renamed, waiting, people, clock):
    id = gate.ask(renamed, "mona", running="move", moving=SAID, effective_at=clock.now + timedelta(days=2))
    people.do(gate.read(id).review.number, "Review", "leila", "approved")
    gate.work()
    assert (gate.read(id).state, version_numbers(people, waiting)) == ("scheduled", [1, 1])
    assert gate.read(id).moving == SAID
    clock.forward(days=2, minutes=1)
    ended(gate, clock)
    assert (gate.read(id).state, version_numbers(people, waiting)) == ("published", [2, 2])
    assert [people.elements(number) for number in waiting] == [["Check_days"]] * 2
    assert told("publication.moved") == ["leila", "mona"]
    data = db.session.scalar(select(Event.data).where(Event.kind == "publication.moved"))
    assert (data["moved"], data["stayed"]) == (2, 0)


def test_without_a_word_those_that_need_one_stay_and_it_is_told_once(gate, renamed, waiting, people, clock):
    id = gate.ask(renamed, "mona", running="move")
    people.do(gate.read(id).review.number, "Review", "leila", "approved")
    ended(gate, clock)
    assert version_numbers(people, waiting) == [1, 1]
    move = Move.query.one()
    assert [(row.state, row.verdict) for row in cases_of(move)] == [("kept", "mapping")] * 2
    clock.forward(minutes=5)
    gate.work()
    found = list(db.session.scalars(select(Event.data).where(Event.kind == "publication.moved")))
    assert [(one["moved"], one["stayed"], one["move"]) for one in found] == [(0, 2, move.id)]
    assert gate.read(id).due_at is None


def test_who_finishes_is_not_moved_whatever_was_said(gate, renamed, waiting, people, clock):
    id = gate.ask(renamed, "mona", running="finish", moving=SAID)
    people.do(gate.read(id).review.number, "Review", "leila", "approved")
    ended(gate, clock)
    assert (gate.read(id).moving, version_numbers(people, waiting), Move.query.count()) == (None, [1, 1], 0)
    assert told("publication.moved") == []


def test_what_is_not_in_the_new_version_is_left_out(gate, renamed, waiting):
    said = {"mapping": {"Check_balance": "Nowhere", "Stand_in": "Stand_in"}, "recompute": ["Nothing"], "accepted": []}
    assert gate.read(gate.ask(renamed, "mona", running="move", moving=said)).moving == {
        "mapping": {"Stand_in": "Stand_in"}, "recompute": [], "accepted": []}


def test_the_tab_asks_who_takes_over_and_the_second_person_reads_it(gate, renamed, waiting, visit, people):
    mona = visit("mona")
    plan = mona.get("/studio/leave/publish/plan?language=en").text
    assert 'name="map:Check_balance"' in plan and '<option value="Check_days"' in plan
    assert 'id="running-move"' not in plan  # none of them by itself
    plan = mona.get("/studio/leave/publish/plan", query_string={"map:Check_balance": "Check_days"}).text
    assert '<option value="Check_days" selected>' in plan and 'value="move" checked' in plan
    answer = mona.post("/studio/leave/publication", data={
        **form(gate, renamed), "running": "move", "map:Check_balance": "Check_days"})
    assert answer.status_code == 303, answer.text
    db.session.remove()
    kept = Publication.open_of("leave")
    assert kept.moving == SAID
    sheet = " ".join(visit("leila").get(f"/studio/leave/publish/evidence?of={kept.id}").text.split())
    assert "“Check the balance” takes over from “Check the balance”." in sheet


def test_what_was_said_stays_where_the_wish_is_refused(gate, renamed, waiting, visit):
    page = visit("mona").post("/studio/leave/publication", data={"running": "move", "map:Check_balance": "Check_days"})
    assert page.status_code == 422
    assert "running=move&amp;map%3ACheck_balance=Check_days" in page.text


def form(gate, slug) -> dict:
    accepted = gate.accepted(slug, "mona")
    points = {f"reason:{key}": why for key, why in accepted.items() if not key.startswith("way:")}
    ways = {key: why for key, why in accepted.items() if key.startswith("way:")}
    return {**points, **ways, "ways-accepted": "1", "note": "Another check.", "when": "now"}
