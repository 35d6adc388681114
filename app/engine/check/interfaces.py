"""What services, messages and called processes are given and give back (clauses 8.4.3, 10.3.3 and 10.3.6)."""

from collections.abc import Iterator

from app.engine.bpmn import GLOBAL_TASKS, bare, child, children, kind, text
from app.engine.check.drawing import Drawing, words
from app.engine.check.items import item_of, same_item, told
from app.engine.finding import Finding

INTO = ("startEvent", "intermediateCatchEvent", "boundaryEvent")


def service_tasks_fit_their_operation(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.3: one input set, at most one output set, and data of the types of the operation's messages."""
    for task in drawing.all("serviceTask", "businessRuleTask"):
        operation, specification = drawing.get(task.get("operationRef")), child(task, "ioSpecification")
        if operation is None or kind(operation) != "operation" or specification is None:
            continue
        sets = len(children(specification, "inputSet")), len(children(specification, "outputSet"))
        if sets[0] != 1 or sets[1] > 1:
            yield drawing.warning("operation-sets", task, inputs=sets[0], outputs=sets[1])
        yield from _fits(drawing, task, specification, "dataInput", _message(drawing, operation, "inMessageRef"))
        yield from _fits(drawing, task, specification, "dataOutput", _message(drawing, operation, "outMessageRef"))


def sending_and_receiving_carry_one_message(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.3: a send task has at most one data input, a receive task one output, of the message's type."""
    for task in drawing.all("sendTask", "receiveTask"):
        message, specification = drawing.get(task.get("messageRef")), child(task, "ioSpecification")
        if message is None or specification is None:
            continue
        data = "dataInput" if kind(task) == "sendTask" else "dataOutput"
        sets = "inputSet" if kind(task) == "sendTask" else "outputSet"
        if len(children(specification, data)) > 1 or len(children(specification, sets)) > 1:
            yield drawing.warning("message-data-many", task, count=len(children(specification, data)))
        else:
            yield from _fits(drawing, task, specification, data, message)


def _fits(drawing, task, specification, name, message):
    data = children(specification, name)
    wanted = item_of(drawing, message) if message is not None else None
    if wanted is None or len(data) != 1:
        return
    given = item_of(drawing, data[0])
    if not same_item(drawing, given, wanted):
        yield drawing.warning("message-data-type", task, given=told(given), wanted=told(wanted))


def _message(drawing, operation, name):
    reference = child(operation, name)
    return drawing.get(words(reference)) if reference is not None else None


def messages_of_operations_are_named(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: a message event names its message, also when it names an operation, and it is the operation's."""
    for definition in drawing.all("messageEventDefinition"):
        reference, operation = definition.get("messageRef"), drawing.get(words_of(definition, "operationRef"))
        if not reference:
            yield drawing.warning("message-not-named", definition)
        elif operation is not None and kind(operation) == "operation":
            known = {words(one) for one in children(operation, "inMessageRef", "outMessageRef")}
            if reference not in known:
                yield drawing.warning("message-not-of-operation", definition, operation=operation.get("name") or "")
    for definition in drawing.all("signalEventDefinition"):
        if not definition.get("signalRef"):
            yield drawing.warning("signal-not-named", definition)


def words_of(element, name: str) -> str:
    return bare(text(child(element, name)))


def message_contents_go_somewhere(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: the event of a message with content has the data output (catching) or input (throwing) for it."""
    for event in drawing.all(*INTO, "endEvent", "intermediateThrowEvent"):
        data = "dataOutput" if kind(event) in INTO else "dataInput"
        for definition in drawing.definitions(event):
            message = drawing.get(definition.get("messageRef"))
            item = item_of(drawing, message) if message is not None else None
            if item is None or not item.get("structureRef") or len(drawing.definitions(event)) > 1:
                continue
            held = children(event, data)
            if not held:
                yield drawing.warning("message-content-lost", event, message=message.get("name") or message.get("id"))
            elif len(held) > 1 or not same_item(drawing, item_of(drawing, held[0]), item):
                yield drawing.warning(
                    "message-data-type", event, given=told(item_of(drawing, held[0])), wanted=told(item)
                )


def calls_fit_what_they_call(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.6: a call activity has the data inputs and outputs of what it calls, of the same types."""
    for call in drawing.all("callActivity"):
        target = drawing.get(bare(call.get("calledElement")))
        if target is None or kind(target) not in GLOBAL_TASKS | {"process"}:
            continue
        mine, theirs = child(call, "ioSpecification"), child(target, "ioSpecification")
        for name in ("dataInput", "dataOutput"):
            given, wanted = _items(drawing, mine, name), _items(drawing, theirs, name)
            if (mine is not None or theirs is not None) and not _match(drawing, given, wanted):
                yield drawing.warning("call-data", call, what=name, given=len(given), wanted=len(wanted))


def _items(drawing, specification, name):
    return [item_of(drawing, one) for one in children(specification, name)] if specification is not None else []


def _match(drawing, given, wanted):
    rest = list(wanted)
    for item in given:
        fitting = next(
            (other for other in rest if other is None or item is None or same_item(drawing, item, other)), rest
        )
        if fitting is rest:
            return False
        rest.remove(fitting)
    return not rest


def bindings_fit_their_operation(drawing: Drawing) -> Iterator[Finding]:
    """Clause 8.4.3: a process or global task offered as an operation takes and gives the operation's messages."""
    for binding in drawing.all("ioBinding"):
        operation, owner = drawing.get(binding.get("operationRef")), binding.getparent()
        if operation is None or kind(operation) != "operation":
            continue
        for name, side in (("inputDataRef", "inMessageRef"), ("outputDataRef", "outMessageRef")):
            data, message = drawing.get(binding.get(name)), _message(drawing, operation, side)
            given = item_of(drawing, data) if data is not None else None
            wanted = item_of(drawing, message) if message is not None else None
            if None not in (given, wanted) and not same_item(drawing, given, wanted):
                yield drawing.warning("binding-type", owner, given=told(given), wanted=told(wanted))


def offered_interfaces_are_bound(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.3.6: what supports an interface binds its data to the interface's operations."""
    for target in drawing.all("process", *GLOBAL_TASKS):
        if children(target, "supportedInterfaceRef") and not children(target, "ioBinding"):
            yield drawing.warning("interface-unbound", target)


RULES = (
    service_tasks_fit_their_operation,
    sending_and_receiving_carry_one_message,
    messages_of_operations_are_named,
    message_contents_go_somewhere,
    calls_fit_what_they_call,
    bindings_fit_their_operation,
    offered_interfaces_are_bound,
)
