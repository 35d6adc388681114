"""Whole processes and no broker: what was answered is kept, and the desk goes on (invariants 2 and 11)."""

import os
import re
import signal
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from app.base import db, hint, on_hint, transaction
from app.base.broker import HintSender
from app.cases import Case
from app.events import Event
from app.people.organisation import PASSWORD
from app.settings import Settings
from tests.support.desk import KEY
from tests.support.free_port import free_port
from tests.support.processes import Process

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visit:
    """A person at the real web server; answers are (status, location, page), read no further than wanted."""

    def __init__(self, port: int):
        self.port, self.cookie = port, ""

    def get(self, path: str) -> str:
        return self._ask("GET", path)[2]

    def send(self, path: str, **data) -> tuple[int, str]:
        page = self.get("/sign-in" if path.startswith("/sign-in") else "/services/purchase")
        return self._ask("POST", path, urlencode({**data, "csrf_token": TOKEN.search(page)[1]}), FORM, page=False)[:2]

    def _ask(self, method, path, body=None, headers=None, page=True):
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request(method, path, body, {**(headers or {}), "Cookie": self.cookie})
            with connection.getresponse() as answer:
                if cookie := answer.headers.get("Set-Cookie"):
                    self.cookie = cookie.split(";")[0]
                return answer.status, answer.headers.get("Location", ""), answer.read().decode() if page else ""


@pytest.fixture
def server(play, desk, tmp_path):
    """gunicorn on the desk's database, with a broker address at which nobody answers."""
    port, broker = free_port(), f"redis://127.0.0.1:{free_port()}/0"
    db.session.remove()
    db.engine.dispose()
    process = Process("serve", "--port", str(port), "--workers", "1", MIZBAN_HOME=str(tmp_path), MIZBAN_DEMO="1",
                      SECRET_KEY=KEY, DATABASE_URL=desk.shelf.url, BROKER_URL=broker)
    process.port = port
    process.until("The web server is ready.")
    yield process
    process.kill()


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in found.split()]


def test_what_was_answered_is_kept_when_the_server_dies_at_once_and_no_broker_is_there(play, server):
    sara = Visit(server.port)
    assert sara.send("/sign-in", name="sara", password="wrong")[0] == 422  # counted without the broker, too
    assert sara.send("/sign-in", name="sara", password=PASSWORD)[0] == 303
    assert sara.send("/services/purchase/cases", what="First lamp", amount="40", once="a")[0] == 303
    status, place = sara.send("/services/purchase/cases", what="Desk lamp", amount="40", once="b")
    for pid in (*children(server.popen.pid), server.popen.pid):
        os.kill(pid, signal.SIGKILL)
    assert status == 303
    number = place.split("/")[2].split("?")[0]
    assert [case.title for case in Case.query.order_by(Case.id)] == ["Buy First lamp", "Buy Desk lamp"]
    assert play.elements(number) == ["Approve"]
    db.session.rollback()
    assert Event.query.filter_by(kind="case.opened", handled_at=None).count() == 2
    play.clock.now = datetime.now(UTC)
    play.work("event")  # the sweep of any worker
    db.session.rollback()
    assert Event.query.filter_by(handled_at=None).count() == 0


@pytest.mark.parametrize("address", ["redis://127.0.0.1:{port}/0", "amqp://guest:guest@127.0.0.1:{port}//"])
def test_hints_that_cannot_be_sent_delay_and_break_nothing(play, tmp_path, address):
    sender = HintSender(Settings(tmp_path, "sqlite://", address.format(port=free_port()), KEY))
    on_hint(sender)
    number = play.open("purchase", what="Desk lamp", amount=40)
    play.do(number, "Approve", by="nadia", outcome="approved")
    assert sender.thread.is_alive()
    play.work()
    assert Event.query.filter_by(handled_at=None).count() == 0


def test_whatever_a_carrier_of_hints_raises_the_deed_stands(play):
    def fall(kind):
        raise RuntimeError("can't start new thread")

    on_hint(fall)
    with transaction() as session:
        hint(session, "event")
    number = play.open("purchase", what="Desk lamp", amount=40)
    assert play.elements(number) == ["Approve"]
