"""Drafts on their way to people: named publishers, a drawing that is changed, the worker that carries them out."""

import pytest

from app.base import db, transaction
from app.catalog import Service, published
from app.people import Person
from app.studio.drafts import Draft, open_for_service, save
from app.studio.publishing import Publication, ask, evidence
from app.worker import KINDS, work_off

ENGLISH = "Days or hours off, with a stand-in."


class Gate:
    """Deeds at the gate, each in a transaction of its own."""

    def __init__(self, clock):
        self.clock = clock

    def begin(self, slug: str, by: str):
        with transaction():
            open_for_service(Service.query.filter_by(slug=slug).one(), by=Person.by_key(by), now=self.clock.now)

    def change(self, slug: str, by: str, files=None, **spec):
        with transaction():
            draft = Draft.open_of(slug, lock=True)
            save(draft, by=Person.by_key(by), now=self.clock.now, seen=draft.revision, what="words", spec=spec,
                 files=files)

    def accepted(self, slug: str, by: str) -> dict:
        """Every point and every way answered for."""
        db.session.remove()
        draft = Draft.open_of(slug)
        service = Service.query.filter_by(slug=slug).one_or_none()
        seen = evidence(draft.published(), service, by=Person.by_key(by), now=self.clock.now)
        points = {one.key: "We know." for one in seen.to_accept}
        return {**points, **{f"way:{one.id}": one.text("en") for one in seen.ways}}

    def ask(self, slug: str, by: str, **options) -> int:
        """The id of the publication that was asked for, everything accepted."""
        options = {"note": "A shorter summary.", "accepted": self.accepted(slug, by), **options}
        with transaction():
            draft = Draft.open_of(slug, lock=True)
            return ask(draft, by=Person.by_key(by), now=self.clock.now, **options).id

    def read(self, id: int) -> Publication:
        db.session.remove()
        return db.session.get(Publication, id)

    def live(self, slug: str):
        db.session.remove()
        return published(Service.query.filter_by(slug=slug).one().current_version_id)

    def work(self):
        while sum(work_off(kind) for kind in KINDS.values()):
            pass


@pytest.fixture
def gate(studio, clock) -> Gate:
    return Gate(clock)


@pytest.fixture
def equipment(gate):
    """A draft of equipment, whose department needs no second person: the summary is shorter."""
    gate.begin("equipment", "omar")
    texts = gate.live("equipment").spec["texts"]
    gate.change("equipment", "omar", texts={**texts, "en": {**texts["en"], "summary": "Devices to work with."}})
    return "equipment"


@pytest.fixture
def shorter(leave, gate):
    """The draft of leave with a shorter summary; HR wants four eyes."""
    texts = gate.live("leave").spec["texts"]
    gate.change("leave", "leila", texts={**texts, "en": {**texts["en"], "summary": ENGLISH}})
    return "leave"
