"""PostgreSQL, Redis, RabbitMQ and a browser: what is here is started or reached when the first test wants it.

Each pytest process has servers of its own wherever it can start them, so that tests may stop, empty and break them.
"""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from glob import glob

import psycopg
import redis
from kombu import Connection

from tests.support.free_port import free_port

REACHED = {
    "postgresql": "postgresql://postgres@127.0.0.1:5432/postgres",
    "redis": "redis://127.0.0.1:6379/13",
    "rabbitmq": "amqp://guest:guest@127.0.0.1:5672//",
}
ABSENT = {
    "postgresql": "PostgreSQL is neither installed nor answering on 127.0.0.1:5432",
    "redis": "Redis is neither installed nor answering on 127.0.0.1:6379",
    "rabbitmq": "RabbitMQ is not answering on 127.0.0.1:5672",
    "browser": "Chromium is not installed",
}
# The shell is the same engine without windows and menus, which cost as much as the pages themselves.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "256MB",
             "max_connections": "200"}


@cache
def here(name: str) -> bool:
    """Whether tests that need it can run."""
    ways = {"postgresql": postgresql_programs, "redis": redis_program, "browser": browser}
    return bool(name in ways and ways[name]()) or name in REACHED and answers(name, REACHED[name])


@cache
def url(name: str) -> str:
    """Its address, started now if it is to be ours."""
    if name == "postgresql" and postgresql_programs():
        return start_postgresql()
    if name == "redis" and redis_program():
        return start_redis()
    return REACHED[name]


@cache
def browser() -> str:
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


@cache
def redis_program() -> str:
    return shutil.which("redis-server") or ""


@cache
def postgresql_programs() -> str:
    """The folder of the newest initdb."""
    places = sorted(glob("/usr/lib/postgresql/*/bin"), key=lambda place: int(place.split("/")[-2]))
    on_path = shutil.which("initdb")
    places += [os.path.dirname(on_path)] if on_path else []
    return next((place for place in reversed(places) if os.path.exists(f"{place}/initdb")), "")


def answers(name: str, address: str) -> bool:
    try:
        ASK[name](address)
    except (psycopg.OperationalError, redis.ConnectionError, OSError):
        return False
    return True


def ask_postgresql(address: str):
    psycopg.connect(address, connect_timeout=2).close()


def ask_redis(address: str):
    with redis.Redis.from_url(address, socket_connect_timeout=2, retry=None) as client:
        client.ping()


def ask_rabbitmq(address: str):
    with Connection(address, connect_timeout=2) as connection:
        connection.connect()


ASK = {"postgresql": ask_postgresql, "redis": ask_redis, "rabbitmq": ask_rabbitmq}


def start_postgresql() -> str:
    """A cluster in a temporary folder; PostgreSQL refuses to run as root, then `nobody` owns it."""
    programs, home, port = postgresql_programs(), temporary_folder(), free_port()
    owner = {"user": "nobody"} if os.geteuid() == 0 else {}
    if owner:
        shutil.chown(home, "nobody")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, **owner}
    subprocess.run(
        [f"{programs}/initdb", "-D", f"{home}/data", "-U", "postgres", "-A", "trust", "-N"], check=True, **quiet)
    settings = {**FORGETFUL, "unix_socket_directories": home, "listen_addresses": "127.0.0.1", "port": port}
    given = [f"--{name}={value}" for name, value in settings.items()]
    process = subprocess.Popen([f"{programs}/postgres", "-D", f"{home}/data", *given], **quiet)
    return started("postgresql", process, f"postgresql://postgres@127.0.0.1:{port}/postgres")


def start_redis() -> str:
    port = free_port()
    settings = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", temporary_folder()]
    process = subprocess.Popen([redis_program(), "--port", str(port), *settings], stdout=subprocess.DEVNULL)
    return started("redis", process, f"redis://127.0.0.1:{port}/0")


def started(name: str, process: subprocess.Popen, address: str, tries: int = 2400) -> str:
    """Asks again every twentieth of a second while the process lives: these servers give no other sign."""
    atexit.register(end, process)
    for _ in range(tries):
        if answers(name, address):
            return address
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    raise RuntimeError(f"{name} could not be started")


def end(process: subprocess.Popen):
    # Immediately: nothing in it is worth a checkpoint. PostgreSQL, so told, still gives its shared memory back.
    process.send_signal(signal.SIGQUIT)
    process.wait()


def temporary_folder() -> str:
    folder = tempfile.mkdtemp(prefix="mizban-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
