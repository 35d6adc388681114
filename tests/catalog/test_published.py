"""A published version in work: names, forms, lanes, decisions, steps; from memory."""

from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, select

from app.base import db
from app.catalog import FormMissing, Service, forget, published
from app.catalog.store import Store
from app.forms import NoLookup


@pytest.fixture
def version(read):
    read()
    return published(db.session.scalar(select(Service.current_version_id)))


def test_a_version_once_used_costs_no_sql(version):
    statements = []
    note = lambda *args: statements.append(args[2])  # noqa: E731
    event.listen(db.engine, "before_cursor_execute", note)
    again = published(version.id)
    assert again is version
    assert again.start_form.id == "keys"
    assert again.outcomes("Decide") and again.diagram.elements and again.steps("fa")
    event.remove(db.engine, "before_cursor_execute", note)
    assert statements == []


def test_many_threads_get_the_same_version(version, context):
    known, barrier, found = version.id, Barrier(6), []
    forget()

    def look():
        barrier.wait()
        with context.app_context():
            found.append(published(known))

    threads = [Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert all(one is published(known) for one in found)


def test_elements_and_lanes_speak_the_readers_language(version):
    assert version.element_name("Decide", "fa") == "تصمیم دربارهٔ کلید"
    assert version.element_name("Decide", "ar") == "Decide about the key"
    assert version.lane_name("Lane_desk", "fa") == "میز"
    assert version.element_name("Nothing", "en") == "Nothing"


def test_a_lane_says_who_gets_its_steps(version):
    assert version.lane_assignment("Decide") == '=group("facility-desk")'
    assert version.lane_assignment("Asked") is None
    assert version.lane_assignment("Nothing") is None


def test_decisions_are_offered_in_the_order_of_the_model(version):
    outcomes = version.outcomes("Decide")
    assert [one.key for one in outcomes] == ["approved", "sent_back", "rejected"]
    assert [one.needs_comment for one in outcomes] == [False, True, True]
    assert outcomes[0].name("en") == "Give it"
    assert outcomes[2].name("fa") == "رد"
    assert version.outcomes("Mend") == ()


def test_forms_are_found_by_their_id(version):
    assert version.form("keys-decide").examine({}, {}, language="fa", now=datetime(2026, 1, 1, tzinfo=UTC),
                                               lookup=NoLookup(), submit=False).fields[0].label == "اتاق"
    with pytest.raises(FormMissing):
        version.form("nowhere")


def test_the_title_comes_from_the_answers(version):
    assert version.titles({"room": "B-12"}, dict)["fa"] == "Key for B-12"
    assert version.titles({}, dict)["en"] == "Key for a room"


def test_what_happens_is_told_without_corrections(version):
    assert [(step.name, step.lane) for step in version.steps("en")] == [("Decide about the key", "Desk")]
    assert [(step.name, step.lane) for step in version.steps("fa")] == [("تصمیم دربارهٔ کلید", "میز")]


def test_the_promise_is_read(version):
    assert (version.promise.time_for({}), version.promise.amount, version.promise.working) == ("P2D", (2, "days"), True)


def test_a_promise_may_depend_on_the_priority(read, paper):
    paper.service(promise={"by_priority": {"P1": "PT4H", "P4": "P5D"}})
    read()
    promise = published(db.session.scalar(select(Service.current_version_id))).promise
    assert (promise.time_for({"priority": "P1"}), promise.time_for({})) == ("PT4H", None)
    assert (promise.shortest, promise.longest, promise.amount) == ("PT4H", "P5D", (5, "days"))


def test_the_store_is_bounded():
    store = Store(2)
    for key in "abc":
        store.put(key, key.upper())
    assert (len(store), store.get("a"), store.get("c")) == (2, None, "C")
