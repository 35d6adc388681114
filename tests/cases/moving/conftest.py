"""A service with versions, made by changing the text of its drawing; requests on it, moved by a worker."""

import json

import pytest

from app.base import db, transaction
from app.cases import Move
from app.cases.moving import begin, progress
from app.catalog import Service, ServiceVersion, publish
from app.catalog.bundle import unpack
from app.people import Person


class Office:
    """`change` publishes a new version, `move` begins a move and lets the worker carry it out."""

    def __init__(self, play):
        self.play = play

    def change(self, slug: str, *changes: tuple[str, str], form: dict | None = None, **spec) -> int:
        """The id of a new version whose drawing has these texts instead; `form` replaces forms by their path."""
        with transaction():
            service = self.service(slug)
            old = db.session.get(ServiceVersion, service.current_version_id)
            files = unpack(old.files)
            path = old.spec["diagram"]
            text = files[path].decode()
            for before, after in changes:
                text = text.replace(before, after)
            assert text.encode() != files[path] or form or spec, "This version says nothing new."
            files[path] = text.encode()
            files.update({name: json.dumps(content).encode() for name, content in (form or {}).items()})
            return publish(slug, {**old.spec, **spec}, files, by=Person.by_key("omar"), now=self.play.clock.now).id

    def service(self, slug: str) -> Service:
        return Service.query.filter_by(slug=slug).one()

    def begin(self, slug: str, to: int, **options) -> int:
        with transaction():
            return begin(self.service(slug), to, by=Person.by_key("omar"), now=self.play.clock.now, **options).id

    def move(self, slug: str, to: int, **options):
        """The progress after the worker has done what it could."""
        id = self.begin(slug, to, **options)
        self.play.work("move")
        return self.progress(id)

    def progress(self, id: int):
        return progress(self.found(id))

    def found(self, id: int):
        db.session.rollback()
        return db.session.get(Move, id)


@pytest.fixture
def office(play):
    return Office(play)
