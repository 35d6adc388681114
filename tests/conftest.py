"""Fixtures for every room: a fresh database on each engine, people who visit, a clock, a site, a browser."""

import os
from datetime import datetime
from importlib import import_module

import pytest
from hypothesis import settings

from app.base import set_clock
from tests.support import servers
from tests.support.clock import MORNING, Clock
from tests.support.memory import use_memory

use_memory()
# The desk, the site and the browser are loaded when first wanted: a test of FEEL need not wait for the whole product.
ENGINES = ("sqlite", *(("postgresql",) if servers.here("postgresql") else ()))
desks: dict = {}
# Machines are sometimes busy: time is judged by benchmarks. What CI finds must be found again by the same commit.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def pytest_configure(config):
    needed = os.environ.get("MIZBAN_TESTS_NEED", "").replace(",", " ").split()
    missing = [servers.ABSENT[name] for name in needed if not servers.here(name)]
    if missing:
        pytest.exit("This run must leave nothing out, but: " + "; ".join(missing) + ".", returncode=1)


def pytest_collection_modifyitems(config, items):
    """Tests whose server or browser is not on this machine are left out, and the summary says so in one line."""
    for item in items:
        if "browsing" in item.fixturenames:
            item.add_marker("browser")
    out = [item for item in items if any(not servers.here(name) for name in needs(item))]
    if out:
        config.hook.pytest_deselected(items=out)
        items[:] = [item for item in items if item not in out]


def needs(item) -> set[str]:
    named = {name for mark in item.iter_markers("servers") for name in mark.args}
    return named | ({"browser"} if "browsing" in item.fixturenames or item.get_closest_marker("browser") else set())


def pytest_terminal_summary(terminalreporter):
    for name, why in servers.ABSENT.items():
        if not servers.here(name):
            terminalreporter.write_line(f"Not run, because {why}: what needs {name}.")


def pytest_sessionfinish(session):
    for desk in desks.values():
        desk.close()
    desks.clear()


@pytest.fixture(params=ENGINES)
def engine(request) -> str:
    """The database engine; every test that asks for a database runs once on each."""
    return request.param


@pytest.fixture
def desk(engine):
    """The product on this engine; `desk.take(content)` renews its database."""
    if engine not in desks:
        desks[engine] = import_module("tests.support.desk").Desk(engine)
    desks[engine].app.config["WTF_CSRF_ENABLED"] = False
    return desks[engine]


@pytest.fixture
def app(desk):
    """The application with the demo organisation, and no services."""
    return desk.take("people")


@pytest.fixture
def shop(desk):
    """The application with the demo organisation and the catalogue of the repository."""
    return desk.take("services")


@pytest.fixture
def context(app):
    """Inside the application, for tests below the pages."""
    with app.app_context():
        yield app


@pytest.fixture
def visit(desk):
    """`visit("sara")`: a client signed in as this person, of the application in use."""
    return lambda key: desk.app.test_client().enter(key)


@pytest.fixture
def now() -> datetime:
    return MORNING


@pytest.fixture
def clock():
    """The product's clock, standing still: `clock.now`, `clock.forward(hours=8)`."""
    clock = Clock()
    set_clock(clock)
    yield clock
    set_clock(None)


@pytest.fixture
def play(desk, clock):
    """Named people acting on four small services: purchase, delivery (calls purchase), broken (divides), branches."""
    app = desk.take("samples")
    with app.app_context():
        yield import_module("tests.support.play").Play(clock)


@pytest.fixture
def site(desk):
    """The product with its services at `site.url`, for browsers."""
    app = desk.take("services")
    app.config["WTF_CSRF_ENABLED"] = True
    site = import_module("tests.support.site").Site(app).start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def browsing():
    browsing = import_module("tests.support.browsing").Browsing()
    yield browsing
    browsing.stop()


def is_complaint(message) -> bool:
    # Chromium also writes down every answer of 400 and above, and a refused form is one.
    return message.type == "error" and "the server responded with a status of 4" not in message.text


@pytest.fixture
def page(browsing, site):
    """A new visitor's page in a browser; complaints of the page fail the test."""
    context = browsing.context(site.url, locale="en-GB", timezone_id="Asia/Tehran")
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    yield page
    context.close()
    assert not complaints
