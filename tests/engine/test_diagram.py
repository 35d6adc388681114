"""What a compiled diagram tells about itself."""

import pytest

from app.engine import ModelRefused, compile_bundle
from tests.engine.drawing import START, bundle, diagram, ends, flows, person

LANES = """<laneSet id="ls"><lane id="desk" name="Service desk">
<flowNodeRef>s</flowNodeRef><flowNodeRef>sub</flowNodeRef></lane>
<lane id="boss" name="Managers"><childLaneSet id="cl"><lane id="head" name="Heads">
<flowNodeRef>b</flowNodeRef></lane></childLaneSet>
<flowNodeRef>b</flowNodeRef></lane></laneSet>"""
INNER = (
    '<subProcess id="sub" name="Look"><startEvent id="is"/>'
    + person("a")
    + '<endEvent id="ie"/>'
    + flows("is a", "a ie")
    + "</subProcess>"
)
BODY = (
    LANES
    + START
    + ends("e")
    + person("b", "<documentation>Think.</documentation>")
    + INNER
    + flows("s sub", "sub b", "b e")
)


def test_elements_know_their_place():
    plan = diagram(BODY)
    step = plan.elements["b"]
    assert (step.name, step.kind, step.process, step.parent, step.documentation) == (
        "b",
        "userTask",
        "p",
        "p",
        "Think.",
    )
    assert (step.incoming, step.outgoing) == (("sub_b",), ("b_e",))
    assert plan.elements["a"].parent == "sub" and plan.flows["is_a"].target == "a"


def test_the_innermost_lane_counts_and_what_is_inside_follows_its_frame():
    plan = diagram(BODY)
    assert (plan.elements["b"].lane, plan.elements["a"].lane, plan.elements["sub"].lane) == ("head", "desk", "desk")
    assert plan.lanes == {"desk": "Service desk", "boss": "Managers", "head": "Heads"}


def test_elements_are_listed_as_one_reads_the_drawing():
    assert diagram(BODY).order == ("s", "sub", "is", "a", "ie", "b", "e")


def test_the_process_can_be_named_and_a_missing_one_is_refused():
    two = bundle(BODY, f'<process id="q" name="Second" isExecutable="true">{person("only")}</process>')
    assert compile_bundle(two, "q").name == "Second" and compile_bundle(two, "p").name == "p"
    with pytest.raises(ModelRefused):
        compile_bundle(two, "nowhere")


def test_a_process_that_others_call_is_not_the_main_one():
    child = f'<process id="child" isExecutable="true">{person("only")}</process>'
    call = START + '<callActivity id="c" calledElement="child"/>' + ends("e") + flows("s c", "c e")
    assert compile_bundle(bundle(call, child)).process == "p"


def test_nothing_of_a_diagram_can_be_changed():
    plan = diagram(BODY)
    with pytest.raises(TypeError):
        plan.elements["x"] = None
    with pytest.raises(AttributeError):
        plan.process = "other"
    assert plan.hash and "<process" in plan.xml["model.bpmn"]
