"""Every walk of every shipped service, on the real files, the real engine and the demo organisation."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from app.base import transaction
from app.cases.assignment import resolve
from app.catalog import draft, play
from app.catalog.folder import Folder
from app.people import Directory, Person
from app.people.organisation import DEMO, settle

ROOT = Path(__file__).parent.parent.parent
AUTUMN = datetime(2026, 11, 21, 8, tzinfo=UTC)
SLUGS = sorted(Folder(ROOT).services())
WALKS = [
    pytest.param(slug, walk, id=f"{slug}: {walk['name']}")
    for slug, path in sorted(Folder(ROOT).services().items())
    for walk in Folder(ROOT).source(path, slug).data.get("walks", [])
]

service = cache(lambda slug: draft(ROOT, slug))


@pytest.fixture
def engine():
    return "sqlite"  # walks touch no database but to ask who is whose manager


@pytest.fixture
def directory(context):
    with transaction():
        settle(DEMO, AUTUMN)
    return Directory(AUTUMN)


def facts(walk):
    """What the product knows of who asks, and for whom."""
    requester = Person.by_key(walk["requester"])
    person = Person.by_key(walk.get("beneficiary", walk["requester"]))
    return {
        "number": "REQ-1405-000001", "requester": requester.key, "beneficiary": person.key,
        "site": person.site.key if person.site else None,
        "department": person.department.key if person.department else None,
        "cost_centre": person.cost_centre.key if person.cost_centre else None,
    }


@pytest.mark.parametrize(("slug", "walk"), WALKS)
def test_the_walk_goes_where_it_should(directory, slug, walk):
    known = facts(walk)

    def people(who, data):
        return resolve(who, {**data, **known}, directory)

    walked = play(service(slug), walk, facts=known, resolve=people, now=AUTUMN)
    assert walked.troubles == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_shipped_service_has_at_least_two_walks_with_an_end(slug):
    walks = service(slug).walks
    assert len(walks) >= 2
    assert all(walk.get("end") for walk in walks)


@pytest.mark.parametrize("slug", SLUGS)
def test_everything_people_read_is_there_in_three_languages(slug):
    version = service(slug)
    words = [version.text(language) for language in ("en", "fa", "ar")]
    assert all(text["name"] and text["summary"] and text["description"] for text in words)
    assert len({len(text["need"]) for text in words}) == len({len(text["get"]) for text in words}) == 1
    steps = {step.element for step in version.steps("en")} | set(version.spec.get("lanes", {}))
    untold = [one for one in steps if not {"fa", "ar"} <= set(version.element_names(one))]
    assert untold == []
