"""One application per engine and process; every test gets it with a fresh database."""

from contextvars import Context
from importlib import import_module
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import select

from app.base import db, on_hint, read_clock, transaction
from app.base.schema import prepare_schema
from app.catalog import Service, forget, published, sync
from app.people.organisation import DEMO, PASSWORD, settle
from app.settings import Settings
from app.web import create_app
from tests.support.databases import Shelf
from tests.support.servers import temporary_folder

STORE = import_module("app.catalog.published")._published
SAMPLES = Path(__file__).parent / "samples"
KEY = "4f1c9a7be25d08c3a96b1e7d52f0c84b"


class Visitor(FlaskClient):
    """A client whose requests never see the context of the test around them."""

    def open(self, *args, **kwargs):
        return Context().run(super().open, *args, **kwargs)

    def enter(self, key: str):
        """Sign in as the person of this key, as the demo's people are entered."""
        answer = self.post("/sign-in/demo", data={"person": key})
        assert answer.status_code in (302, 303), answer.text
        return self


class Desk:
    """`take("tables")` is empty, `take("people")` has the demo organisation, `take("services")` the catalogue too."""

    def __init__(self, engine: str):
        self.engine = engine
        self.shelf = Shelf(engine)
        self.settings = settings_for(Path(temporary_folder()), self.shelf.url)
        self.app = create_app(self.settings)
        self.app.test_client_class = Visitor
        self.compiled = {}
        self.fill = {"tables": self._tables, "people": self._people, "services": self._services,
                     "samples": self._samples}

    def take(self, content: str):
        with self.app.app_context():
            self.shelf.take(content, self.fill[content], db.engine.dispose)
            forget()
            self._remember(content)
        on_hint(lambda kind: None)
        return self.app

    def _remember(self, content: str):
        """What every copy of a template publishes is compiled once, as in a process that has run for a while."""
        if content not in self.compiled:
            ids = db.session.scalars(select(Service.current_version_id).where(Service.current_version_id.is_not(None)))
            self.compiled[content] = [published(id) for id in ids] if content in ("services", "samples") else []
            db.session.remove()
        for one in self.compiled[content]:
            STORE.put(one.id, one)

    def close(self):
        with self.app.app_context():
            db.engine.dispose()
        self.shelf.database.drop()

    def _tables(self):
        prepare_schema(self.settings.migrations)

    def _people(self):
        self._tables()
        with transaction():
            settle(DEMO, read_clock(), PASSWORD)

    def _services(self):
        self._people()
        with transaction():
            sync(self.settings.content, read_clock())

    def _samples(self):
        self._people()
        with transaction():
            sync(SAMPLES, read_clock())


def settings_for(home: Path, url: str) -> Settings:
    return Settings.from_environment(
        {"MIZBAN_HOME": str(home), "DATABASE_URL": url, "SECRET_KEY": KEY, "MIZBAN_DEMO": "1"})
