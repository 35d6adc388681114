"""Sweeps find what is due without any hint, and several of them do it once."""

import queue

from app.base import transaction
from app.events import Event
from app.worker import KINDS, Kind, Sweeper

PATIENCE = 120


def test_every_kind_has_rows_that_can_be_claimed(app):
    assert set(KINDS) == {"event", "timer", "call", "delivery", "mail", "move", "publication"}
    assert all(hasattr(kind.model, "leased_until") for kind in KINDS.values())
    assert all((kind.pack is None) == (kind.reach is None) for kind in KINDS.values())


def test_several_sweeps_do_each_row_once(context, clock):
    with transaction():
        for count in range(40):
            Event.record(f"event.{count}", now=clock.now)
    done = queue.SimpleQueue()
    kind = Kind("event", Event, lambda event, now: done.put(event.kind))
    sweepers = [Sweeper(context, [kind], every=0.01) for _ in range(3)]
    for sweeper in sweepers:
        sweeper.start()
    found = [done.get(timeout=PATIENCE) for _ in range(40)]
    for sweeper in sweepers:
        sweeper.stop()
    assert done.empty()
    assert sorted(found) == sorted(f"event.{count}" for count in range(40))


def test_slow_work_of_one_kind_keeps_no_other_waiting(context, clock):
    with transaction():
        Event.record("slow", now=clock.now)
    released, fast = queue.SimpleQueue(), queue.SimpleQueue()
    slow = Kind("slow", Event, lambda event, now: None, pack=lambda event: None, reach=lambda _: released.get())
    sweeper = Sweeper(context, [slow, Kind("fast", Event, lambda event, now: fast.put(event.kind))], every=0.01)
    first, second = sweeper.threads
    first.start()
    while not leased():
        pass
    with transaction():
        Event.record("quick", now=clock.now)
    second.start()
    assert fast.get(timeout=PATIENCE) == "quick"
    released.put("go on")
    sweeper.stop()


def leased() -> bool:
    with transaction(write=False) as session:
        return session.query(Event).filter(Event.leased_until.is_not(None)).count() > 0
