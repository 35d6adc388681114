"""A thousand running requests moved to another version of their service, tried first and brought back afterwards."""

import time

from app.base import db, read_clock, transaction
from app.cases import Case, Move, open_case
from app.cases.moving import begin, plan, progress, undo
from app.catalog import Service, ServiceVersion, publish
from app.catalog.bundle import unpack
from app.people import Person
from app.worker import KINDS, work_off
from tests.bench import Figure
from tests.support import servers
from tests.support.desk import Desk

MANY = 1_000
BAR = 60
CHANGES = (
    ('name="Approve the need"', 'name="Say yes or no"'),
    ("PT4H", "PT2H"),
    ('<bpmn:userTask id="Order"', '<bpmn:userTask id="Place_order"'),
    ('targetRef="Order"', 'targetRef="Place_order"'),
    ('sourceRef="Order"', 'sourceRef="Place_order"'),
    (">Order<", ">Place_order<"),
    ('bpmnElement="Order"', 'bpmnElement="Place_order"'),
)
"""The step everybody stands at has another name, its reminder another time, the step behind it another id."""


def measure():
    for engine in ("sqlite", "postgresql"):
        if engine == "sqlite" or servers.here(engine):
            yield from _measure(engine)
        else:
            print(f"Not measured, because {servers.ABSENT[engine]}: moving requests on {engine}.")


def _measure(engine):
    desk = Desk(engine)
    try:
        with desk.take("samples").app_context():
            to = _prepare()
            seconds, seen = _timed(lambda: plan(_service(), to, now=read_clock()))
            assert seen.moving == seen.total == MANY, seen.counts
            yield Figure(f"plan for {MANY:,} requests, {engine}", seconds, "s", BAR)
            seconds, id = _timed(lambda: _carry_out(begin, _service, to))
            _expect(id, moved=MANY)
            yield Figure(f"move {MANY:,} requests, {engine}", seconds, "s", BAR)
            seconds, _ = _timed(lambda: _carry_out(undo, lambda: db.session.get(Move, id)))
            _expect(id, undone=MANY)
            yield Figure(f"bring back {MANY:,} requests, {engine}", seconds, "s", BAR)
    finally:
        desk.close()


def _prepare() -> int:
    with transaction():
        sara, service = Person.by_key("sara"), _service()
        for number in range(MANY):
            open_case(service, {"what": f"Desk lamp {number}", "amount": 40}, requester=sara, now=read_clock())
    with transaction():
        service = _service()
        old = db.session.get(ServiceVersion, service.current_version_id)
        files = unpack(old.files)
        text = files[old.spec["diagram"]].decode()
        for before, after in CHANGES:
            text = text.replace(before, after)
        files[old.spec["diagram"]] = text.encode()
        return publish("purchase", old.spec, files, by=Person.by_key("omar"), now=read_clock()).id


def _carry_out(verb, about, *arguments) -> int:
    with transaction():
        found = about()
        done = verb(found, *arguments, by=Person.by_key("omar"), now=read_clock())
        id = (done or found).id
    work_off(KINDS["move"])
    return id


def _expect(id, **states):
    db.session.rollback()
    assert progress(db.session.get(Move, id)).states == states
    assert Case.query.count() == MANY


def _service():
    return Service.query.filter_by(slug="purchase").one()


def _timed(act):
    begun = time.perf_counter()
    found = act()
    return time.perf_counter() - begun, found
