"""A layout written into the file as diagram interchange (BPMN DI, clause 12)."""

from lxml import etree

from app.engine.bpmn import BPMNDI, SUBPROCESSES, kind
from app.engine.layout.grid import Spread
from app.engine.offering.plane import DC, DI

SPOKEN = {"bpmndi": BPMNDI, "dc": DC, "di": DI}


def write(root, pages: list[tuple[str, Spread]]) -> None:
    """Replace every page of the file by these: (id of the collaboration or process, its layout)."""
    for old in list(root.iter(f"{{{BPMNDI}}}BPMNDiagram")):
        old.getparent().remove(old)
    elements = {one.get("id"): one for one in root.iter(etree.Element) if one.get("id")}
    taken = set(elements)
    for id, page in pages:
        diagram = etree.SubElement(root, f"{{{BPMNDI}}}BPMNDiagram", {"id": _free(f"Diagram_{id}", taken)}, SPOKEN)
        plane = etree.SubElement(diagram, f"{{{BPMNDI}}}BPMNPlane",
                                 {"id": _free(f"Plane_{id}", taken), "bpmnElement": id})
        # What is around something stands before it: viewers draw in this order.
        for key, box in sorted(page.boxes.items(), key=lambda one: -one[1].width * one[1].height):
            _shape(plane, key, box, page.labels.get(key), elements.get(key), taken)
        for key, points in page.edges.items():
            _edge(plane, key, points, page.labels.get(key), taken)
    etree.indent(root[-1]) if pages else None


def _shape(plane, key, box, label, element, taken):
    about = {"id": _free(f"{key}_di", taken), "bpmnElement": key}
    name = kind(element) if element is not None else ""
    if name in ("lane", "participant"):
        about["isHorizontal"] = "true"
    elif name == "exclusiveGateway":
        about["isMarkerVisible"] = "true"
    elif name in SUBPROCESSES:
        about["isExpanded"] = "true"
    shape = etree.SubElement(plane, f"{{{BPMNDI}}}BPMNShape", about)
    _bounds(shape, box)
    if label:
        _bounds(etree.SubElement(shape, f"{{{BPMNDI}}}BPMNLabel"), label)


def _edge(plane, key, points, label, taken):
    edge = etree.SubElement(plane, f"{{{BPMNDI}}}BPMNEdge", {"id": _free(f"{key}_di", taken), "bpmnElement": key})
    for x, y in points:
        etree.SubElement(edge, f"{{{DI}}}waypoint", {"x": _number(x), "y": _number(y)})
    if label:
        _bounds(etree.SubElement(edge, f"{{{BPMNDI}}}BPMNLabel"), label)


def _bounds(parent, box):
    etree.SubElement(parent, f"{{{DC}}}Bounds", {name: _number(value) for name, value in box._asdict().items()})


def _number(value) -> str:
    return str(round(value))


def _free(key, taken) -> str:
    free, number = key, 1
    while free in taken:
        number += 1
        free = f"{key}_{number}"
    taken.add(free)
    return free
