"""A move as a batch: tried, stopped, resumed, undone; what became of each request stands with it."""

import pytest

from app.base import db, transaction
from app.base.lease import LEASE, TRIES
from app.cases import Case, MovedCase, withdraw
from app.cases.moving import MoveWasATrial, VersionElsewhere, cases_of, moves_of, resume, stop, undo
from app.cases.moving.batch import begin
from app.events import Event
from app.people import Person
from app.worker import KINDS
from app.worker.job import attempt, claim_batch
from tests.cases.moving.changes import RENAMED, SAME, other_id, step_before
from tests.cases.moving.rows import rows


@pytest.fixture
def three(play):
    return [play.open("purchase", what=f"Lamp {at}", amount=40) for at in range(3)]


def one_turn(play):
    """The worker does one of the cases and goes away."""
    (id, lease), *_ = claim_batch(KINDS["move"], play.clock.now)
    assert attempt(KINDS["move"], id, lease)
    play.clock.now += LEASE * 1.1


def deed(play, office, verb, id, by="omar"):
    play.deed(verb, by, lambda: office.found(id))


def versions(play, numbers) -> list[int]:
    return [play.case(number).published.number for number in numbers]


def test_every_request_is_moved_in_the_name_of_who_began_it(play, office, three):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    assert (office.progress(id).state, office.progress(id).left) == ("moving", 3)
    play.work()
    found = office.progress(id)
    assert (found.state, found.states, found.verdicts) == ("done", {"moved": 3}, {"safe": 3})
    assert versions(play, three) == [2, 2, 2]
    told = Event.query.filter_by(kind="case.moved").all()
    assert {one.by_id for one in told} == {Person.by_key("omar").id}
    assert [(one.data["from_version"], one.data["to_version"]) for one in told] == [(1, 2)] * 3
    assert [one.kind for one in Event.query.filter(Event.kind.like("move.%"))] == ["move.begun"]
    assert [one.id for one in moves_of(office.service("purchase"))] == [id]


def test_new_requests_are_no_part_of_a_move_that_has_begun(play, office, three):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    number = play.open("purchase", what="Late", amount=1)
    play.work()
    assert office.progress(id).total == 3 and play.case(number).published.number == 2


def test_a_trial_judges_every_request_and_changes_none(play, office, three):
    play.do(three[2], "Approve", by="nadia", outcome="approved")
    before = [rows(number) for number in three]
    to = office.change("purchase", *step_before("Order", "To_order"))
    id = office.begin("purchase", to, dry_run=True)
    play.work()
    assert office.progress(id).states == {"tried": 3}
    assert office.progress(id).verdicts == {"safe": 2, "person": 1}
    assert [rows(number) for number in three] == before
    row = cases_of(office.found(id), verdict="person")[0]
    assert (row.case.number, [one.rule for one in row.reasons]) == (three[2], ["move-step-skipped"])
    with pytest.raises(MoveWasATrial):
        deed(play, office, undo, id)


def test_what_needs_a_word_is_kept_with_its_reasons_and_moves_when_it_is_said(play, office, three):
    play.do(three[2], "Approve", by="nadia", outcome="approved")
    to = office.change("purchase", *step_before("Order", "To_order"))
    found = office.move("purchase", to)
    assert (found.states, versions(play, three)) == ({"moved": 2, "kept": 1}, [2, 2, 1])
    assert office.move("purchase", to, accepted=["move-step-skipped:Check"]).states == {"moved": 1}
    assert play.elements(three[2]) == ["Order"]


def test_a_move_stops_half_way_and_goes_on_later(play, office, three):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    one_turn(play)
    deed(play, office, stop, id)
    play.work()
    found = office.progress(id)
    assert (found.state, found.states, found.left) == ("stopped", {"moved": 1, "waiting": 2}, 2)
    assert sorted(versions(play, three)) == [1, 1, 2]
    play.clock.forward(days=2)
    play.work()
    assert office.progress(id).state == "stopped"
    deed(play, office, resume, id)
    play.work()
    assert (office.progress(id).state, versions(play, three)) == ("done", [2, 2, 2])
    assert [one.kind for one in Event.query.filter(Event.kind.like("move.%")).order_by(Event.id)] == [
        "move.begun", "move.stopped", "move.resumed"]


