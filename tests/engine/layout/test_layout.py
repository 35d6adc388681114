"""Models without a drawing get one: every step in its lane, nothing over anything, arrows from shape to shape."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.engine.bpmn import BPMNDI, NODES, SUBPROCESSES, descendants, kind, nodes, scopes, text
from app.engine.layout import laid_out, lay_out, undrawn
from app.engine.offering.plane import Box, Plane
from app.engine.read.xml import parse_xml
from app.engine.repair import name_everything
from tests.engine.drawing import HEAD

TOP = Path(__file__).parents[3]
CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
SHIPPED = sorted((TOP / "workflows").rglob("*.bpmn"))
FOREIGN = [path for folder in ("camunda7", "camunda8", "flowable", "modelers", "spiff")
           for path in sorted((CORPUS / folder).rglob("*.bpmn"))[:25] if b"definitions" in path.read_bytes()]


def bare(data: bytes):
    """The model without its drawing."""
    root = parse_xml("model.bpmn", data)
    for one in list(root.iter(f"{{{BPMNDI}}}BPMNDiagram")):
        one.getparent().remove(one)
    name_everything({"model.bpmn": root})
    return root


def check(root):
    plane = Plane(root)
    assert undrawn(root) == set()
    for scope in scopes(root):
        inside = [one for one in nodes(scope) if plane.box(one.get("id"))]
        _apart([one for one in inside if kind(one) != "boundaryEvent"], plane)
        if kind(scope) in SUBPROCESSES and plane.box(scope.get("id")):
            whole = plane.box(scope.get("id"))
            assert all(whole.holds(plane.box(one.get("id"))) for one in inside)
    for lane in descendants(root, "lane"):
        for reference in lane:
            box = plane.box(text(reference)) if kind(reference) == "flowNodeRef" else None
            if box:
                assert plane.box(lane.get("id")).holds(box), (lane.get("id"), text(reference))
    for page in root.iter(f"{{{BPMNDI}}}BPMNPlane"):
        _labels_apart(page, root, plane)
    _arrows_meet(root, plane)


def _apart(steps, plane):
    boxes = [(one.get("id"), plane.box(one.get("id"))) for one in steps]
    for at, (id, box) in enumerate(boxes):
        for other, beside in boxes[at + 1:]:
            assert not box.meets(beside, 10), (id, other)


def _labels_apart(page, root, plane):
    """Names of steps cover neither steps nor each other."""
    labels = {}
    here = {shape.get("bpmnElement"): shape for shape in page.iter(f"{{{BPMNDI}}}BPMNShape")}
    for shape in here.values():
        for bounds in shape.iterfind("{*}BPMNLabel/{*}Bounds"):
            about = {name: float(bounds.get(name)) for name in ("x", "y", "width", "height")}
            labels[shape.get("bpmnElement")] = Box(**about)
    steps = {one.get("id"): plane.box(one.get("id")) for one in descendants(root, *NODES)
             if kind(one) not in SUBPROCESSES and kind(one) != "boundaryEvent" and one.get("id") in here}
    edge = {one.get("id") for one in descendants(root, "boundaryEvent")}
    for id, box in labels.items():
        if id not in edge and id in steps:
            assert [one for one, beside in steps.items() if one != id and box.meets(beside)] == [], id
            assert [one for one, beside in labels.items() if one != id and one not in edge and box.meets(beside)] == []


def _arrows_meet(root, plane):
    attached = {one.get("id") for one in descendants(root, "boundaryEvent")}
    for flow in descendants(root, "sequenceFlow"):
        if flow.get("targetRef") in attached or not plane.points(flow.get("id")):
            continue
        ends = plane.box(flow.get("sourceRef")), plane.box(flow.get("targetRef"))
        if all(ends):
            points = plane.points(flow.get("id"))
            assert _touches(points[0], ends[0]) and _touches(points[-1], ends[1]), flow.get("id")
            pairs = zip(points, points[1:], strict=False)
            assert all(abs(a[0] - b[0]) < 1.5 or abs(a[1] - b[1]) < 1.5 for a, b in pairs)


def _touches(point, box):
    return box.x - 1 <= point[0] <= box.right + 1 and box.y - 1 <= point[1] <= box.bottom + 1


@pytest.mark.parametrize("path", [*SHIPPED, *FOREIGN], ids=lambda path: path.name[-60:])
def test_a_model_that_lost_its_drawing_gets_a_proper_one(path):
    root = bare(path.read_bytes())
    if undrawn(root):
        assert lay_out(root)
        check(root)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_complete_drawing_keeps_every_byte(path):
    assert laid_out({path.name: path.read_bytes()}) == {}


def test_steps_that_lack_a_shape_are_put_beside_the_others():
    data = (TOP / "workflows/hr/leave.bpmn").read_bytes()
    root = etree.fromstring(data)
    shape = next(one for one in root.iter(f"{{{BPMNDI}}}BPMNShape") if one.get("bpmnElement") == "Check_balance")
    shape.getparent().remove(shape)
    before = {key: Plane(root).box(key) for key in Plane(root).shapes if not key.startswith(("Lane", "Participant"))}
    assert lay_out(root)
    plane = Plane(root)
    assert plane.box("Check_balance")
    assert {key: plane.box(key) for key in before} == before


KINDS = ("task", "userTask", "exclusiveGateway", "parallelGateway", "intermediateThrowEvent", "endEvent", "startEvent")
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["", "Ok", "A rather long name of a step"]),
                           st.integers(0, 2), st.booleans()), min_size=1, max_size=14)
FLOWS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=24)


@settings(max_examples=80)
@given(STEPS, FLOWS, st.booleans())
def test_any_graph_is_laid_out_without_overlaps(steps, arrows, with_lanes):
    root = etree.fromstring(model(steps, arrows, with_lanes))
    assert lay_out(root)
    check(root)


def model(steps, arrows, with_lanes) -> bytes:
    body = "".join(f'<{kind} id="n{at}" name="{name}"/>' for at, (kind, name, _, _) in enumerate(steps))
    hosts = [at for at, (kind, *_, event) in enumerate(steps) if event and kind in ("task", "userTask")]
    body += "".join(f'<boundaryEvent id="b{at}" name="late" attachedToRef="n{at}"/>' for at in hosts)
    ends = [(source % len(steps), target % len(steps)) for source, target in arrows]
    body += "".join(f'<sequenceFlow id="f{at}" name="way {at}" sourceRef="n{source}" targetRef="n{target}"/>'
                    for at, (source, target) in enumerate(ends))
    body += "".join(f'<sequenceFlow id="e{at}" sourceRef="b{at}" targetRef="n0"/>' for at in hosts)
    lanes = ""
    if with_lanes:
        rows = ["".join(f"<flowNodeRef>n{at}</flowNodeRef>" for at, step in enumerate(steps) if step[2] == row)
                for row in range(3)]
        lanes = "".join(f'<lane id="l{row}">{refs}</lane>' for row, refs in enumerate(rows))
        lanes = f"<laneSet>{lanes}</laneSet>"
    return f'{HEAD}<process id="p" isExecutable="true">{lanes}{body}</process></definitions>'.encode()
