"""The new drawing with what is gone put back into it, so that one picture shows all that is different."""

from copy import deepcopy

from lxml import etree

from app.catalog import Published
from app.engine.bpmn import BPMN, BPMNDI, NODES, kind
from app.studio.comparing.compare import models
from app.studio.comparing.difference import GONE, Difference

DRAWN = f"{{{BPMNDI}}}"
OUTWARD = ("incoming", "outgoing", "extensionElements", "flowNodeRef")


def picture(old: Published, new: Published, difference: Difference) -> str:
    """BPMN text of the main drawing of `new` with the gone elements of `old` in their old places."""
    before, after = models(old), models(new)
    if after is None:
        return ""
    root = deepcopy(after.drawn[new.spec["diagram"]])
    past = before.drawn.get(old.spec["diagram"]) if before is not None else None
    if past is not None:
        gone = {one.id for one in difference.of("element", "flow") if one.state == GONE}
        _put_back(root, past, gone)
    return etree.tostring(root, encoding="unicode")


def _put_back(root, past, gone: set[str]):
    here = {one.get("id"): one for one in root.iter() if one.get("id")}
    process = next((one for one in root.iter() if kind(one) == "process"), None)
    plane = next(root.iter(f"{DRAWN}BPMNPlane"), None)
    if process is None or plane is None:
        return
    put = set()
    # What holds others first, arrows last: they need both their ends.
    nodes = [one for one in past.iter() if kind(one) in NODES and one.get("id") in gone]
    flows = [one for one in past.iter() if kind(one) == "sequenceFlow" and one.get("id") in gone]
    for element in (*nodes, *flows):
        if _may_stand(element, here):
            parent = here.get(element.getparent().get("id"), process)
            copy = _bare(element)
            parent.append(copy)
            here[element.get("id")] = copy
            put.add(element.get("id"))
    for shape in past.iter(f"{DRAWN}BPMNShape", f"{DRAWN}BPMNEdge"):
        if shape.get("bpmnElement") in put:
            drawn = deepcopy(shape)
            drawn.set("id", f"gone_{shape.get('id')}")
            plane.append(drawn)


def _may_stand(element, here) -> bool:
    if element.get("id") in here:
        return False
    needs = [element.get(name) for name in ("sourceRef", "targetRef", "attachedToRef") if element.get(name)]
    return all(one in here for one in needs)


def _bare(element):
    """A copy that only draws: without arrows, extensions and what lies inside."""
    copy = deepcopy(element)
    for part in list(copy):
        if kind(part) in (*OUTWARD, *NODES, "sequenceFlow", "laneSet") or not str(part.tag).startswith(f"{{{BPMN}}}"):
            copy.remove(part)
    copy.attrib.pop("default", None)
    return copy
