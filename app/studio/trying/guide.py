"""Guides to a place of the drawing: what to answer so that a play reaches it, and walks for ways that have none."""

import heapq
import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from app.base import Refusal
from app.studio.trying.card import cards_of, news_of
from app.studio.trying.distance import Distances
from app.studio.trying.keeping import Happened, walk_from
from app.studio.trying.samples import Samples
from app.studio.trying.sandbox import Sandbox
from app.studio.trying.walk import Witness, people_of, walk_through

MOST_TRIED = 450
AT_A_GLANCE = 120
"""How much is tried for a hint on a page that somebody waits for."""
DEEPEST = 60
MOST_PROPOSED = 8
MOST_IN_ALL = 1500
END = "end"


@dataclass(order=True)
class Place:
    """A state on the way: how far it still is, how many acts led there, and which."""

    far: int
    length: int
    order: int
    acts: tuple = field(compare=False)
    box: tuple = field(compare=False)
    happened: tuple = field(compare=False, default=())
    key: tuple = field(compare=False, default=())


class Trial:
    """What `Samples` and the forms need of a play, without its row."""

    def __init__(self, published, requester, beneficiary, now):
        self.published, self.requester, self.beneficiary, self.now = published, requester, beneficiary, now


class Guide:
    """Looks for ways through one version by trying answers, the ones that lead nearer first."""

    def __init__(self, trial: Trial, walks: list[dict]):
        self.trial, self.samples = trial, Samples(trial.published, walks)
        self.distances = Distances(trial.published.diagram)
        self.tried = 0

    def find(self, goal: str, begin: Sandbox | None, most: int = MOST_TRIED) -> Place | None:
        """The first place at which `goal` (an element, a flow, or END) was reached; None when the search gave up."""
        self.tried, seen, order = 0, set(), count()
        ahead: list[Place] = []
        for place in self._first(goal, begin, order):
            heapq.heappush(ahead, place)
        while ahead:
            place = heapq.heappop(ahead)
            if place.far == 0:
                return place
            if place.length > DEEPEST or self.tried >= most:
                continue
            for act in self._options(self._box(place)):
                new = self._after(place, act, goal, order)
                if new is not None and new.key not in seen:
                    seen.add(new.key)
                    heapq.heappush(ahead, new)
        return None

    def _first(self, goal, begin, order):
        if begin is not None:
            yield self._place(begin, goal, (), (), order, before=begin.marks)
            return
        for answers in self.samples.for_start(self.trial):
            trial = self.trial
            box = Sandbox(trial.published, trial.requester, trial.beneficiary, trial.now, answers, quiet=True)
            self.tried += 1
            try:
                box.begin()
            except Refusal:
                continue
            act = {"start": True, "answers": answers}
            yield self._place(box, goal, (act,), (Happened(act, box.passed, box.now),), order)

    def _after(self, place, act, goal, order) -> Place | None:
        self.tried += 1
        box = self._box(place)
        before = box.marks
        try:
            kept = box.act(act)
        except Refusal:
            return None
        happened = (*place.happened, Happened(kept, box.passed, box.now))
        return self._place(box, goal, (*place.acts, act), happened, order, before)

    def _place(self, box, goal, acts, happened, order, before=None) -> Place:
        far = self._far(box, goal, before or {"done": {}, "flows": {}})
        packed = zlib.compress(box.run.dump(), 1), box.marks, box.dues, box.now, box.answers
        return Place(far, len(acts), next(order), acts, packed, happened, self._key(box))

    def _box(self, place) -> Sandbox:
        run, marks, dues, now, answers = place.box
        trial = self.trial
        box = Sandbox(trial.published, trial.requester, trial.beneficiary, now, answers, quiet=True)
        return box.resume(zlib.decompress(run), marks, dues)

    def _far(self, box, goal, before) -> int:
        run = box.run
        places = {(*one.callers, one.element)[0] for one in (*run.steps, *run.calls, *run.timers, *run.waits)}
        if goal == END:
            return 0 if run.finished and not run.incidents else 1 + min(map(self.distances.to_end, places), default=999)
        gone = box.marks["flows"].get(goal, 0) > before["flows"].get(goal, 0)
        if gone or goal in places or box.marks["done"].get(goal, 0) > before["done"].get(goal, 0):
            return 0
        return 1 + min((self.distances.between(place, goal) for place in places), default=999)

    def _options(self, box):
        for card in cards_of(box):
            if card.kind == "step":
                for answers in self.samples.for_step(self.trial, box, card):
                    yield _at(card, {"step": card.element, "answers": answers})
            elif card.kind == "call":
                for answers in self.samples.for_call(card.row):
                    yield _at(card, {"call": card.element, "answers": answers})
            else:
                yield news_of(card, {})
        for timer in box.timers[:4]:
            yield {"timer": timer.element}

    def _key(self, box) -> tuple:
        """What makes a place another one: what is open, where it went along, what the conditions read."""
        data = box.run.data
        known = {name: data[name] for name in self.samples.asked if name in data}
        return tuple(sorted(box.open)), frozenset(box.marks["flows"]), json.dumps(known, sort_keys=True, default=str)


def find_way(play, toward: str, most: int = MOST_TRIED) -> list[dict] | None:
    """The acts that lead a play from where it is to `toward`; None when no way was found."""
    version = play.published
    if toward not in version.diagram.elements and toward not in version.diagram.flows:
        return None
    trial = Trial(version, play.requester, play.beneficiary, play.now)
    found = Guide(trial, version.walks).find(toward, play.sandbox(), most)
    return list(found.acts) if found else None


def propose(version, covered, person, *, now: datetime, language: str = "en") -> list[dict]:
    """Walks for the ways that have none, each tried to its end; those that do what they say."""
    requester, beneficiary = (people_of(version.walks[0], person) if version.walks else None) or (person, person)
    trial = Trial(version, requester, beneficiary, now)
    walked, found, tried = set(), [], 0
    for way in covered.missing:
        if way.id in walked or len(found) >= MOST_PROPOSED or tried >= MOST_IN_ALL:
            continue
        guide = Guide(trial, version.walks)
        place = guide.find(way.id, None)
        tried += guide.tried
        if place is None:
            continue
        rest = guide.find(END, guide._box(place), MOST_TRIED // 2)
        tried += guide.tried
        happened = (*place.happened, *(rest.happened if rest else ()))
        walk = walk_from(way.text(language), trial, place.box[4], happened, finished=rest is not None)
        result = walk_through(version, walk, len(found), Witness(person))
        if result.well:
            walked |= {*result.walked.flows, *result.walked.path}
            found.append(walk)
    return found


def _at(card, act):
    return act if card.row.loop is None else {**act, "loop": card.row.loop}
