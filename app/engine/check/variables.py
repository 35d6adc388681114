"""Variables: read but never written, and written by two branches at once."""

import builtins
import re
from collections.abc import Iterator

from app.engine.bpmn import children, kind, true
from app.engine.check.drawing import Drawing, called
from app.engine.check.spoken import spoken, understand
from app.engine.check.ways import branches
from app.engine.finding import Finding

# What the product gives every case, and what the engine gives repeated activities.
GIVEN = frozenset(
    [
        "requester",
        "beneficiary",
        "site",
        "department",
        "cost_centre",
        "case",
        "number",
        "opened_at",
        "outcome",
        "comment",
        "error",
        "loopCounter",
        "loopCount",
        "nrOfInstances",
        "nrOfActiveInstances",
        "nrOfCompletedInstances",
        "nrOfTerminatedInstances",
        "numberOfInstances",
        "numberOfActiveInstances",
        "numberOfCompletedInstances",
        "numberOfTerminatedInstances",
        "execution",
        "task",
        "item",
        "null",
        "json",
        "time",
        "re",
        "math",
        "random",
        "decimal",
        "Decimal",
        "datetime",
        "timedelta",
        "date",
        "timezone",
    ]
)
BUILT_IN = GIVEN | frozenset(dir(builtins))
DATA = ("dataObject", "dataObjectReference", "dataInput", "dataOutput", "property", "dataStoreReference")
OUTSIDE = ("serviceTask", "businessRuleTask", "sendTask", "receiveTask", "callActivity", "adHocSubProcess")
PEOPLE = ("userTask", "startEvent")


def names_read_are_written(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a name that nothing writes is a slip of the pen, or must be given at the start."""
    written = BUILT_IN | {name for other in drawing.siblings for name in _all_written(other)}
    guess = any(_unknown(other) for other in drawing.siblings)
    seen = set()
    for one in spoken(drawing):
        for name in sorted(understand(one).reads - written - _own(drawing, one.element)):
            if name not in seen and name.isidentifier():
                seen.add(name)
                report = drawing.info if guess else drawing.warning
                yield report("name-never-written", one.element, variable=name)


def _all_written(drawing):
    found = {data.get(key) for data in drawing.all(*DATA) for key in ("id", "name") if data.get(key)}
    for one in spoken(drawing):
        found |= understand(one).writes
    for element in drawing.by_id.values():
        found |= writes(drawing, element)
    return found


def writes(drawing: Drawing, element) -> set[str]:
    """The variables an element is known to write, its script's aside."""
    facts = drawing.facts(element)
    found = {_root(mapping.target) for mapping in facts.outputs}
    found |= {_root(name) for name in (facts.result_variable, facts.output_collection, facts.element_variable) if name}
    if not facts.outputs and kind(element) in PEOPLE:
        found |= form_keys(drawing.forms.get(facts.form))
        if "outcomes" in facts.properties:
            found.add("outcome")
    return found - {""}


def _own(drawing, element):
    """What is only known inside the element: its inputs and the item it works on."""
    facts = drawing.facts(element)
    names = {_root(mapping.target) for mapping in facts.inputs}
    return names | {facts.element_variable, facts.output_element} - {None}


def form_keys(form: dict | None) -> set[str]:
    """The top-level variables a form-js form gives."""
    found, waiting = set(), list((form or {}).get("components") or ())
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict):
            continue
        name = part.get("key") or part.get("path")
        if name:
            found.add(_root(str(name)))
        elif isinstance(part.get("components"), list):
            waiting += part["components"]
    return found


def _root(name):
    return re.split(r"[.\[]", name.strip().lstrip("=").strip("${}# "))[0]


def _unknown(drawing):
    """Whether outside work, or a form that is not here, may bring variables nobody can foresee."""
    for element in drawing.all(*OUTSIDE):
        if not drawing.facts(element).outputs and not drawing.facts(element).result_variable:
            return True
    events = drawing.all("intermediateCatchEvent", "boundaryEvent", "startEvent")
    if any("message" in drawing.kinds(event) or "signal" in drawing.kinds(event) for event in events):
        return True
    return any(drawing.facts(one).form not in drawing.forms for one in drawing.all("userTask"))


def branches_write_apart(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: where two branches at once write one variable, the slower one wins by chance."""
    scripts = {}
    for one in spoken(drawing):
        if one.role == "script":
            scripts.setdefault(one.element.get("id"), set()).update(understand(one).writes)
    for split in _splits(drawing):
        owners = {}
        for branch in branches(drawing, split):
            written = {name: key for key in branch for name in _written(drawing, scripts, key)}
            for name, key in written.items():
                owners.setdefault(name, []).append(key)
        for name, keys in sorted(owners.items()):
            if len(keys) > 1:
                steps = ", ".join(called(drawing.get(key)) for key in keys)
                yield drawing.warning("parallel-writes", split, variable=name, steps=steps)


def _written(drawing, scripts, key):
    element = drawing.get(key)
    return writes(drawing, element) | scripts.get(key, set()) if element is not None else set()


def _splits(drawing):
    """Parallel and inclusive gateways, and steps with several unconditional ways out."""
    for node in drawing.all("parallelGateway", "inclusiveGateway"):
        if len(drawing.outgoing(node)) > 1:
            yield node
    for node in drawing.all(
        "task", "userTask", "scriptTask", "serviceTask", "startEvent", "subProcess", "callActivity"
    ):
        free = [flow for flow in drawing.outgoing(node) if not children(flow, "conditionExpression")]
        if len(free) > 1 and not true(node, "triggeredByEvent"):
            yield node


RULES = (names_read_are_written, branches_write_apart)
