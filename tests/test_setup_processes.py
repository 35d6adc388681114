"""The product in whole processes: the demo of one machine, and the topology of many with two workers."""

import re
import signal
import socket
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from tests.support import servers
from tests.support.free_port import free_port
from tests.support.processes import Process

KEY = "9b74c9897bac770ffc029102a200c5de"


@pytest.fixture
def start(tmp_path):
    """`start("work", BROKER_URL=...)`: a process on an installation of its own, ended with the test."""
    (tmp_path / "content").mkdir()
    given = {"MIZBAN_HOME": str(tmp_path / "home"), "MIZBAN_CONTENT": str(tmp_path / "content")}
    processes = []

    def start(*arguments, **environment):
        processes.append(Process(*arguments, **given, **environment))
        return processes[-1]

    yield start
    for process in reversed(processes):
        process.kill()


@pytest.fixture
def many(tmp_path):
    """A database of its own and Redis, as settings; the database is dropped afterwards."""
    admin, name = servers.url("postgresql"), f"mizban_{tmp_path.name}".replace("-", "_")[:60]
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f'create database "{name}"')
        yield {"DATABASE_URL": f"{admin.rsplit('/', 1)[0]}/{name}", "BROKER_URL": servers.url("redis"),
               "SECRET_KEY": KEY, "MIZBAN_DEMO": "1"}
        connection.execute(f'drop database "{name}" with (force)')


def page(port: int, path: str = "/sign-in") -> str:
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.read().decode()


def listens(port: int) -> bool:
    with socket.socket() as visitor:
        return visitor.connect_ex(("127.0.0.1", port)) == 0


def test_the_demo_serves_until_it_is_stopped_and_finds_everything_again(start):
    port = free_port()
    demo = start("demo", "--port", str(port))
    assert f"http://127.0.0.1:{port}" in demo.until("Mizban is ready on")
    assert "Sara Ahmadi" in page(port)
    assert_stops(demo, signal.SIGINT, port)
    again = start("demo", PORT=str(port))
    again.until("Mizban is ready on")
    said = "".join(again.lines)
    assert re.search(r"^Database +up to date$", said, re.M)
    assert "Demo organisation" not in said
    assert_stops(again, signal.SIGTERM, port)


def assert_stops(demo, stop, port):
    assert demo.stop(stop) == 0
    assert not listens(port)
    assert demo.lines[-1].endswith("Stopping ...\n")
    assert "Traceback" not in "".join(demo.lines)


def test_a_taken_port_is_one_sentence_before_anything_is_made(start, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taker:
        port = taker.getsockname()[1]
        demo = start("demo", PORT=str(port))
        assert demo.finish() == f"Error: Port {port} is taken by another program: choose one with --port.\n"
    assert demo.popen.returncode == 1
    assert not (tmp_path / "home" / "mizban.db").exists()


def test_an_unwritable_folder_is_one_sentence(start, tmp_path):
    (tmp_path / "home").write_text("a file where the folder should be")
    demo = start("demo", "--port", str(free_port()))
    assert re.fullmatch(r"The folder \S+ cannot be written to \(.+\)\.\n", demo.finish())
    assert demo.popen.returncode == 1


@pytest.mark.servers("postgresql", "redis")
def test_many_nodes_share_postgresql_and_redis(start, many):
    setup = start("setup", **many)
    assert "19 people" in setup.finish()
    ports = [free_port(), free_port()]
    webs = [start("serve", "--port", str(port), "--workers", "1", **many) for port in ports]
    workers = [start("work", **many) for _ in range(2)]
    for web in webs:
        web.until("The web server is ready.")
    for worker in workers:
        worker.until("The worker is ready.")
    for port in ports:
        assert "Sara Ahmadi" in page(port)
    with psycopg.connect(many["DATABASE_URL"], autocommit=True) as connection:
        write_event(connection)
        until_handled(connection)
    say_goodbye(webs + workers)


@pytest.mark.servers("postgresql", "redis")
def test_work_is_done_while_the_broker_is_away(start, many):
    start("setup", **many).finish()
    worker = start("work", **(many | {"BROKER_URL": f"redis://127.0.0.1:{free_port()}/0"}))
    worker.until("Trying again")
    with psycopg.connect(many["DATABASE_URL"], autocommit=True) as connection:
        write_event(connection)
        until_handled(connection)
    assert worker.stop(signal.SIGTERM) == 0


def write_event(connection):
    """An event that nobody is told about: handled by being looked at."""
    connection.execute(
        "insert into event (kind, at, due_at, lease, attempts, data) values ('probe', now(), now(), 0, 0, '{}')")


def until_handled(connection, tries: int = 2400):
    """PostgreSQL waits for us: each look takes a twentieth of a second."""
    waiting = "select count(*), pg_sleep(0.05) from event where kind = 'probe' and handled_at is null"
    assert any(connection.execute(waiting).fetchone()[0] == 0 for _ in range(tries))


def say_goodbye(processes):
    for process in processes:
        process.popen.send_signal(signal.SIGTERM)
    for process in processes:
        process.finish()
    assert [process.popen.returncode for process in processes] == [0] * len(processes)


def test_the_composed_commands_are_those_that_were_just_started():
    composed = (Path(__file__).parents[1] / "docker-compose.yml").read_text()
    for command in ('["mizban", "setup"]', '["mizban", "serve", "--host", "0.0.0.0"]', '["mizban", "work"]'):
        assert f"command: {command}" in composed
