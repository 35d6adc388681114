"""One application per engine and process; every test gets it with a fresh database."""

from contextvars import Context
from pathlib import Path

from flask.testing import FlaskClient

from app.base import db, on_hint, read_clock, transaction
from app.base.schema import prepare_schema
from app.catalog import forget, sync
from app.people.organisation import DEMO, PASSWORD, settle
from app.settings import Settings
from app.web import create_app
from tests.support.databases import Shelf
from tests.support.servers import temporary_folder

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
        self.fill = {"tables": self._tables, "people": self._people, "services": self._services,
                     "samples": self._samples}

    def take(self, content: str):
        with self.app.app_context():
            self.shelf.take(content, self.fill[content], db.engine.dispose)
        forget()
        on_hint(lambda kind: None)
        return self.app

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
