"""Keeping a play as a walk: what happened, act by act, in the words of the service's yaml."""

from dataclasses import dataclass
from datetime import datetime

from app.base import Refusal
from app.studio.trying.play import Play

ON_THE_PATH = ("userTask", "manualTask", "task", "serviceTask", "callActivity", "businessRuleTask", "receiveTask",
               "boundaryEvent", "intermediateCatchEvent", "endEvent")
DROPPED = ("by", "fired")
LONGEST_NAME = 120


class NameNeeded(Refusal):
    """Give the walk a name, such as “From stock, below the limit”."""

    status = 422


class NotBegun(Refusal):
    """There is nothing to keep yet: send the form first."""

    status = 422


@dataclass(frozen=True)
class Happened:
    """One act and what it did: `passed` the elements that completed, `moment` the clock after it."""

    act: dict
    passed: list
    moment: datetime


def walk_of(play: Play, name: str) -> dict:
    """The walk that does what was done in the play. Raises NameNeeded, NotBegun."""
    if not play.acts:
        raise NotBegun
    happened = [Happened(row.act, row.passed, row.moment) for row in play.acts]
    return walk_from(name, play, play.answers or {}, happened, finished=play.last.finished, at=play.starts_at)


def walk_from(name: str, who, answers: dict, happened, *, finished: bool, at: datetime | None = None) -> dict:
    """A walk of what happened; `who` has the version and the people. Raises NameNeeded."""
    version = who.published
    walk = {"name": named(name), "requester": who.requester.key, "at": (at or who.now).isoformat(timespec="seconds"),
            "answers": answers, "steps": steps_of([one.act for one in happened[1:]]), "path": _path(version, happened)}
    if who.beneficiary.id != who.requester.id:
        walk["beneficiary"] = who.beneficiary.key
    if finished and (end := _end(version, walk["path"])):
        walk["end"] = end
    return walk


def named(name: str) -> str:
    """A name as it is kept; raises NameNeeded."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise NameNeeded
    return name


def steps_of(acts: list[dict]) -> list[dict]:
    """Acts of a play as steps of a walk: time that passed becomes the timers that fired in it."""
    steps = []
    for act in acts:
        if "pass" in act:
            steps += [{"timer": one["timer"], "at": one["at"]} for one in act.get("fired") or ()]
            steps.append({"until": act["pass"]})
        else:
            steps.append({key: value for key, value in act.items() if key not in DROPPED})
    return steps


def _path(version, happened) -> list[str]:
    elements, main = version.diagram.elements, version.spec["process"]
    done = (elements[id] for one in happened for id in one.passed if id in elements)
    return [one.id for one in done if one.process == main and one.kind in ON_THE_PATH]


def _end(version, path) -> str:
    """The last end of the service's own process that was reached; empty where it ended without one."""
    return next((id for id in reversed(path) if version.diagram.elements[id].kind == "endEvent"), "")
