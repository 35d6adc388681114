"""Work in the background: once in spite of everything, by whoever holds the lease, and no row blocks another."""

import random
import signal
import threading
from datetime import timedelta

import pytest

from app.base import LeaseLost, db, lease, on_hint, set_clock, transaction
from app.base.failpoint import Stumbled, arm
from app.base.lease import LEASE, TRIES
from app.cases import Case, Task, Timer
from app.events import Event
from app.notifications import Mail
from app.notifications.notice import Notice
from app.worker import KINDS, Kind, work_off
from app.worker.job import claim_batch
from tests.support.forked import Forked
from tests.trust.picture import picture

KILLED = -signal.SIGKILL


@pytest.fixture
def diary(tmp_path, monkeypatch):
    """Every mail that left, one line each, whichever process sent it."""
    path = tmp_path / "sent"
    path.touch()

    def send(parcel):
        with path.open("a") as file:
            file.write(f"{parcel['message_id']}\n")
        return True

    mail = KINDS["mail"]
    monkeypatch.setitem(KINDS, "mail", Kind(mail.name, mail.model, mail.verb, mail.pack, send))
    return lambda: path.read_text().split()


def test_what_is_rolled_back_has_left_no_event_and_no_hint(play):
    play.work()
    hints = []
    on_hint(hints.append)
    arm("commit:raise")
    with pytest.raises(Stumbled):
        play.open("purchase", what="Desk lamp", amount=40)
    assert (hints, Event.query.filter_by(kind="case.opened").count(), Case.query.count()) == ([], 0, 0)
    assert sum(work_off(kind) for kind in KINDS.values()) == 0
    play.open("purchase", what="Desk lamp", amount=40)
    assert "event" in hints
    assert play.elements(Case.query.one().number) == ["Approve"]


@pytest.mark.parametrize("seed", [1, 2])
def test_hints_that_come_often_and_in_any_order_do_everything_once(play, diary, desk, seed):
    twin = play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=5)
    settle_everything(play)
    mails = len(diary())
    numbers = [play.open("purchase", what="Desk lamp", amount=40) for _ in range(4)]
    play.clock.forward(hours=5)
    chance = random.Random(seed)
    for _ in range(2):
        in_threads(desk.app, [chance.sample([*KINDS] * chance.randint(2, 5), 8) for _ in range(2)])
        workers = [Forked(lambda kind=kind: work_off(KINDS[kind])) for kind in chance.sample([*KINDS], 3)]
        assert [worker.finished() for worker in workers] == [0, 0, 0]
        play.clock.forward(seconds=30)
    settle_everything(play)
    for number in numbers:
        assert picture(number) == picture(twin)
    assert len(diary()) == len(set(diary())) == Mail.query.count() == 5 * mails


def settle_everything(play):
    play.work()
    play.clock.forward(seconds=30)
    play.work()


def in_threads(app, plans: list[list[str]]):
    def follow(plan):
        with app.app_context():
            for kind in plan:
                work_off(KINDS[kind])

    threads = [threading.Thread(target=follow, args=(plan,)) for plan in plans]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_worker_that_was_stopped_beyond_its_lease_changes_nothing_when_it_goes_on(play):
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.clock.forward(hours=5)
    slow = Forked(lambda: work_off(KINDS["timer"]), "claimed:stop")
    slow.stopped()
    assert work_off(KINDS["timer"]) == 0  # the lease still holds
    play.clock.now += LEASE * 1.1
    assert work_off(KINDS["timer"]) == 1
    before = picture(number)
    slow.go_on()
    assert slow.finished() == 0
    assert picture(number) == before
    assert Event.query.filter_by(kind="timer.fired").count() == 1
    assert Timer.query.one().lease == 2


def test_a_mail_whose_lease_was_lost_on_the_way_does_not_leave_a_second_time(play, diary):
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    play.clock.forward(seconds=30)
    slow = Forked(lambda: work_off(KINDS["mail"]), "claimed:stop")
    slow.stopped()
    play.clock.now += LEASE * 1.1
    play.work("mail")
    sent = diary()
    assert sent
    slow.go_on()
    assert slow.finished() == 0
    assert diary() == sent


