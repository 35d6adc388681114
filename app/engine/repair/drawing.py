"""Small acts on a BPMN drawing that the repairs share: make, connect, remove, and know all ids."""

from lxml import etree

from app.engine.bpmn import child, children, flows, kind, local, tag

LAST = frozenset(
    ["association", "group", "textAnnotation", "BPMNDiagram", "relationship", "supports", "correlationSubscription"]
    + ["resourceRole", "performer", "humanPerformer", "potentialOwner"]
)
BEFORE_FLOWS = ("documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef")


def ids(root) -> set[str]:
    return {element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")}


def make(parent, name: str, key: str, taken: set[str] | None = None, /, **attributes):
    """A new BPMN element with an id nobody has; `taken` are the file's ids, where the caller has them at hand."""
    taken = ids(parent.getroottree().getroot()) if taken is None else taken
    free, count = key, 1
    while free in taken:
        count += 1
        free = f"{key}_{count}"
    taken.add(free)
    return put(parent, etree.Element(tag(name), id=free, **attributes))


def put(parent, element):
    """Add an element where the schema wants it: flow elements before artifacts, definitions before the drawing."""
    before = None
    for one in reversed(parent):
        if local(one) in LAST:
            before = one
        elif isinstance(one.tag, str):
            break
    if before is None:
        parent.append(element)
    else:
        before.addprevious(element)
    return element


def connect(scope, source, target, taken: set[str] | None = None):
    ends = {"sourceRef": source.get("id"), "targetRef": target.get("id")}
    return make(scope, "sequenceFlow", f"Flow_{source.get('id')}_{target.get('id')}", taken, **ends)


def set_text(parent, name: str, words: str):
    """The child `name` of `parent` with these words, made if it is not there."""
    element = child(parent, name)
    if element is None:
        element = etree.SubElement(parent, tag(name))
    element.text = words
    return element


def leaving(scope) -> dict[str, list]:
    """Flow node id -> the flows that leave it, in the order of the file."""
    return _by(scope, "sourceRef")


def arriving(scope) -> dict[str, list]:
    return _by(scope, "targetRef")


def _by(scope, attribute):
    found = {}
    for flow in flows(scope):
        found.setdefault(flow.get(attribute), []).append(flow)
    return found


def tell_nodes_their_flows(scope, only: set[str] | None = None) -> None:
    """Make the incoming and outgoing children agree with the flows: some tools read only those. `only`: these ids."""
    enter, leave = arriving(scope), leaving(scope)
    for node in children(scope):
        key = node.get("id")
        if kind(node) in ("sequenceFlow", "laneSet") or not key or (only is not None and key not in only):
            continue
        _retell(node, "incoming", [flow.get("id") for flow in enter.get(key, ())])
        _retell(node, "outgoing", [flow.get("id") for flow in leave.get(key, ())])


def _retell(node, name, wanted):
    told = children(node, name)
    if sorted((one.text or "").strip() for one in told) == sorted(wanted):
        return
    for one in told:
        node.remove(one)
    place = sum(1 for one in node if kind(one) in (*BEFORE_FLOWS, "incoming"))
    for offset, key in enumerate(wanted):
        one = etree.Element(tag(name))
        one.text = key
        node.insert(place + offset, one)
