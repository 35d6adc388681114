"""Where a scope begins: a start event for what is drawn without one, one start where a sub-process has several."""

from app.engine.bpmn import DEFINITIONS, children, event_definitions, kind, nodes, scopes, tag, true
from app.engine.repair.drawing import arriving, connect, ids, make


def mend_starts(root, pen) -> None:
    """Clause 13.2: without a start event, everything that nothing leads to begins when the scope does."""
    taken = ids(root)
    for scope in scopes(root):
        if kind(scope) == "adHocSubProcess" or (kind(scope) == "process" and not nodes(scope)):
            continue
        starts = [node for node in nodes(scope) if kind(node) == "startEvent"]
        if not starts:
            _add_start(scope, root, taken, pen)
        elif _begins_twice(scope, starts) and pen.may("starts-merged", scope, count=len(starts)):
            _merge(scope, starts, taken)


def _begins_twice(scope, starts):
    return len(starts) > 1 and kind(scope) != "process" and not true(scope, "triggeredByEvent")


def _add_start(scope, root, taken, pen):
    entered = arriving(scope)
    first = [node for node in nodes(scope) if node.get("id") not in entered and _begins(node, root)]
    if any(_instantiates(node) for node in first):
        return
    circle = [] if first else [node for node in nodes(scope) if _begins(node, root)][:1]
    if circle:
        if pen.may("start-chosen", scope, step=circle[0].get("name") or circle[0].get("id")):
            _start(scope, circle, taken)
    elif pen.may("start-added", scope):
        _start(scope, first, taken)


def _start(scope, first, taken):
    start = make(scope, "startEvent", f"Start_of_{scope.get('id')}", taken)
    for node in first:
        connect(scope, start, node, taken)
    if not first:
        connect(scope, start, make(scope, "endEvent", f"End_of_{scope.get('id')}", taken), taken)


def _begins(node, root):
    if kind(node) == "boundaryEvent" or true(node, "triggeredByEvent") or true(node, "isForCompensation"):
        return False
    return not (kind(node) == "intermediateCatchEvent" and _links(node, root))


def _links(node, root):
    return any(kind(one) == "linkEventDefinition" for one in event_definitions(node, root))


def _instantiates(node):
    return kind(node) in ("receiveTask", "eventBasedGateway") and true(node, "instantiate")


def _merge(scope, starts, taken):
    """Several start events of an embedded sub-process all begin at once: one start that leads to the others' places.

    The others stay where they are drawn, as events that are only passed.
    """
    keep = starts[0]
    for start in starts[1:]:
        start.tag = tag("intermediateThrowEvent")
        for name in ("isInterrupting", "parallelMultiple"):
            start.attrib.pop(name, None)
        for definition in children(start, *DEFINITIONS, "eventDefinitionRef"):
            start.remove(definition)
        connect(scope, keep, start, taken)
