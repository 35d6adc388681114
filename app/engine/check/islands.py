"""Steps that belong together and that no beginning leads to."""

from app.engine.check.drawing import Drawing
from app.engine.check.ways import beginnings, follow


def island(drawing: Drawing, node) -> list[str]:
    """Ids of the unreached steps that hang together with this one; empty where a beginning leads to it.

    What a reached step also leads to, or is compensated by, is no part of it.
    """
    scope = node.getparent()
    reached = follow(drawing, beginnings(drawing, scope))
    unreached = {one.get("id"): one for one in drawing.nodes(scope) if one.get("id") not in reached}
    neighbours = {}
    for one in unreached.values():
        for other in drawing.next_of(one):
            neighbours.setdefault(one.get("id"), set()).add(other.get("id"))
            neighbours.setdefault(other.get("id"), set()).add(one.get("id"))
    found, waiting = set(), [node.get("id")]
    while waiting:
        key = waiting.pop()
        if key in unreached and key not in found:
            found.add(key)
            waiting += neighbours.get(key, ())
    return [key for key in unreached if key in found]
