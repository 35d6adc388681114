"""What comes after a step, where the drawing leaves no doubt: for "Then: Approve the cost" beside a decision."""

from app.cases.drawing import PEOPLE

WAITED_FOR = (*PEOPLE, "endEvent", "subProcess", "receiveTask", "intermediateCatchEvent")
FURTHEST = 30


def next_after(version, element: str, outcome: str | None = None) -> str | None:
    """The element at which the case stands next when `element` is left with this outcome; None when it depends."""
    elements, flows = version.diagram.elements, version.diagram.flows
    at = elements.get(element)
    for _ in range(FURTHEST):
        ways = [flows[id] for id in at.outgoing if id in flows] if at else []
        way = ways[0] if len(ways) == 1 else _named(ways, outcome)
        at = elements.get(way.target) if way else None
        if at is None or at.kind in WAITED_FOR:
            return at.id if at else None
    return None


def _named(ways: list, outcome: str | None):
    """Of several ways the one that is called like the outcome."""
    return next((way for way in ways if outcome and _key(way.name) == outcome), None)


def _key(name: str) -> str:
    return "_".join((name or "").casefold().split())
