"""From a draft to what people get: at once, on a day, taken back, failed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.catalog import Service, publish, published, visible
from app.events import Event
from app.people import Person
from app.studio.drafts import Draft, begin, discard
from app.studio.publishing import (
    AskedAlready,
    NotAccepted,
    NoteMissing,
    NothingToTakeBack,
    NotReady,
    WaysNotAccepted,
    take_back,
)


def kinds() -> list[str]:
    db.session.remove()
    found = select(Event.kind).where(Event.kind.startswith("publication.")).order_by(Event.id)
    return [kind.removeprefix("publication.") for kind in db.session.scalars(found)]


def test_a_draft_becomes_the_version_people_get(gate, equipment):
    one = gate.read(gate.ask(equipment, "omar"))
    assert (one.state, one.version.number, one.version.note, one.version.published_by.key) == (
        "published", 2, "A shorter summary.", "omar")
    assert gate.live(equipment).text("en")["summary"] == "Devices to work with."
    assert Draft.open_of(equipment) is None
    assert kinds() == ["requested", "published"]


def test_the_evidence_is_kept_with_it(gate, equipment):
    one = gate.read(gate.ask(equipment, "omar"))
    assert {walk["well"] for walk in one.evidence["walks"]} == {True}
    assert one.evidence["changes"][0]["kind"] == "text"
    assert set(one.accepted) == {*(point["key"] for point in one.evidence["points"]),
                                 *(f"way:{way['id']}" for way in one.evidence["ways"])}


def test_without_a_note_nothing_is_published(gate, equipment):
    with pytest.raises(NoteMissing):
        gate.ask(equipment, "omar", note="  ")


def test_what_stops_is_named(gate, equipment):
    gate.change(equipment, "omar", audience="= (")
    with pytest.raises(NotReady) as refused:
        gate.ask(equipment, "omar")
    assert "audience" in str(refused.value) or "Who may ask" in str(refused.value)
    assert gate.live(equipment).number == 1
    assert Draft.open_of(equipment)


def test_warnings_want_a_reason_and_ways_their_name(gate, equipment):
    accepted = gate.accepted(equipment, "omar")
    with pytest.raises(WaysNotAccepted):
        gate.ask(equipment, "omar", accepted={key: why for key, why in accepted.items() if not key.startswith("way:")})
    points = [key for key in accepted if not key.startswith("way:")]
    with pytest.raises(NotAccepted):
        gate.ask(equipment, "omar", accepted={**accepted, points[0]: " "})


def test_a_walk_that_fails_stops(gate, equipment):
    walks = gate.live(equipment).spec["walks"]
    gate.change(equipment, "omar", walks=[{**walks[0], "end": "Refused"}, *walks[1:]])
    with pytest.raises(NotReady, match=walks[0]["name"]):
        gate.ask(equipment, "omar")


def test_on_a_date_the_worker_publishes(gate, equipment, clock):
    id = gate.ask(equipment, "omar", effective_at=clock.now + timedelta(days=3))
    gate.work()
    assert (gate.read(id).state, gate.live(equipment).number) == ("scheduled", 1)
    with pytest.raises(AskedAlready):
        gate.ask(equipment, "omar")
    clock.forward(days=3, minutes=1)
    gate.work()
    assert (gate.read(id).state, gate.live(equipment).number) == ("published", 2)
    assert kinds() == ["requested", "scheduled", "published"]


def test_it_is_taken_back_before_its_day(gate, equipment, clock):
    id = gate.ask(equipment, "omar", effective_at=clock.now + timedelta(days=3))
    with transaction():
        take_back(db.session.get(type(gate.read(id)), id), by=Person.by_key("omar"), now=clock.now, reason="Too early.")
    clock.forward(days=4)
    gate.work()
    assert (gate.read(id).state, gate.read(id).reason, gate.live(equipment).number) == ("withdrawn", "Too early.", 1)
    with pytest.raises(NothingToTakeBack), transaction():
        take_back(gate.read(id), by=Person.by_key("omar"), now=clock.now)
    assert Draft.open_of(equipment)


def test_what_came_in_the_way_until_its_day_fails_it_and_loses_nothing(gate, equipment, clock):
    id = gate.ask(equipment, "omar", effective_at=clock.now + timedelta(days=3))
    with transaction():
        Service.query.filter_by(slug="purchase").one().retired_at = clock.now  # equipment calls it
    clock.forward(days=3)
    gate.work()
    one = gate.read(id)
    assert (one.state, "purchase" in one.reason, set(one.failure)) == ("failed", True, {"en", "fa", "ar"})
    assert (gate.live(equipment).number, Draft.open_of(equipment).closed_at) == (1, None)
    with transaction():
        Service.query.filter_by(slug="purchase").one().retired_at = None
    assert gate.read(gate.ask(equipment, "omar")).state == "published"
    assert kinds() == ["requested", "scheduled", "failed", "requested", "published"]


def test_a_race_at_publishing_fails_it_and_loses_nothing(gate, equipment, monkeypatch):
    def twice(*arguments, **options):
        version = publish(*arguments, **options)
        db.session.execute(type(version).__table__.insert().values(
            id=1, service_id=version.service_id, number=version.number, hash="x", spec={}, files=b"",
            published_at=version.published_at, note=""))

    monkeypatch.setattr("app.studio.publishing.carrying.publish", twice)
    one = gate.read(gate.ask(equipment, "omar"))
    assert (one.state, "same moment" in one.reason) == ("failed", True)
    assert (gate.live(equipment).number, Draft.open_of(equipment).closed_at) == (1, None)
    assert kinds() == ["requested", "failed"]


def test_a_draft_that_is_discarded_is_not_published_on_its_day(gate, equipment, clock):
    id = gate.ask(equipment, "omar", effective_at=clock.now + timedelta(days=1))
    with transaction():
        discard(Draft.open_of(equipment, lock=True), by=Person.by_key("omar"), now=clock.now)
    clock.forward(days=2)
    gate.work()
    assert (gate.read(id).state, gate.live(equipment).number) == ("withdrawn", 1)


def test_what_is_designed_meanwhile_is_the_next_version(gate, equipment, clock):
    gate.ask(equipment, "omar", effective_at=clock.now + timedelta(days=1))
    gate.change(equipment, "reza", order=7)
    clock.forward(days=2)
    gate.work()
    assert gate.live(equipment).order != 7
    draft = Draft.open_of(equipment)
    assert (draft.number, published(draft.base_version_id).number, draft.spec["order"]) == (3, 2, 7)


def test_a_new_service_is_found_by_people(gate, equipment, clock):
    live = gate.live("leave")
    with transaction():
        begin("days-off", {**live.spec, "department": "it", "owner": "group:it-assets"}, live.files,
              by=Person.by_key("omar"), now=clock.now)
    one = gate.read(gate.ask("days-off", "omar"))
    assert (one.state, one.version.number) == ("published", 1)
    assert visible(Person.by_key("sara"), "days-off")
