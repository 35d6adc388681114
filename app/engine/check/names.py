"""Ids and lanes: one id names one element (XML Schema, ID), and a step stands in one lane of a set (clause 10.8)."""

from collections.abc import Iterator

from app.engine.bpmn import bare, children, text
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding, finding


def ids_are_unique(drawing: Drawing) -> Iterator[Finding]:
    """Twins have been told apart while reading; which of the two a reference meant nobody knows."""
    for one in drawing.bundle.repairs:
        if one.rule == "id-twice" and drawing.get(one.element) is not None:
            yield finding("id-not-unique", "warning", one.element, one.name, id=one.params["id"])


def steps_stand_in_one_lane(drawing: Drawing) -> Iterator[Finding]:
    for lanes in drawing.all("laneSet", "childLaneSet"):
        seen = {}
        for lane in children(lanes, "lane"):
            for step in {bare(text(one)) for one in children(lane, "flowNodeRef")}:
                other = seen.setdefault(step, lane)
                if other is not lane and drawing.get(step) is not None:
                    yield drawing.warning("in-two-lanes", drawing.get(step), first=_named(other), second=_named(lane))


def _named(lane):
    return lane.get("name") or lane.get("id")


RULES = (ids_are_unique, steps_stand_in_one_lane)
