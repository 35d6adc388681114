"""Data associations of BPMN (10.4.2): which variable an activity reads or writes under which name of its own."""

from app.engine.bpmn import bare, child, children, kind, text
from app.engine.mapping import Copy


def associated(xml, shared) -> tuple[tuple, tuple]:
    """The copies into and out of an element; `shared`: id -> element of the whole file."""
    inputs = [copy for one in children(xml, "dataInputAssociation") for copy in _copies(one, shared)]
    outputs = [copy for one in children(xml, "dataOutputAssociation") for copy in _copies(one, shared)]
    return tuple(inputs), tuple(outputs)


def _copies(association, shared):
    target = _name(text(child(association, "targetRef")), shared)
    rules = children(association, "assignment") or children(association, "transformation")
    if rules and target:
        source = child(rules[0], "from") if kind(rules[0]) == "assignment" else rules[0]
        if text(source):
            yield Copy(None, text(source), target)
        return
    for reference in children(association, "sourceRef"):
        source = _name(text(reference), shared)
        if source and target and source != target:
            yield Copy(source, None, target)


def _name(reference, shared):
    """The variable an item-aware element stands for: its name, or its id where it has none."""
    found = shared.get(bare(reference))
    if found is None:
        return None
    if kind(found) == "dataObjectReference" and bare(found.get("dataObjectRef")) in shared:
        found = shared[bare(found.get("dataObjectRef"))]
    return found.get("name") or found.get("id")