def test_a_worker_that_dies_between_sending_and_noting_it_sends_under_the_same_id(play, diary):
    """No mail server can be asked to send exactly once; the same Message-ID lets readers' programs drop the second."""
    play.open("purchase", what="Desk lamp", amount=40)
    play.work("event")
    play.clock.forward(seconds=30)
    assert Forked(lambda: work_off(KINDS["mail"]), "reached:kill").finished() == KILLED
    play.clock.now += LEASE * 1.1
    play.work("mail")
    assert set(diary()) == {mail.message_id for mail in Mail.query}
    assert len(diary()) == Mail.query.count() + 1


def test_three_sweeps_of_which_one_dies_again_and_again_do_everything_once(play, monkeypatch):
    """The clock of the machine runs here, and leases are short."""
    twin = play.open("purchase", what="Desk lamp", amount=40)
    numbers = [play.open("purchase", what="Desk lamp", amount=40) for _ in range(5)]
    play.clock.forward(hours=5)
    play.work("timer", "event")
    expected = picture(twin)
    set_clock(None)
    monkeypatch.setattr(lease, "LEASE", timedelta(seconds=1.5))
    with transaction() as session:
        session.query(Notice).delete()
        session.query(Mail).delete()
        session.query(Event).update({"handled_at": None, "lease": 0, "attempts": 0, "leased_until": None})
    sweep = lambda: until_nothing_waits()  # noqa: E731
    mortal = ["commit:kill:4", "claimed:kill", "commit:kill:9", "committed:kill:6"]
    assert [Forked(sweep, place).finished() for place in mortal[:2]] == [KILLED, KILLED]
    workers = [Forked(sweep), Forked(sweep, mortal[2]), Forked(sweep, mortal[3]), Forked(sweep)]
    ends = [worker.finished() for worker in workers]
    assert (ends[0], ends[3]) == (0, 0) and {*ends} <= {0, KILLED}
    for number in numbers:
        seen = picture(number)
        assert (seen["notices"], seen["mails"]) == (expected["notices"], expected["mails"])


def until_nothing_waits():
    while waiting():
        work_off(KINDS["event"])


def waiting() -> bool:
    with transaction(write=False) as session:
        return session.query(Event).filter(Event.handled_at.is_(None)).first() is not None


def test_a_row_that_takes_its_workers_down_takes_no_others_with_it_and_is_given_up(play):
    play.work()
    with transaction():
        for name in ("good.1", "poison", "good.2", "good.3"):
            Event.record(name, now=play.clock.now)

    def work(event, *, now):
        if event.kind == "poison":
            signal.raise_signal(signal.SIGKILL)

    kind, deaths = Kind("event", Event, work), 0
    while Forked(lambda: work_off(kind)).finished() == KILLED:
        deaths += 1
        play.clock.now += LEASE * 1.1
    rows = {event.kind: event for event in Event.query}
    assert deaths == 1 + TRIES
    assert rows["poison"].handled_at is None and rows["poison"].attempts == TRIES
    assert all(rows[f"good.{number}"].handled_at for number in (1, 2, 3))
    assert max(rows[f"good.{number}"].attempts for number in (1, 2, 3)) <= 1


def test_a_lease_that_was_lost_stays_lost(play):
    play.work()
    with transaction():
        Event.record("case.opened", now=play.clock.now)
    [(id, old)] = claim_batch(KINDS["event"], play.clock.now)
    play.clock.now += LEASE * 1.1
    [(_, new)] = claim_batch(KINDS["event"], play.clock.now)
    for write in (lease.settle, lease.renew):
        with pytest.raises(LeaseLost), transaction():
            write(Event, id, old, play.clock.now)
    with transaction():
        lease.give_back(Event, id, old, play.clock.now, "too late")
        lease.renew(Event, id, new, play.clock.now)
    assert db.session.get(Event, id).trouble is None
    assert Task.query.count() == 0
