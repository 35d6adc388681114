"""Activities whose target is missing: calls of nothing, reactions to nothing."""

from app.engine.bpmn import descendants, kind, nodes, tag, true
from app.engine.read.dialects import facts_of
from app.engine.repair.drawing import arriving, connect, make
from app.engine.repair.events import never


def mend_activities(root, pen) -> None:
    for call in list(descendants(root, "callActivity")):
        if not facts_of(call).called and pen.may("call-without-target-passes", call):
            call.tag = tag("task")
    for scope in list(descendants(root, "subProcess")):
        if _has_no_start(scope) and pen.may("event-subprocess-never", scope):
            _never_begin(scope)


def _has_no_start(scope):
    """An event sub-process without a start event can never begin, clause 10.3.5."""
    return true(scope, "triggeredByEvent") and not any(node.tag == tag("startEvent") for node in nodes(scope))


def _never_begin(scope):
    """It keeps its place and its drawing, with a start that never happens before what nothing leads to."""
    entered, first = arriving(scope), nodes(scope)
    start = make(scope, "startEvent", f"Start_of_{scope.get('id')}")
    never(start)
    for node in first or [make(scope, "endEvent", f"End_of_{scope.get('id')}")]:
        if node.get("id") not in entered and kind(node) != "boundaryEvent":
            connect(scope, start, node)
