"""Trust, invariant 21: whatever is published meanwhile, each request begins with one whole version."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import select

from app.base import db, transaction
from app.cases import Case, Task, open_case
from app.catalog import Service, publish, published
from app.people import Person

STARTS, VERSIONS, AT_ONCE = 100, 8, 4
DIAGRAM, FORM = "workflows/facilities/keys.bpmn", "forms/facilities/keys-decide.form"


def test_a_hundred_starts_while_eight_versions_are_published(context, read, now):
    read()
    first = published(db.session.scalar(select(Service.current_version_id)))
    spec, files = first.spec, first.files
    db.session.remove()
    begin = Barrier(AT_ONCE + 1)

    def bundle(mark: str):
        """A version that says its mark in its order, its drawing and its form."""
        return {**spec, "title": f'="{mark}"'}, {
            **files, DIAGRAM: files[DIAGRAM].replace(b"Decide about the key", f"Decide {mark}".encode()),
            FORM: files[FORM].replace(b"Room", mark.encode())}

    def publish_all():
        begin.wait()
        for number in range(2, VERSIONS + 2):
            with context.app_context(), transaction():
                publish("keys", *bundle(f"v{number}"), by=Person.by_key("leila"), now=now)

    def start_some(_):
        begin.wait()
        for _ in range(STARTS // AT_ONCE):
            with context.app_context(), transaction():
                service = Service.query.filter_by(slug="keys").one()
                open_case(service, {"room": "B-12"}, requester=Person.by_key("sara"), now=now)

    with ThreadPoolExecutor(AT_ONCE + 1) as pool:
        publishing = pool.submit(publish_all)
        list(pool.map(start_some, range(AT_ONCE)))
        publishing.result()

    with context.app_context():
        cases = db.session.execute(select(Case, Task).join(Task, Task.case_id == Case.id)).all()
        assert len(cases) == STARTS
        for case, task in cases:
            version = published(case.version_id)
            mark = f"v{version.number}"
            titles = (case.title, task.name) if version.number > 1 else (mark, f"Decide {mark}")
            assert titles == (mark, f"Decide {mark}")
            assert (mark if version.number > 1 else "Room").encode() in version.files[FORM]
        assert published(db.session.scalar(select(Service.current_version_id))).number == VERSIONS + 1