def test_a_worker_that_has_cases_in_hand_when_it_is_stopped_puts_them_back(play, office, three):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    batch = claim_batch(KINDS["move"], play.clock.now)
    deed(play, office, stop, id)
    assert all(attempt(KINDS["move"], *one) for one in batch)
    assert office.progress(id).states == {"waiting": 3}
    deed(play, office, resume, id)
    play.work()
    assert office.progress(id).states == {"moved": 3}


def test_undoing_brings_back_what_was_moved_and_leaves_the_rest(play, office, three):
    before = [rows(number) for number in three]
    id = office.begin("purchase", office.change("purchase", *other_id("Approve", "Decide")),
                      mapping={"Approve": "Decide"})
    one_turn(play)
    deed(play, office, undo, id)
    assert office.progress(id).state == "undoing"
    play.work()
    found = office.progress(id)
    assert (found.state, found.states) == ("undone", {"undone": 1, "left": 2})
    assert [rows(number) for number in three] == before
    deed(play, office, undo, id)
    assert Event.query.filter_by(kind="case.move_undone").count() == 1


def test_an_undoing_can_be_stopped_and_resumed_too(play, office, three):
    before = [rows(number) for number in three]
    id = office.begin("purchase", office.change("purchase", RENAMED))
    play.work()
    deed(play, office, undo, id)
    one_turn(play)
    deed(play, office, stop, id)
    play.work()
    assert (office.progress(id).state, office.progress(id).states) == ("stopped", {"undone": 1, "moved": 2})
    deed(play, office, resume, id)
    play.work()
    assert office.progress(id).states == {"undone": 3}
    assert [rows(number) for number in three] == before


def test_a_request_that_ends_before_its_turn_stays_where_it_ended(play, office, three):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    play.deed(withdraw, "sara", lambda: play.case(three[0]))
    play.work()
    assert office.progress(id).states == {"moved": 2, "kept": 1}
    row = cases_of(office.found(id), state="kept")[0]
    assert [one.rule for one in row.reasons] == ["move-ended"]


def test_two_moves_to_one_version_move_once(play, office, three):
    to = office.change("purchase", RENAMED)
    ids = [office.begin("purchase", to) for _ in range(2)]
    play.work()
    assert [office.progress(id).states for id in ids] == [{"moved": 3}, {"kept": 3}]
    assert {one.rule for row in cases_of(office.found(ids[1])) for one in row.reasons} == {"move-arrived"}


def test_a_case_that_cannot_be_moved_for_a_strange_reason_blocks_no_other(play, office, three, monkeypatch):
    id = office.begin("purchase", office.change("purchase", RENAMED))
    bad = play.case(three[1]).id

    def locked(id, locked=Case.locked):
        assert id != bad, "struck by lightning"
        return locked(id)

    monkeypatch.setattr(Case, "locked", locked)
    for _ in range(TRIES):
        play.work("move")
        play.clock.forward(minutes=20)
    found = office.progress(id)
    assert (found.state, found.states, found.failed) == ("done", {"moved": 2, "waiting": 1}, 1)
    assert "lightning" in MovedCase.query.filter_by(state="waiting").one().trouble
    monkeypatch.undo()
    deed(play, office, resume, id)
    play.work("move")
    assert office.progress(id).states == {"moved": 3}


def test_another_services_version_is_no_place_to_move_to(play, office, three):
    with pytest.raises(VersionElsewhere):
        office.begin("purchase", office.service("delivery").current_version_id)


def test_one_request_alone_can_be_moved(play, office, three):
    to = office.change("purchase", SAME)
    assert office.move("purchase", to, cases=[play.case(three[1]).id]).total == 1
    assert versions(play, three) == [1, 2, 1]


def test_a_move_of_nothing_is_done(play, office):
    with transaction():
        service = office.service("purchase")
        move = begin(service, service.current_version_id, by=Person.by_key("omar"), now=play.clock.now)
        id = move.id
    assert (office.progress(id).state, office.progress(id).total) == ("done", 0)
    assert db.session.get(type(move), id).from_versions == []
