"""The templates: what one begins with works, is said in every language, and plays as its walks say."""

from pathlib import Path

import pytest

from app.base import transaction
from app.cases.assignment import resolve
from app.catalog import Published, play
from app.people import Directory, Person
from app.studio.bringing import from_template, templates
from app.studio.checking import checklist, findings

TOP = Path(__file__).parents[3]
SLUGS = ("sheet", "approval", "fulfilment", "triage", "together", "review")
LATER = {"code-missing", "category-missing"}


def test_there_are_at_least_five_and_an_empty_sheet():
    assert tuple(templates(TOP)) == SLUGS


@pytest.fixture
def begun(studio, clock):
    """`begun("approval")`: a draft of Omar's department from this template."""
    def begin(slug):
        with transaction():
            by = Person.by_key("omar")
            return from_template(templates(TOP)[slug], "", language="en", department="it", by=by, now=clock.now)

    return begin


@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_stands_in_the_way_of_a_template(begun, clock, slug):
    draft = begun(slug)
    found = findings(draft.spec, draft.contents(), now=clock.now)
    wrong = [one for one in found if one.severity in ("error", "warning") and one.rule not in LATER]
    # The managing director has no manager, whatever is drawn.
    assert [f"{one.rule} {one.element} {one.text()}" for one in wrong if "Shirin" not in one.text()] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_template_needs_only_its_place_in_the_catalogue(begun, studio, clock, slug):
    draft = begun(slug)
    with studio.test_request_context():
        found = findings(draft.spec, draft.contents(), now=clock.now)
        points = checklist(draft.spec, draft.contents(), found, language="en", now=clock.now)
    assert [one.key for one in points if not one.done] == ["category"]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_walks_of_a_template_go_as_they_say(begun, clock, slug):
    draft = begun(slug)
    version = Published(0, 1, draft.spec, draft.contents())
    directory = Directory(clock.now)
    assert draft.spec["walks"]
    for walk in draft.spec["walks"]:
        asker = Person.by_key(walk["requester"])
        facts = {"number": "REQ-1", "requester": asker.key, "beneficiary": asker.key, "site": asker.site.key,
                 "department": asker.department.key, "cost_centre": asker.cost_centre.key}

        def people(who, data, facts=facts):
            return resolve(who, {**data, **facts}, directory)

        walked = play(version, walk, facts=facts, now=clock.now, resolve=people)
        assert walked.troubles == []


def test_two_services_from_one_template_share_nothing(begun):
    one, other = begun("approval"), begun("approval")
    assert (one.slug, other.slug) == ("approval", "approval-2")
    own = {path for path in one.files if "/it/" in path}
    assert own == {"workflows/it/approval.bpmn", "forms/it/approval.form", "forms/it/approval-work.form"}
    assert own.isdisjoint(other.files)
    assert b'formId="approval-2-work"' in other.file("workflows/it/approval-2.bpmn")
    assert other.spec["forms"]["forms/it/approval-2-work.form"] == "approval-2-work"
