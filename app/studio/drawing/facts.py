"""What the engine reads from a drawing, element by element, whichever dialect it is written in."""

from dataclasses import asdict

from app.catalog import Published, VersionUnusable


def elements(published: Published) -> dict[str, dict]:
    """Element id -> what it is for the engine: kind, lane, form, who, due, outcomes, call, inputs and outputs.

    Empty where the drawing cannot be compiled yet: the findings say why.
    """
    try:
        found = published.diagram.elements
    except VersionUnusable:
        return {}
    process, lanes = published.spec["process"], published.spec.get("lanes") or {}
    return {id: _told(element, lanes) for id, element in found.items() if element.process == process}


def _told(element, lanes) -> dict:
    facts = element.facts
    own = [one for one in (facts.assignee, *facts.users, *facts.groups) if one]
    return {
        "kind": element.kind, "name": element.name, "lane": element.lane, "form": facts.form,
        "who": own, "by_lane": lanes.get(element.lane) if not own else None,
        "due": facts.properties.get("due") or facts.due, "working": facts.properties.get("calendar") == "working",
        "outcomes": [key.strip() for key in facts.properties.get("outcomes", "").split(",") if key.strip()],
        "topic": facts.topic, "called": facts.called, "decision": facts.decision,
        "inputs": [asdict(one) for one in facts.inputs], "outputs": [asdict(one) for one in facts.outputs],
    }
