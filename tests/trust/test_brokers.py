"""Real workers on PostgreSQL and a real broker, with hints too many and none at all (invariants 4 and 11)."""

import random
from datetime import UTC, datetime

import pytest

from app.base import db, on_hint, transaction
from app.base.broker import QUEUE, HintSender, make_broker
from app.events import Event
from app.settings import Settings
from app.worker import KINDS
from tests.support import servers
from tests.support.desk import KEY
from tests.support.processes import Process
from tests.trust.picture import picture

PATIENCE = 600  # looks, a twentieth of a second each


@pytest.fixture(params=[
    pytest.param(name, marks=pytest.mark.servers("postgresql", name)) for name in ("redis", "rabbitmq")])
def broker(request, tmp_path):
    return Settings(tmp_path, "postgresql://", servers.url(request.param), KEY)


@pytest.fixture
def workers(play, desk, broker):
    """Two real workers on the desk's database, told by the same broker."""
    play.clock.now = datetime.now(UTC)
    given = {"MIZBAN_HOME": str(broker.home), "MIZBAN_DEMO": "1", "SECRET_KEY": KEY}
    started = [
        Process("work", DATABASE_URL=desk.shelf.url, BROKER_URL=broker.broker_url, **given) for _ in range(2)
    ]
    for worker in started:
        worker.until("The worker is ready.")
    yield started
    for worker in started:
        worker.kill()


def purge(broker):
    with make_broker(broker).connection_for_write() as connection:
        connection.default_channel.queue_purge(QUEUE)


def until_done():
    """PostgreSQL waits for us between two looks."""
    for _ in range(PATIENCE):
        with transaction(write=False) as session:
            waiting = session.query(Event).filter(Event.handled_at.is_(None)).count()
            session.execute(db.select(db.func.pg_sleep(0.05)))
        if not waiting:
            return
    raise AssertionError(f"{waiting} events were never handled.")


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_hints_too_many_and_none_at_all_do_everything_once(play, workers, broker):
    sender, chance = HintSender(broker), random.Random(4)

    def often(kind):
        for one in chance.choices([*KINDS, kind], k=chance.randint(2, 5)):
            sender(one)

    on_hint(often)
    numbers = [play.open("purchase", what="Desk lamp", amount=40) for _ in range(3)]
    purge(broker)
    numbers += [play.open("purchase", what="Desk lamp", amount=40) for _ in range(3)]
    for number in numbers:
        play.do(number, "Approve", by="nadia", outcome="approved")
    until_done()
    first, *others = map(picture, numbers)
    assert first["notices"] and all(other == first for other in others)
