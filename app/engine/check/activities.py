"""Activities: quantities, markers, scripts, calls and resources (clause 10.3)."""

import re
from collections.abc import Iterator

from app.engine.bpmn import ACTIVITIES, GLOBAL_TASKS, bare, child, children, kind, text, true
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding

URI = re.compile(r"(##\w+|[A-Za-z][A-Za-z0-9+.-]*:[^\s\"<>\\^`{|}]+|[\w./~%#?&=:@!$'()*+,;-]+)")
NOT_URI = re.compile(r"%(?![0-9A-Fa-f]{2})|[\s\"<>\\^`{|}]")
MIME = re.compile(r"[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(\s*;.*)?")
LANGUAGES = ("python", "text/x-python", "feel", "juel", "text/python")


def quantities_are_positive(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3, table 10.3: start and completion quantity are at least 1."""
    for activity in drawing.all(*ACTIVITIES):
        for name in ("startQuantity", "completionQuantity"):
            value = activity.get(name, "1").strip()
            if not value.lstrip("-").isdigit() or int(value) < 1:
                yield drawing.error("quantity", activity, what=name, value=value)


def resources_are_named_or_computed(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.1: a resource role names a resource or an assignment expression, not both, and binds parameters
    only of a named resource."""
    for role in drawing.all("performer", "humanPerformer", "potentialOwner", "resourceRole"):
        named, computed = (
            child(role, "resourceRef") is not None,
            child(role, "resourceAssignmentExpression") is not None,
        )
        if named and computed:
            yield drawing.warning("resource-named-and-computed", role)
        if not named and children(role, "resourceParameterBinding"):
            yield drawing.warning("resource-parameters-without-resource", role)


def receiving_starts_have_nothing_before(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.3: a receive task that starts the process has no incoming flow."""
    for task in drawing.all("receiveTask"):
        if true(task, "instantiate") and drawing.incoming(task):
            yield drawing.error("instantiating-with-incoming", task)


def scripts_say_their_language(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.3: a script has a script format; Mizban runs Python and FEEL."""
    for task in drawing.all("scriptTask", "globalScriptTask"):
        facts = drawing.facts(task)
        language = (facts.script_language or "").lower()
        if not facts.script or not text(child(task, "script")) and language != "feel":
            yield drawing.error("script-missing", task)
        elif not language:
            yield drawing.warning("script-without-format", task)
        elif language not in LANGUAGES:
            yield drawing.error("script-language", task, language=facts.script_language)


def transactions_name_their_method(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.5: the method of a transaction is a URI."""
    for scope in drawing.all("transaction"):
        method = scope.get("method")
        if method and (NOT_URI.search(method) or not URI.fullmatch(method)):
            yield drawing.warning("transaction-method", scope, method=method)


def notes_name_their_format(drawing: Drawing) -> Iterator[Finding]:
    """Clauses 7.6.4 and 8.3.1: the text format of notes and documentation is a MIME type."""
    for element in drawing.all("documentation", "textAnnotation"):
        written = element.get("textFormat")
        if written is not None and not MIME.fullmatch(written.strip()):
            yield drawing.warning("text-format", element, format=written)


def calls_name_what_they_call(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.6: a call activity calls a process or a global task."""
    for call in drawing.all("callActivity"):
        wanted = drawing.facts(call).called or bare(call.get("calledElement"))
        if not wanted:
            yield drawing.error("call-without-target", call)
        elif kind(drawing.get(wanted) if drawing.get(wanted) is not None else call) not in (
            GLOBAL_TASKS | {"process", "callActivity"}
        ):
            yield drawing.error("call-of-wrong-kind", call, called=wanted)
        elif _own_process(call) == wanted:
            yield drawing.warning("call-of-itself", call)


def called_processes_start_plainly(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.2: a process that is called has a start event without a trigger; nothing else starts it."""
    for call in drawing.all("callActivity"):
        target = drawing.get(drawing.facts(call).called)
        starts = children(target, "startEvent") if target is not None and kind(target) == "process" else []
        if starts and all(drawing.definitions(start) for start in starts):
            yield drawing.error("called-without-plain-start", call, called=target.get("name") or target.get("id"))


def _own_process(element):
    return next((above.get("id") for above in element.iterancestors() if kind(above) == "process"), None)


def compensation_activities_stand_alone(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.7: an activity for compensation is outside the normal flow."""
    for activity in drawing.all(*ACTIVITIES):
        if true(activity, "isForCompensation") and (drawing.incoming(activity) or drawing.outgoing(activity)):
            yield drawing.error("handler-with-flow", activity)


RULES = (
    quantities_are_positive,
    resources_are_named_or_computed,
    receiving_starts_have_nothing_before,
    scripts_say_their_language,
    transactions_name_their_method,
    notes_name_their_format,
    calls_name_what_they_call,
    called_processes_start_plainly,
    compensation_activities_stand_alone,
)
