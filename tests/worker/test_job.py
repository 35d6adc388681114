"""A job is all or nothing, once, by whoever holds the lease; what fails stays visible and comes again."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from app.base import Work, claim, transaction
from app.base.lease import LEASE, TRIES
from app.events import Event
from app.people import Person
from app.worker import Kind, work_off


@pytest.fixture
def record(context, clock):
    def record(*kinds, later=timedelta(0)):
        with transaction():
            for kind in kinds:
                Event.record(kind, now=clock.now + later)

    return record


def rows() -> dict[str, Work]:
    with transaction(write=False) as session:
        found = session.query(Event).all()
        session.expunge_all()
    return {event.kind: event for event in found}


def greet(event, *, now):
    Person.by_key("sara").phone = event.kind


def phone() -> str | None:
    with transaction(write=False):
        return Person.by_key("sara").phone


def test_what_is_due_is_done_and_settled_together(record, clock):
    record("case.opened", "case.closed")
    done = []
    assert work_off(Kind("event", Event, lambda event, now: done.append((event.kind, now)))) == 2
    assert done == [("case.opened", clock.now), ("case.closed", clock.now)]
    assert all(row.handled_at == clock.now and row.leased_until is None for row in rows().values())


def test_doing_it_again_does_nothing(record):
    record("case.opened")
    assert [work_off(Kind("event", Event, greet)) for _ in range(2)] == [1, 0]


def test_what_is_due_later_waits(record, clock):
    record("case.opened", later=timedelta(minutes=5))
    assert work_off(Kind("event", Event, greet)) == 0
    clock.forward(minutes=5)
    assert work_off(Kind("event", Event, greet)) == 1


def test_a_failure_leaves_no_trace_but_its_trouble_and_comes_again_later_and_later(record, clock):
    record("case.opened")

    def stumble(event, *, now):
        greet(event, now=now)
        raise ValueError("the letter box is full")

    kind, moments = Kind("event", Event, stumble), []
    for attempt in range(1, TRIES + 1):
        assert work_off(kind) == 0
        row = rows()["case.opened"]
        assert (row.attempts, row.handled_at, row.trouble) == (attempt, None, "ValueError: the letter box is full")
        moments.append(row.due_at)
        clock.now = row.due_at or clock.now
    assert phone() is None
    assert moments[-1] is None
    spans = [later - earlier for earlier, later in zip(moments[:-2], moments[1:-1], strict=True)]
    assert spans == sorted(spans)


def test_one_that_fails_blocks_nobody(record):
    record("poison", "case.opened")

    def choke(event, *, now):
        if event.kind == "poison":
            raise ValueError("poison")
        greet(event, now=now)

    assert work_off(Kind("event", Event, choke)) == 1
    assert phone() == "case.opened"
    assert rows()["poison"].handled_at is None


def test_a_worker_that_lost_its_lease_changes_nothing(record, clock):
    record("case.opened")

    def held_up(parcel):
        clock.forward(seconds=LEASE.total_seconds() + 1)
        assert work_off(Kind("event", Event, greet)) == 1

    def too_late(event, answer, *, now):
        Person.by_key("sara").phone = "too late"

    assert work_off(Kind("event", Event, too_late, pack=lambda event: None, reach=held_up)) == 0
    assert phone() == "case.opened"
    assert rows()["case.opened"].handled_at == clock.now


def test_a_lease_holds_others_off_until_it_ends(record, clock):
    record("case.opened")
    with transaction():
        assert len(claim(Event, clock.now)) == 1
    assert work_off(Kind("event", Event, greet)) == 0
    clock.forward(seconds=LEASE.total_seconds() + 1)
    assert work_off(Kind("event", Event, greet)) == 1


def test_work_that_is_to_be_done_later_again_is_asked_again(record, clock):
    record("message.sent")

    def nobody_waits_yet(event, *, now):
        if event.attempts == 0:
            event.attempts, event.due_at = 1, now + timedelta(seconds=30)

    kind = Kind("event", Event, nobody_waits_yet)
    work_off(kind)
    row = rows()["message.sent"]
    assert (row.handled_at, row.leased_until) == (None, None)
    clock.forward(seconds=30)
    work_off(kind)
    assert rows()["message.sent"].handled_at == clock.now


def test_what_reaches_outside_holds_no_transaction_meanwhile(record, clock):
    record("case.opened")
    told = []

    def reach(parcel):
        # A second writer: on SQLite this would wait for ever behind a held transaction.
        with transaction():
            Person.by_key("omar").phone = "1"
        told.append(parcel)
        return "250 OK"

    def note(event, answer, *, now):
        event.trouble = None
        event.data = {"answer": answer}

    assert work_off(Kind("event", Event, note, pack=lambda event: event.kind, reach=reach)) == 1
    assert told == ["case.opened"]
    assert rows()["case.opened"].data == {"answer": "250 OK"}


def test_a_lost_race_is_run_again_and_outside_work_is_not_repeated(record):
    record("case.opened")
    reached, tries = [], []

    def conflict(event, answer, *, now):
        tries.append(now)
        if len(tries) < 3:
            raise OperationalError("update", {}, Exception("deadlock detected"))

    kind = Kind("event", Event, conflict, pack=lambda event: event.kind, reach=reached.append)
    assert work_off(kind) == 1
    assert (len(reached), len(tries)) == (1, 3)
