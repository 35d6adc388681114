"""What walks cover: counts on arrows and steps, ways nobody walked, and walks that do not fit any more."""

import re

import pytest

from app.base import db
from app.catalog.published import Published
from app.people import Person
from app.studio.trying import coverage
from app.studio.trying.walk import name_once
from tests.studio.trying.conftest import SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_every_walk_of_a_shipped_service_is_played_well(studio, service, slug):
    found = coverage(service(slug))
    assert [one.troubles("en", service(slug)) for one in found.failing] == []
    assert found.passing == len(service(slug).walks)


def test_arrows_say_over_how_many_walks_they_were_taken(studio, service):
    found = coverage(service("leave"))
    first = service("leave").diagram.elements[service("leave").diagram.order[0]]
    assert found.flows[first.outgoing[0]] == len(found.walks)
    assert max(found.flows.values()) <= len(found.walks)


def test_without_a_walk_only_the_way_from_the_start_is_missing(studio, service):
    found = coverage(service("leave", walks=[]))
    assert found.reached == 0
    assert not found.walks
    assert {service("leave").diagram.elements[service("leave").diagram.flows[way.id].source].kind
            for way in found.missing if way.kind == "flow"} == {"startEvent"}


def test_a_way_not_taken_is_named_by_what_stands_at_its_ends(studio, service):
    version = service("leave")
    found = coverage(service("leave", walks=version.walks[:1]))
    assert found.missing
    texts = [way.text(language) for way in found.missing for language in ("en", "fa", "ar")]
    assert all(texts)
    for way in found.missing:
        if way.kind == "flow":
            assert found.elements[version.diagram.flows[way.id].source] and not found.flows[way.id]


def test_a_way_to_something_without_a_name_is_named_by_what_comes_after_it(studio, service):
    version = service("leave")
    path, spec = version.spec["diagram"], {**version.spec, "walks": [], "names": {}}
    drawing = re.sub(r'(id="Set_limits") name="[^"]*"', r"\1", version.files[path].decode())
    ways = coverage(Published(0, 0, spec, {**version.files, path: drawing.encode()})).missing
    assert ways[0].text("en").endswith("to “Sick leave?”")


def test_a_walk_whose_step_is_gone_says_which_and_what_is_open_instead(studio, service):
    version = service("leave")
    walk = {**version.walks[0], "steps": [{"step": "Dance"}]}
    found = coverage(service("leave", walks=[walk]))
    fault = found.walks[0].faults[0]
    assert (fault.rule, fault.step, fault.element) == ("not-open", 1, "Dance")
    said = {language: found.walks[0].troubles(language, version)[0] for language in ("en", "fa", "ar")}
    assert "Dance" in said["fa"] and len(set(said.values())) == 3
    assert found.walks[0].element == "Dance"


def test_a_step_that_is_gone_is_called_as_it_was_where_that_is_known(studio, service):
    version = service("leave")
    step = next(one["step"] for one in version.walks[0]["steps"] if "step" in one)
    assert name_once(step, "fa", version) == version.element_name(step, "fa")
    found = coverage(service("leave", walks=[{**version.walks[0], "steps": [{"step": "Dance"}]}])).walks[0]
    said = found.troubles("fa", version, lambda id: name_once(id, "fa", version))[0]
    assert said.startswith("گام ۱: گامی که دیگر نیست باز نیست")
    assert "Dance" not in said


def test_a_requester_nobody_knows_is_told_unless_somebody_stands_in(studio, service):
    version = service("leave")
    stranger = service("leave", walks=[{**version.walks[0], "requester": "nobody-here"}])
    assert coverage(stranger).walks[0].faults[0].rule == "nobody"
    assert coverage(stranger, Person.by_key("sara")).walks[0].well


def test_what_was_found_holds_only_while_the_same_people_are_found(studio, service):
    version = service("leave")
    before = coverage(version)
    assert coverage(version) is before
    Person.by_key("sara").manager = Person.by_key("hana")
    db.session.flush()
    assert coverage(version) is not before
    db.session.rollback()


def test_a_drawing_that_cannot_be_used_fails_its_walks(studio, service):
    found = coverage(service("leave", process="Nothing"))
    assert {one.faults[0].rule for one in found.walks} == {"unusable"}
    assert found.elements == {}
