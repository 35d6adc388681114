"""Decisions of people: every button of a task leads somewhere."""

from collections.abc import Iterator

from app.engine.bpmn import child, kind, text
from app.engine.check.drawing import Drawing
from app.engine.check.gaps import COMPARISON, TESTS, bare_condition, value_of
from app.engine.finding import Finding

OUTCOME = "outcome"


def every_outcome_leads_somewhere(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a decision for which nothing is drawn would stop the case the first time somebody takes it."""
    for task in drawing.all("userTask"):
        part = parting(drawing, task)
        if part is None:
            continue
        place, variable, _ = part
        for outcome in lost(drawing, task, place, variable):
            yield drawing.error(
                "outcome-leads-nowhere", task, outcome=outcome, gateway=place.get("name") or place.get("id")
            )


def parting(drawing: Drawing, task) -> tuple | None:
    """(where the ways of its decisions part, the variable compared there, its language); None where that is unclear."""
    if len(outcomes(drawing, task)) < 2:
        return None
    place = task
    if len(drawing.outgoing(task)) == 1 and not text(child(drawing.outgoing(task)[0], "conditionExpression")):
        place = drawing.get(drawing.outgoing(task)[0].get("targetRef"))
    decides = place is not None and (place is task or kind(place) in ("exclusiveGateway", "inclusiveGateway"))
    if not decides or place.get("default") or not drawing.outgoing(place):
        return None
    names = {OUTCOME, *(one.target for one in drawing.facts(task).outputs if bare_condition(one.source) == OUTCOME)}
    conditions = [text(child(flow, "conditionExpression")) for flow in drawing.outgoing(place)]
    parsed = [COMPARISON.fullmatch(bare_condition(one)) for one in conditions]
    compared = {one["name"] for one in parsed if one}
    if None in parsed or len(compared) != 1 or not compared <= names:
        return None
    return place, compared.pop(), "feel" if conditions[0].startswith("=") else "python"


def outcomes(drawing: Drawing, task) -> list[str]:
    return [word.strip() for word in drawing.facts(task).properties.get("outcomes", "").split(",") if word.strip()]


def lost(drawing: Drawing, task, place, variable: str) -> list[str]:
    """The outcomes of a task that no way out of `place` is for."""
    tests = []
    for flow in drawing.outgoing(place):
        match = COMPARISON.fullmatch(bare_condition(text(child(flow, "conditionExpression"))))
        tests.append((TESTS[match["sign"]], value_of(match["value"])))
    if not all(isinstance(value, str) for _, value in tests):
        return []
    return [one for one in outcomes(drawing, task) if not any(test(one, value) for test, value in tests)]


RULES = (every_outcome_leads_somewhere,)
