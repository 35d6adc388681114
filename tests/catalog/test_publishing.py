"""Publishing, going back, retiring: what becomes of versions, and what the folders may still say afterwards."""

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.catalog import (
    Broken,
    LiveAlready,
    NotOffered,
    Service,
    ServiceVersion,
    StillOffered,
    offer_again,
    publish,
    published,
    retire,
    roll_back,
    sync,
    visible,
)
from app.events import Event
from app.people import Person
from app.worker import KINDS, work_off

FORM = "forms/facilities/keys.form"


def service(slug="keys") -> Service:
    return db.session.scalar(select(Service).where(Service.slug == slug))


def current(slug="keys"):
    return published(service(slug).current_version_id)


@pytest.fixture
def deed(now):
    """`deed(verb, ...)`: Leila does it, in a transaction of its own."""
    def do(verb, *arguments, **options):
        with transaction():
            found = [service() if one is Service else one for one in arguments]
            return verb(*found, by=Person.by_key("leila"), now=now, **options)

    return do


def changed(files, old=b"Room", new=b"Which room"):
    return {**files, FORM: files[FORM].replace(old, new)}


def test_what_was_published_is_the_next_version_with_its_note(read, deed):
    read()
    first = current()
    deed(publish, "keys", {**first.spec, "order": 5}, changed(first.files), note="The form asks which room.")
    version = service().current_version
    assert (version.number, version.note, version.published_by.key) == (2, "The form asks which room.", "leila")
    assert (current().order, b"Which room" in current().files[FORM]) == (5, True)
    assert (published(first.id).number, b"Which room" in published(first.id).files[FORM]) == (1, False)


def test_a_new_slug_becomes_a_service(read, deed):
    read()
    deed(publish, "locks", current().spec, current().files)
    assert (current("locks").number, current("locks").slug, service("locks").source) == (1, "locks", None)
    assert visible(Person.by_key("sara"), "locks")


def test_equal_contents_are_a_version_of_their_own_every_time(read, deed):
    read()
    first = current()
    for number in (2, 3):
        assert deed(publish, "keys", first.spec, first.files).number == number
    rows = db.session.scalars(select(ServiceVersion).order_by(ServiceVersion.number)).all()
    assert [row.equals_id for row in rows] == [None, first.id, first.id]
    assert len({row.id for row in rows}) == len({row.hash for row in rows}) == 3
    assert all(row.id == int(row.hash[:13], 16) for row in rows)
    assert [published(row.id).number for row in rows] == [1, 2, 3]


def test_a_broken_bundle_is_not_published(read, deed):
    read()
    first = current()
    diagram = first.spec["diagram"]
    with pytest.raises(Broken) as broken:
        deed(publish, "keys", first.spec, {**first.files, diagram: b"<nothing/>"})
    assert broken.value.faults
    with pytest.raises(Broken, match="audience"):
        deed(publish, "keys", {**first.spec, "audience": "= ("}, first.files)
    assert current().id == first.id


def test_going_back_is_a_new_version_equal_to_the_old(read, deed):
    read()
    first = current()
    deed(publish, "keys", {**first.spec, "order": 5}, first.files)
    deed(roll_back, Service, 1, note="Back.")
    version = service().current_version
    assert (version.number, version.equals.number, current().spec, version.note) == (3, 1, first.spec, "Back.")
    with pytest.raises(LiveAlready):
        deed(roll_back, Service, 3)


def test_a_retired_service_is_not_offered_until_it_is_again(read, deed):
    read()
    deed(retire, Service)
    assert visible(Person.by_key("sara"), "keys") is None
    with pytest.raises(NotOffered):
        deed(retire, Service)
    deed(offer_again, Service)
    assert visible(Person.by_key("sara"), "keys")
    with pytest.raises(StillOffered):
        deed(offer_again, Service)
    kinds = [one.kind for one in db.session.scalars(select(Event).order_by(Event.id))]
    assert kinds[-3:] == ["service.published", "service.retired", "service.offered_again"]


def test_publishing_offers_a_retired_service_again(read, deed):
    read()
    deed(retire, Service)
    deed(roll_back, Service, 1)
    assert visible(Person.by_key("sara"), "keys")
    kinds = [one.kind for one in db.session.scalars(select(Event).order_by(Event.id))]
    assert kinds[-3:] == ["service.retired", "service.offered_again", "service.published"]


def test_what_the_studio_published_is_kept_from_the_folders(read, deed, paper):
    read()
    deed(publish, "keys", {**current().spec, "order": 5}, current().files)
    paper.service(order=9)
    assert (read().kept, current().order) == (["keys"], 5)
    paper.remove("catalog/facilities/keys.yaml")
    assert (read().retired, service().retired_at) == ([], None)


def test_what_the_studio_retired_is_not_offered_by_the_folders(read, deed, paper):
    read()
    deed(retire, Service)
    paper.service(order=9)
    assert read().kept == ["keys"]
    assert service().retired_at is not None


def test_the_folders_take_over_again_when_told_so(read, deed, paper, now):
    read()
    deed(publish, "keys", {**current().spec, "order": 5}, current().files)
    paper.service(order=9)
    with transaction():
        assert sync(paper.root, now, over_studio=True).changed == ["keys"]
    assert (current().number, current().order, service().source) == (3, 9, "catalog/facilities/keys.yaml")
    paper.service(order=11)
    assert read().changed == ["keys"]


def test_events_of_the_catalogue_are_worked_off(read, deed):
    read()
    deed(retire, Service)
    work_off(KINDS["event"])
    assert db.session.scalar(select(Event).where(Event.handled_at.is_(None))) is None
