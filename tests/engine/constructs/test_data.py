"""Data, messages and correlation of BPMN, one small model each."""

import pytest

from app.engine import Delivery, Run, simulate
from tests.engine.constructs import Construct, partly, runs, shows
from tests.engine.drawing import NOW, START, again, bundle, diagram, done, ends, flows, opened, person, script

OBJECTS = """<dataObject id="o1" name="request"/><dataObjectReference id="r1" dataObjectRef="o1"/>
    <dataObject id="o2" name="reply"/><dataObjectReference id="r2" dataObjectRef="o2"/>"""
IO = """<ioSpecification><dataInput id="di" name="about"/><dataOutput id="do" name="answer"/>
    <inputSet><dataInputRefs>di</dataInputRefs></inputSet><outputSet><dataOutputRefs>do</dataOutputRefs></outputSet>
    </ioSpecification>{0}
    <dataInputAssociation id="ia"><sourceRef>{1}</sourceRef><targetRef>di</targetRef></dataInputAssociation>
    <dataOutputAssociation id="oa"><sourceRef>do</sourceRef><targetRef>{2}</targetRef></dataOutputAssociation>"""
LINE = ends("e") + flows("s u", "u e")


def begun(body, data=None, outside=""):
    return again(Run.start(diagram(body, outside), data or {}, now=NOW))


SOURCES = {
    "Data objects and their references": (OBJECTS, "", "r1", "r2"),
    "Properties of activities": ("", '<property id="p1" name="request"/><property id="p2" name="reply"/>', "p1", "p2"),
}


@shows(*(Construct(name, "10.4.1", note="variables of the name they have") for name in SOURCES))
@runs("Data input and output associations", "10.4.2")
@pytest.mark.parametrize("name", SOURCES)
def test_data_associations(name):
    beside, inside, source, target = SOURCES[name]
    run = begun(START + person("u", IO.format(inside, source, target)) + beside + LINE, {"request": "Laptop"})
    assert run.steps[0].data["about"] == "Laptop"
    assert done(run, "u", {"answer": "yes"}).data["reply"] == "yes"


@runs("Assignments and transformations in data associations", "10.4.2", "their expressions are evaluated")
def test_assignments():
    association = (
        '<dataInputAssociation id="ia"><targetRef>di</targetRef>'
        "<assignment><from>=n * 2</from><to>di</to></assignment></dataInputAssociation>"
    )
    io = '<ioSpecification><dataInput id="di" name="twice"/><inputSet/><outputSet/></ioSpecification>'
    assert begun(START + person("u", io + association) + LINE, {"n": 4}).steps[0].data["twice"] == 8


@runs(
    "Parallel branches that write one variable differently",
    "13.4.1",
    "it has no value afterwards, and whoever reads it is an incident",
)
def test_contradictions_are_told():
    body = START + '<parallelGateway id="f"/><parallelGateway id="j"/>' + script("a", "x = 1") + script("b", "x = 2")
    run = begun(body + script("u", "y = x") + ends("e") + flows("s f", "f a", "f b", "a j", "b j", "j u", "u e"))
    assert run.incidents[0].kind == "conflict" and "x" not in run.data


@partly("Data stores", "10.4.1", "kept in the drawing; what is stored lies outside and is reached by service tasks")
def test_data_stores_are_kept():
    body = START + person("u") + '<dataStoreReference id="d" dataStoreRef="D"/>' + LINE
    drawn = bundle(body, '<dataStore id="D" name="Archive"/>')
    assert simulate(drawn)["outcome"] == "waiting" and "dataStoreReference" in diagram(body).xml["model.bpmn"]


MESSAGE = '<message id="M" name="order"/>'
CORRELATED = (
    MESSAGE
    + """<correlationProperty id="cp" name="number"><correlationPropertyRetrievalExpression messageRef="M">
    <messagePath>sent</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
    <collaboration id="col"><participant id="pa" processRef="p"/><correlationKey id="ck"><correlationPropertyRef>cp
    </correlationPropertyRef></correlationKey></collaboration>"""
)
SUBSCRIPTION = """<correlationSubscription id="cs" correlationKeyRef="ck"><correlationPropertyBinding
    correlationPropertyRef="cp"><dataPath>number</dataPath></correlationPropertyBinding></correlationSubscription>"""
CATCH = '<intermediateCatchEvent id="u"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'


@runs("Correlation by properties and subscriptions", "8.4.2", "every key must agree")
def test_correlation():
    run = begun(START + CATCH + SUBSCRIPTION + LINE, {"number": 7}, CORRELATED)
    assert run.waits[0].keys == {"number": 7}
    assert not run.deliver(Delivery("message", "order", {"number": 8}), now=NOW)
    assert run.deliver(Delivery("message", "order", {"number": 7}), now=NOW) and run.finished


PARTIES = """<message id="M" name="order"/><collaboration id="col"><participant id="a" processRef="p"/>
    <participant id="b" processRef="q"/></collaboration>"""
SENDER = START + '<intermediateThrowEvent id="t"><{0}EventDefinition {0}Ref="{1}"/></intermediateThrowEvent>'
SENDER += ends("e") + flows("s t", "t e")
RECEIVER = '<process id="q" isExecutable="true"><startEvent id="qs"><{0}EventDefinition {0}Ref="{1}"/></startEvent>'
RECEIVER += '<task id="qt"/>' + ends("qe") + flows("qs qt", "qt qe") + "</process>"


@runs(
    "Messages and signals between participants of one drawing",
    "9.3, 13.5.1",
    "a start event of the other process begins it",
)
@pytest.mark.parametrize(("word", "id"), [("message", "M"), ("signal", "S")])
def test_participants_start_each_other(word, id):
    outside = PARTIES + '<signal id="S" name="alarm"/>' + RECEIVER.format(word, id)
    result = simulate(bundle(SENDER.format(word, id), outside))
    assert "qt" in [one["element"] for one in result["trace"]] and result["outcome"] == "finished"


@runs("Event definitions that are shared by reference", "10.5.5", "eventDefinitionRef")
def test_shared_definitions():
    shared = '<messageEventDefinition id="D" messageRef="M"/>' + MESSAGE
    catch = '<intermediateCatchEvent id="u"><eventDefinitionRef>D</eventDefinitionRef></intermediateCatchEvent>'
    assert begun(START + catch + LINE, {}, shared).waits[0].name == "order"


@runs("Lanes, nested ones too", "10.7", "a step shows the innermost lane it stands in")
def test_lanes():
    lanes = """<laneSet id="ls"><lane id="l1" name="IT"><childLaneSet id="cl"><lane id="l2" name="Network">
        <flowNodeRef>u</flowNodeRef></lane></childLaneSet></lane></laneSet>"""
    assert begun(lanes + START + person("u") + LINE).steps[0].lane == "l2"


NAMES = ["typename", "__class__", "", "data", "in", ".", "self", "None", "a.b", "class", "nrOfInstances", "loop", "é"]


@runs("Variables of any name", "10.4.1", "no name is reserved; only names with a NUL character are refused")
@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_reserved(name):
    body = (
        START
        + '<parallelGateway id="f"/>'
        + person("u")
        + person("w")
        + '<parallelGateway id="j"/>'
        + script("c", "z = 1")
    )
    run = begun(body + ends("e") + flows("s f", "f u", "f w", "u j", "w j", "j c", "c e"), {name: {name: [1]}})
    run = done(again(run), "u", {name: {"typename": name}})
    assert opened(run) == ["w"]
    run = done(again(run), "w")
    assert run.finished and run.data == {name: {"typename": name}, "z": 1}
