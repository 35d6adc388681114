"""Moving many requests can be killed anywhere and goes on; who works on one meanwhile loses nothing (invariant 22)."""

import signal
import threading

import pytest

from app.base import db, transaction
from app.base.lease import LEASE
from app.cases import Case, Claim, Move, Task, Timer, Typed, claim
from app.cases.moving import begin, progress, undo
from app.catalog import Service, ServiceVersion, publish
from app.catalog.bundle import unpack
from app.people import Person
from app.worker import KINDS, work_off
from tests.cases.moving.changes import RENAMED
from tests.cases.moving.rows import rows
from tests.support.forked import Forked
from tests.trust.picture import picture

KILLED = -signal.SIGKILL
MANY = 6
PLACES = ("claimed:kill", "run:kill:3", "flush:kill:5", "commit:kill:4", "committed:kill:6")


@pytest.fixture
def newer(play) -> int:
    """The second version of the purchase, in which the approval has another name."""
    with transaction():
        service = Service.query.filter_by(slug="purchase").one()
        old = db.session.get(ServiceVersion, service.current_version_id)
        files = unpack(old.files)
        files[old.spec["diagram"]] = files[old.spec["diagram"]].replace(*(text.encode() for text in RENAMED))
        return publish("purchase", old.spec, files, by=Person.by_key("omar"), now=play.clock.now).id


@pytest.fixture
def lamps(play):
    """Requests in all kinds of states, on the first version: waiting, taken, half typed, at the order."""
    numbers = [play.open("purchase", what="Desk lamp", amount=40) for _ in range(MANY)]
    for number in numbers[::3]:
        play.deed(claim, "nadia", lambda number=number: play.task(number, "Approve"))
        with transaction():
            about = f"task:{play.task(number, 'Approve').id}"
            person = Person.by_key("nadia").id
            db.session.add(Typed(person_id=person, about=about, raw={"a": 1}, saved_at=play.clock.now))
    for number in numbers[::4]:
        play.do(number, "Approve", by="nadia", outcome="approved")
    return numbers


@pytest.fixture
def ready(lamps, newer):
    return lamps, newer


def begun(play, to) -> int:
    with transaction():
        service = Service.query.filter_by(slug="purchase").one()
        return begin(service, to, by=Person.by_key("omar"), now=play.clock.now).id


def done(id):
    db.session.rollback()
    return progress(db.session.get(Move, id))


@pytest.mark.parametrize("place", PLACES)
def test_a_move_killed_on_the_way_has_whole_requests_only_and_goes_on(play, ready, place):
    numbers, to = ready
    before = {number: rows(number) for number in numbers}
    id = begun(play, to)
    assert Forked(lambda: work_off(KINDS["move"]), place).finished() == KILLED
    moved = [number for number in numbers if play.case(number).version_id == to]
    assert done(id).states.get("moved", 0) == len(moved) < MANY
    assert all(rows(number) == before[number] for number in numbers if number not in moved)
    assert all(play.case(number).earlier for number in moved)
    play.clock.now += LEASE * 1.1
    play.work("move")
    assert done(id).states == {"moved": MANY}
    for number in numbers:
        after = rows(number)
        assert all(after[name] == before[number][name] for name in ("Typed", "Claim", "Candidate", "Timer", "Approval"))
        assert [task["id"] for task in after["Task"]] == [task["id"] for task in before[number]["Task"]]
    assert {len(play.case(number).earlier) for number in numbers} == {1}


@pytest.mark.parametrize("place", ["commit:kill:4", "committed:kill:6"])
def test_an_undoing_killed_on_the_way_goes_on_to_what_was_before(play, ready, place):
    numbers, to = ready
    before = {number: rows(number) for number in numbers}
    id = begun(play, to)
    play.work("move")
    play.deed(undo, "omar", lambda: db.session.get(Move, id))
    assert Forked(lambda: work_off(KINDS["move"]), place).finished() == KILLED
    play.clock.now += LEASE * 1.1
    play.work("move")
    assert done(id).states == {"undone": MANY}
    assert {number: rows(number) for number in numbers} == before


def test_a_killed_and_resumed_move_leaves_the_story_a_twin_has(play, newer):
    play.work("event")
    first = db.session.get(ServiceVersion, newer).service_id
    with transaction():
        old = ServiceVersion.query.filter_by(service_id=first, number=1).one().id
        Service.query.filter_by(slug="purchase").one().current_version_id = old
    twin, number = (play.open("purchase", what="Desk lamp", amount=40) for _ in range(2))
    with transaction():
        begin(Service.query.filter_by(slug="purchase").one(), newer, by=Person.by_key("omar"), now=play.clock.now,
              cases=[play.case(twin).id])
    play.work("move")
    with transaction():
        begin(Service.query.filter_by(slug="purchase").one(), newer, by=Person.by_key("omar"), now=play.clock.now,
              cases=[play.case(number).id])
    for place in ("claimed:kill", "run:kill", "flush:kill", "commit:kill:2"):
        assert Forked(lambda: work_off(KINDS["move"]), place).finished() == KILLED
        play.clock.now += LEASE * 1.1
    play.work("move")
    for one in (twin, number):
        play.do(one, "Approve", by="nadia", outcome="approved")
    told = [{**picture(one), "events": [event.replace('"move": 2', '"move": 1') for event in picture(one)["events"]]}
            for one in (twin, number)]
    assert told[0] == told[1]


def test_a_worker_stopped_beyond_its_lease_moves_nothing_twice(play, ready):
    numbers, to = ready
    id = begun(play, to)
    slow = Forked(lambda: work_off(KINDS["move"]), "claimed:stop")
    slow.stopped()
    play.clock.now += LEASE * 1.1
    play.work("move")
    assert done(id).states == {"moved": MANY}
    slow.go_on()
    assert slow.finished() == 0
    assert {len(play.case(number).earlier) for number in numbers} == {1}


def test_people_who_decide_while_their_requests_move_lose_nothing(play, door, ready, desk):
    numbers, to = ready
    open = [number for number in numbers if play.elements(number) == ["Approve"]]
    id = begun(play, to)
    tasks = [play.task(number, "Approve").id for number in open]
    posts = [("nadia", f"/tasks/{task}/completion", {"outcome": "approved"}) for task in tasks]

    def work():
        with desk.app.app_context():
            work_off(KINDS["move"])

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    answers = door.knock(posts)
    for worker in workers:
        worker.join()
    play.clock.now += LEASE * 1.1
    play.work("move")
    assert {status for status, _, _ in answers} == {303}
    assert done(id).states == {"moved": MANY}
    assert [play.elements(number) for number in numbers] == [["Order"]] * MANY
    assert {play.case(number).version_id for number in numbers} == {to}
    assert Task.query.filter_by(element="Approve", state="done").count() == MANY
    assert Claim.query.count() == len(numbers[::3]) and Case.query.count() == MANY
    assert Timer.query.filter(Timer.handled_at.is_(None)).count() == 0
