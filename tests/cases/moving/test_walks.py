"""Every walk of every shipped service, moved to a copy of its drawing after every step, goes the same way."""

from functools import cache

import pytest

from app.cases.assignment import resolve
from app.catalog import play
from app.catalog.bundle import models_of
from app.catalog.walk import _Player
from app.engine import Route, Run, compile_bundle, read_bundle
from tests.catalog.test_walks import AUTUMN, WALKS, directory, facts, service

__all__ = ["directory"]


@pytest.fixture
def engine():
    return "sqlite"  # walks touch no database but to ask who is whose manager


@cache
def copied(slug: str) -> Route:
    version = service(slug)
    bundle = read_bundle(models_of(version.files, version.spec["diagram"]), trusted=True)
    return Route(version.diagram, compile_bundle(bundle, version.spec["process"]))


class Moving(_Player):
    """Plays a walk and moves its run there and back after every step."""

    def _act(self, act):
        super()._act(act)
        there = copied(self.version.slug)
        back = Route(there.new, there.old)
        for route in (there, back):
            self.run = self._moved(route, self.run)

    def _moved(self, route, run):
        before = run.dump()
        moved = route.attempt(Run.load(route.old, before), now=self.now)
        if run.finished:
            assert moved.run is None
            return run
        assert (moved.verdict.kind, moved.verdict.reasons, moved.verdict.notes) == ("safe", (), ())
        assert moved.run.dump() == before
        for told in ("passed_rows", "ended_rows", "taken_rows", "sent_rows"):
            setattr(moved.run, told, getattr(run, told))
        return moved.run


@pytest.mark.parametrize(("slug", "walk"), WALKS)
def test_a_walk_that_is_moved_after_every_step_goes_the_same_way(directory, slug, walk):
    known = facts(walk)

    def people(who, data):
        return resolve(who, {**data, **known}, directory)

    player = Moving(service(slug), walk, known, people, AUTUMN)
    player.play()
    assert player.result() == play(service(slug), walk, facts=known, resolve=people, now=AUTUMN)
    assert player.result().troubles == []
