"""Where scopes begin and end (clauses 10.3.5, 10.5.2, 10.5.3 and 13.2)."""

from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, NODES, SUBPROCESSES, children, kind, true
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

TOP_LEVEL = frozenset(["message", "timer", "conditional", "signal"])
EVENT_SUBPROCESS = TOP_LEVEL | {"escalation", "error", "compensate"}
NOT_IN_AD_HOC = frozenset(
    ["startEvent", "endEvent", "callConversation", "conversation", "subConversation", "conversationLink"]
    + ["choreographyTask", "subChoreography", "callChoreography"]
)


def scopes_begin_and_end_alike(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 10.5.2 and 10.5.3: where an end event is drawn a start event is drawn too, and the other way round."""
    for scope in drawing.scopes:
        if kind(scope) == "adHocSubProcess":
            continue
        found = {kind(node) for node in drawing.nodes(scope)}
        if "endEvent" in found and "startEvent" not in found and not _starts_itself(drawing, scope):
            yield drawing.error("end-without-start", scope)
        if "startEvent" in found and "endEvent" not in found:
            yield drawing.warning("start-without-end", scope)


def _starts_itself(drawing, scope):
    return any(true(node, "instantiate") for node in drawing.nodes(scope))


def nothing_floats_beside_the_start(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2: where a start event is drawn, every other step is led to by a flow."""
    for scope in drawing.scopes:
        nodes = drawing.nodes(scope)
        if kind(scope) == "adHocSubProcess" or not any(kind(node) == "startEvent" for node in nodes):
            continue
        for node in nodes:
            if kind(node) in ACTIVITIES and not drawing.incoming(node) and not _own_life(drawing, node):
                yield drawing.warning("step-without-incoming", node)


def _own_life(drawing, node):
    if true(node, "triggeredByEvent") or true(node, "isForCompensation") or true(node, "instantiate"):
        return True
    return any(one.get("targetRef") == node.get("id") for one in drawing.all("association"))


def processes_start_with_what_can_start_them(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2, table 10.84: a process starts plainly or by message, timer, condition or signal."""
    for start in drawing.all("startEvent"):
        if kind(start.getparent()) == "process":
            wrong = set(drawing.kinds(start)) - TOP_LEVEL
            if wrong:
                yield drawing.error("start-kind", start, found=", ".join(sorted(wrong)))


def subprocesses_start_plainly(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2, table 10.85: an embedded sub-process starts without a trigger; its parent starts it."""
    for start in drawing.all("startEvent"):
        scope = start.getparent()
        if kind(scope) in SUBPROCESSES and not true(scope, "triggeredByEvent") and drawing.definitions(start):
            yield drawing.error("subprocess-start-with-trigger", start, found=", ".join(drawing.kinds(start)))


def subprocesses_start_once(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2: an embedded sub-process has one start event."""
    for scope in drawing.all("subProcess", "transaction"):
        starts = children(scope, "startEvent")
        if len(starts) > 1 and not true(scope, "triggeredByEvent"):
            yield drawing.error("subprocess-with-many-starts", scope, count=len(starts))


def event_subprocesses_start_by_one_event(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.5: an event sub-process has exactly one start event, and it has a trigger."""
    for scope in drawing.all("subProcess"):
        if not true(scope, "triggeredByEvent"):
            continue
        starts = children(scope, "startEvent")
        if len(starts) != 1:
            yield drawing.error("event-subprocess-starts", scope, count=len(starts))
        for start in starts:
            kinds = drawing.kinds(start)
            if not kinds:
                yield drawing.error("event-subprocess-without-trigger", start)
            elif set(kinds) - EVENT_SUBPROCESS:
                yield drawing.error("start-kind", start, found=", ".join(sorted(set(kinds) - EVENT_SUBPROCESS)))


def errors_and_compensation_interrupt(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2, table 10.86: error and compensation starts of event sub-processes always interrupt."""
    for start in drawing.all("startEvent"):
        if not true(start, "isInterrupting", True) and {"error", "compensate"} & set(drawing.kinds(start)):
            yield drawing.error("must-interrupt", start)


def only_event_subprocesses_leave_others_running(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2, table 10.86: isInterrupting is a matter of event sub-processes; nothing runs yet elsewhere."""
    for start in drawing.all("startEvent"):
        inside = kind(start.getparent()) == "subProcess" and true(start.getparent(), "triggeredByEvent")
        if not inside and not true(start, "isInterrupting", True):
            yield drawing.warning("start-interrupts-nothing", start)


def ad_hoc_subprocesses_hold_work(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.5: an ad-hoc sub-process holds activities; no start, end, conversation or choreography."""
    for scope in drawing.all("adHocSubProcess"):
        if not children(scope, *ACTIVITIES):
            yield drawing.error("ad-hoc-empty", scope)
        for inner in children(scope, *NOT_IN_AD_HOC):
            yield drawing.error("ad-hoc-forbidden", inner, scope=scope.get("name") or scope.get("id"))


def there_is_something_to_run(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.2: at least one process of the file has steps."""
    if not any(kind(scope) == "process" and drawing.nodes(scope) for scope in drawing.scopes) and not drawing.all(
        *NODES
    ):
        yield drawing.error("nothing-to-run", drawing.root)


RULES = (
    scopes_begin_and_end_alike,
    nothing_floats_beside_the_start,
    processes_start_with_what_can_start_them,
    subprocesses_start_plainly,
    subprocesses_start_once,
    event_subprocesses_start_by_one_event,
    errors_and_compensation_interrupt,
    only_event_subprocesses_leave_others_running,
    ad_hoc_subprocesses_hold_work,
    there_is_something_to_run,
)
