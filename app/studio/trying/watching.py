"""Watching a walk: its acts done in a play, one after the other."""

from datetime import datetime

from app.catalog.walk import begins
from app.studio.trying.play import Play, begin
from app.studio.trying.sandbox import ActRefused, AnswersRefused, NeverRests
from app.studio.trying.walk import people_of


def watch(source, walk: dict, *, person, now: datetime, until: str | None = None) -> tuple[Play, int | None]:
    """A play that does what a walk says, and the number of the act at which it had to stop; None when all were done.

    `until`: stop as soon as this element is open, or this flow was taken.
    """
    requester, beneficiary = people_of(walk, person)
    play = begin(source, person=person, requester=requester, beneficiary=beneficiary, now=begins(walk))
    play.touched_at = now
    acts = [act for act in walk.get("steps") or () if isinstance(act, dict)]
    after = [act.get("call") for act in acts] + [None]
    done, at = {"start": True, "answers": walk.get("answers") or {}}, 0
    try:
        box = _do(play, done, now, after[0])
        while at < len(acts) and not (until and reached(box, until)):
            box = _do(play, acts[at], now, after[at + 1])
            done, at = acts[at], at + 1
    except (ActRefused, AnswersRefused, NeverRests):
        _settled(play, done, now, after[at])
        return play, at + 1
    _settled(play, done, now, after[at])
    return play, None


def _do(play: Play, act: dict, now, expected: str | None = None):
    if act.get("start"):
        return play.start(act["answers"], now=now, expected=expected)
    return play.act(act, now=now, expected=expected)


def _settled(play: Play, last: dict, now, expected: str | None):
    """Where the walk is left, the product answers what the walk would have answered itself."""
    if expected and play.acts:
        play.step_back(now=now)
        _do(play, last, now)


def reached(box, place: str) -> bool:
    """Whether something is open at this element of the drawing, or it was done, or this flow was taken."""
    rows = (*box.run.steps, *box.run.calls, *box.run.timers, *box.run.waits)
    here = {(*one.callers, one.element)[0] for one in rows}
    return place in here or bool(box.marks["flows"].get(place) or box.marks["done"].get(place))
