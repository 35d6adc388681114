"""Where the work can get to: questions about ways through one scope, asked by several rules."""

from collections import Counter

from app.engine.bpmn import kind, true
from app.engine.check.drawing import Drawing


def follow(drawing: Drawing, first: list, stop: frozenset = frozenset()) -> set[str]:
    """Ids of everything reachable from `first`, these included, not going beyond the ids in `stop`."""
    found, waiting = set(), list(first)
    while waiting:
        node = waiting.pop()
        if node.get("id") in found:
            continue
        found.add(node.get("id"))
        if node.get("id") not in stop:
            waiting += drawing.next_of(node)
    return found


def beginnings(drawing: Drawing, scope) -> list:
    """Where work in a scope can begin: start events, else what nothing leads to; clause 13.2."""
    nodes = drawing.nodes(scope)
    if kind(scope) == "adHocSubProcess":
        return nodes
    starts = [node for node in nodes if kind(node) == "startEvent" or true(node, "instantiate")]
    aside = [node for node in nodes if true(node, "triggeredByEvent")]
    if starts:
        return starts + aside
    return aside + [node for node in nodes if not drawing.incoming(node) and kind(node) != "boundaryEvent"]


def branches(drawing: Drawing, split) -> list[set[str]]:
    """For each way out of `split`, the nodes that only this way leads to; nothing once a file took too much effort."""
    stop = frozenset([split.get("id")])
    targets = [drawing.get(flow.get("targetRef")) for flow in drawing.outgoing(split)]
    drawing.effort -= len(targets) * len(drawing.by_kind.get("sequenceFlow", ()))
    if drawing.effort < 0:
        return []
    reached = [follow(drawing, [one], stop) - stop for one in targets if one is not None]
    counts = Counter(key for one in reached for key in one)
    return [{key for key in mine if counts[key] == 1} for mine in reached]
