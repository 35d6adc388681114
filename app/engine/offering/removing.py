"""Taking steps out of a drawing with everything that would otherwise point at them."""

from app.engine.bpmn import bare, descendants, flows, kind
from app.engine.repair.drawing import arriving, leaving

JOINING = ("sequenceFlow", "messageFlow", "association")


def remove_all(root, keys: set[str]) -> None:
    """Steps with these ids, what is inside them and attached to them, and every arrow from or to any of it."""
    keys = _with_all_of_theirs(root, keys)
    for element in list(descendants(root, *JOINING)):
        if element.get("sourceRef") in keys or element.get("targetRef") in keys:
            _forget_default(root, element)
            element.getparent().remove(element)
    for element in [one for one in root.iter() if kind(one) and one.get("id") in keys]:
        if element.getparent() is not None:
            element.getparent().remove(element)


def _with_all_of_theirs(root, keys):
    found = set(keys)
    for element in root.iter():
        if kind(element) and (element.get("id") in found or bare(element.get("attachedToRef")) in found):
            found |= {one.get("id") for one in element.iter() if kind(one) and one.get("id")}
    return found


def _forget_default(root, flow):
    for element in flow.getparent():
        if element.get("default") == flow.get("id"):
            del element.attrib["default"]


def remove_and_join(gateway) -> None:
    """A step with one way in and at most one out goes; its way in leads where its way out led."""
    scope, key = gateway.getparent(), gateway.get("id")
    enter, leave = arriving(scope).get(key, []), leaving(scope).get(key, [])
    if enter and leave:
        enter[0].set("targetRef", leave[0].get("targetRef"))
    for flow in flows(scope):
        if flow.get("sourceRef") == key or flow.get("targetRef") == key:
            scope.remove(flow)
    scope.remove(gateway)
