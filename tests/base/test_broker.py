"""Hints travel over files, Redis and RabbitMQ, and nobody waits for a broker that is away."""

import queue

import pytest

from app.base import broker as brokers
from app.base import hint_files
from app.base.broker import QUEUE, WAKE, HintSender, forget_old_hints, make_broker
from app.settings import Settings
from tests.support import servers
from tests.support.free_port import free_port

KEY = "c3fcd3d76192e4007dfb496cca67e13b"
PATIENCE = 120
BROKERS = ("embedded", *(name for name in ("redis", "rabbitmq") if servers.here(name)))


@pytest.fixture
def settings(request, tmp_path):
    given = {"MIZBAN_HOME": str(tmp_path), "SECRET_KEY": KEY}
    name = getattr(request, "param", "embedded")
    return Settings.from_environment(given if name == "embedded" else {**given, "BROKER_URL": servers.url(name)})


@pytest.mark.parametrize("settings", BROKERS, indirect=True)
def test_a_hint_arrives_with_the_kind_of_work_and_nothing_else(settings):
    HintSender(settings)("timer")
    with make_broker(settings).connection_for_read() as connection, connection.SimpleQueue(QUEUE) as waiting:
        message = waiting.get(timeout=PATIENCE)
        message.ack()
    assert message.headers["task"] == WAKE
    assert message.payload[0] == ["timer"]


def test_the_same_hint_is_not_carried_twice_while_it_waits(settings, monkeypatch):
    carried, at_it, go_on = [], queue.SimpleQueue(), queue.SimpleQueue()
    sender = HintSender(settings)

    def slow(kind):
        carried.append(kind)
        at_it.put(kind)
        go_on.get(timeout=PATIENCE)

    monkeypatch.setattr(sender, "_send", slow)
    sender("event")
    at_it.get(timeout=PATIENCE)
    for _ in range(5):
        sender("mail")
    go_on.put(None)
    at_it.get(timeout=PATIENCE)
    go_on.put(None)
    assert carried == ["event", "mail"]


def test_a_broker_that_is_away_is_noted_and_disturbs_nobody(tmp_path, monkeypatch):
    noted = queue.SimpleQueue()
    monkeypatch.setattr(brokers.log, "warning", lambda *words: noted.put(words))
    settings = Settings.from_environment(
        {"MIZBAN_HOME": str(tmp_path), "SECRET_KEY": KEY, "BROKER_URL": f"amqp://127.0.0.1:{free_port()}//"})
    HintSender(settings)("event")
    assert "the sweeps take over" in noted.get(timeout=PATIENCE)[0]


def test_hints_of_the_past_are_forgotten_at_the_start(settings):
    folder = brokers.broker_folder(settings)
    (folder / "1_old.msg").write_text("{}")
    forget_old_hints(settings)
    assert list(folder.glob("*.msg")) == []


def test_a_hint_in_a_file_is_there_whole_or_not_at_all(settings, monkeypatch):
    folder, seen = brokers.broker_folder(settings), []
    rename = hint_files.os.replace

    def looking(part, whole):
        seen.append(list(folder.glob("*.msg")))
        rename(part, whole)

    monkeypatch.setattr(hint_files.os, "replace", looking)
    make_broker(settings).send_task(WAKE, ("timer",))
    assert seen == [[]]
    assert [file.stat().st_size > 0 for file in folder.glob("*.msg")] == [True]
