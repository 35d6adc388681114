"""The sandbox plays as the product would: the same ways as the walks, working time, notices that nobody gets."""

import pytest

from app.cases.assignment import resolve
from app.catalog import play
from app.catalog.walk import begins
from app.people import Directory
from app.studio.trying.sandbox import Sandbox
from app.studio.trying.walk import people_of
from tests.studio.trying.conftest import SLUGS, shipped

WALKS = [pytest.param(slug, at, id=f"{slug}-{at}") for slug in SLUGS for at in range(len(shipped(slug).walks))]


def walked_through(version, walk) -> tuple[Sandbox, list[str]]:
    """The sandbox after all acts of a walk, and the elements completed on the way."""
    acts = walk["steps"]
    after = [act.get("call") for act in acts] + [None]
    box = Sandbox(version, *people_of(walk, None), begins(walk), walk["answers"]).begin(after[0])
    path = list(box.passed)
    for act, expected in zip(acts, after[1:], strict=True):
        box.act(act, expected)
        path += box.passed
    return box, path


@pytest.mark.parametrize(("slug", "at"), WALKS)
def test_it_goes_the_same_way_as_the_walk(studio, service, slug, at):
    version, walk = service(slug), service(slug).walks[at]
    box, path = walked_through(version, walk)
    walked = play(version, walk, facts=box.facts,
                  resolve=lambda who, data: resolve(who, {**data, **box.facts}, Directory(begins(walk))))
    assert path == walked.path
    assert box.run.finished == (walked.end is not None)
