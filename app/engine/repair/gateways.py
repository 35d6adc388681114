"""Gateways that cannot decide: flows without a condition. A person is asked to choose."""

from lxml import etree

from app.engine.bpmn import ZEEBE, child, descendants, kind, scopes, tag, text
from app.engine.repair.drawing import arriving, connect, leaving, make

DECIDING = ("exclusiveGateway", "inclusiveGateway")


def decide_undecided(root, pen) -> None:
    """One open flow beside conditions is the default; several open flows become the buttons of a question."""
    for scope in scopes(root):
        leave = leaving(scope)
        for gateway in [node for node in scope if kind(node) in DECIDING]:
            flows = leave.get(gateway.get("id"), [])
            silent = [flow for flow in flows if not text(child(flow, "conditionExpression"))]
            silent = [flow for flow in silent if flow.get("id") != gateway.get("default")]
            if len(flows) > 1 and silent:
                _settle(scope, gateway, flows, silent, pen)


def _settle(scope, gateway, flows, silent, pen):
    if len(silent) == 1 and not gateway.get("default"):
        # A way without condition that is asked last is a default in all but name (clause 13.4.2).
        last = kind(gateway) == "exclusiveGateway" and silent[0] is flows[-1]
        said = silent[0].get("name") or silent[0].get("id")
        if pen.may("flow-made-default", gateway, safe=last, flow=said):
            gateway.set("default", silent[0].get("id"))
        return
    words = _words(silent)
    if pen.may("person-decides", gateway, ways=", ".join(words.values())):
        _question(scope, gateway, words.values())
        for flow in silent:
            _condition(flow, f'=outcome = "{words[flow.get("id")]}"')


def _words(silent):
    """What the buttons say: the flow's name where it tells the flows apart and can stand in a comma list."""
    names = {flow.get("id"): " ".join((flow.get("name") or "").split()) for flow in silent}
    usable = [name for name in names.values() if name and not set(name) & set(',"\\=')]
    unique = len(set(usable)) == len(names)
    return names if unique else {key: key for key in names}


def _question(scope, gateway, words):
    name = gateway.get("name") or "Choose how to go on"
    task = make(scope, "userTask", f"Choose_{gateway.get('id')}", name=name)
    extensions = etree.SubElement(task, tag("extensionElements"))
    group = etree.SubElement(extensions, f"{{{ZEEBE}}}properties", nsmap={"zeebe": ZEEBE})
    etree.SubElement(group, f"{{{ZEEBE}}}property", name="outcomes", value=",".join(words))
    for flow in arriving(scope).get(gateway.get("id"), ()):
        flow.set("targetRef", task.get("id"))
    connect(scope, task, gateway)
    _same_lane(scope, gateway, task)


def _same_lane(scope, gateway, task):
    for reference in list(descendants(scope, "flowNodeRef")):
        if text(reference) == gateway.get("id"):
            other = etree.SubElement(reference.getparent(), tag("flowNodeRef"))
            other.text = task.get("id")
            reference.addnext(other)


def _condition(flow, words):
    condition = child(flow, "conditionExpression")
    if condition is None:
        condition = etree.SubElement(flow, tag("conditionExpression"))
    condition.text = words
