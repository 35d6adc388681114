"""Every kind of offer: a finding carries it, applied once the finding is gone, and what is new is drawn."""

import pytest

from app.engine import offers, read_bundle, simulate
from app.engine.bpmn import child, kind, text
from app.engine.words.offers import LABELS
from tests.engine.drawing import START, ends, flows, person
from tests.engine.offering.models import accepted, element, files, offered

CATCH = '<intermediateCatchEvent id="c">{}</intermediateCatchEvent>' + flows("s c", "c e") + ends("e")
TIMER = "<timerEventDefinition>{}</timerEventDefinition>"
TASK = '<task id="t">{}</task>' + flows("s t", "t e") + ends("e")
TWO = ends("a", "b")
XOR = '<exclusiveGateway id="g"/>'
MESSAGE = '<messageEventDefinition messageRef="m"/>'
LOOP = "<standardLoopCharacteristics/>"
OUTCOMES = '<zeebe:properties><zeebe:property name="outcomes" value="{}"/></zeebe:properties>'
OUTCOMES = f"<extensionElements>{OUTCOMES}</extensionElements>"
DECIDED = person("t", OUTCOMES.format("approved,rejected,sent_back")) + XOR
DECIDED += flows("s t", "t g", 'g a: =outcome = "approved"', 'g b: =outcome = "rejected"') + TWO
APART = flows("s e") + ends("e")

# rule -> what stands in the process, and beside it
MODELS = {
    "start-added": (person("t") + flows("t e") + ends("e"), ""),
    "start-chosen": (person("t") + person("u") + flows("t u", "u t"), ""),
    "starts-merged": (
        START + '<subProcess id="x"><startEvent id="i"/><startEvent id="j"/><endEvent id="k"/>' + flows("i k", "j k")
        + "</subProcess>" + flows("s x", "x e") + ends("e"), ""),
    "data-association-dropped": (
        START + TASK.format("<dataInputAssociation><sourceRef>gone</sourceRef></dataInputAssociation>"), ""),
    "definition-added": (START + CATCH.format('<messageEventDefinition messageRef="gone"/>'), ""),
    "event-definition-dropped": (START + CATCH.format("<eventDefinitionRef>gone</eventDefinitionRef>"), ""),
    "timer-given-a-day": (START + CATCH.format(TIMER.format("")), ""),
    "timer-times-dropped": (
        START + CATCH.format(TIMER.format("<timeDate>2027-01-05</timeDate><timeDuration>P1D</timeDuration>")), ""),
    "condition-never": (START + CATCH.format("<conditionalEventDefinition/>"), ""),
    "boundary-never": (START + TASK.format("") + '<boundaryEvent id="b" attachedToRef="t"/>' + flows("b e"), ""),
    "catch-passes": (START + CATCH.format(""), ""),
    "flow-dropped": (START + person("t") + flows("s t", "t e", "t nobody") + ends("e"), ""),
    "flow-after-end-dropped": (START + person("t") + flows("s e", "e t", "s t") + ends("e"), ""),
    "flow-into-start-led-on": (START + person("t") + flows("s t", "t e", "t s") + ends("e"), ""),
    "default-dropped": (START + '<exclusiveGateway id="g" default="s_g"/>' + flows("s g", "g e") + ends("e"), ""),
    "call-without-target-passes": (START + '<callActivity id="t"/>' + flows("s t", "t e") + ends("e"), ""),
    "event-subprocess-never": (
        START + APART + '<subProcess id="x" triggeredByEvent="true">' + person("t") + "</subProcess>", ""),
    "script-empty-passes": (START + '<scriptTask id="t"/>' + flows("s t", "t e") + ends("e"), ""),
    "second-loop-dropped": (
        START + TASK.format(
            '<standardLoopCharacteristics loopMaximum="2"/><multiInstanceLoopCharacteristics>'
            "<loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"), ""),
    "multi-instance-once": (START + TASK.format("<multiInstanceLoopCharacteristics/>"), ""),
    "loop-once": (START + TASK.format(LOOP), ""),
    "end-added": (START + person("t") + person("u") + flows("s t", "s u", "u e") + ends("e"), ""),
    "flow-made-default": (START + XOR + flows("s g", "g a", "g b: n > 1") + TWO, ""),
    "person-decides": (START + person("t") + XOR + flows("s t", "t g", "g a", "g b") + TWO, ""),
    "name-it": (START + '<exclusiveGateway id="g" default="g_a"/>' + flows("s g", "g a", "g b: n > 1") + TWO, ""),
    "draw-outcome-end": (START + DECIDED, ""),
    "drop-condition": (START + '<parallelGateway id="g"/>' + flows("s g", "g a: n > 1", "g b") + TWO, ""),
    "remove-unreached": (
        START + person("t") + person("u") + person("v") + flows("s t", "t e", "u v", "v e") + ends("e"), ""),
    "remove-step": (START + TASK.format("") + '<boundaryEvent id="b" attachedToRef="t"/>' + flows("b e"), ""),
    "join-exclusively": (
        START + '<exclusiveGateway id="g" name="g" default="g_a"/>' + person("a") + person("b")
        + '<parallelGateway id="j"/>' + flows("s g", "g a", "g b: n > 1", "a j", "b j", "j e") + ends("e"), ""),
    "remove-gateway": (START + XOR + flows("s g", "g e") + ends("e"), ""),
    "make-interrupting": (
        START + TASK.format("") + '<boundaryEvent id="b" attachedToRef="t" cancelActivity="false">'
        '<errorEventDefinition errorRef="x"/></boundaryEvent>' + flows("b e"), '<error id="x" errorCode="X"/>'),
    "add-time-limit": (START + CATCH.format(MESSAGE), '<message id="m" name="Goods arrived"/>'),
}  # fmt: skip
# Told apart by what they name, with a test of their own; or a repair that is always made.
ELSEWHERE = {"set-default", "data-object-defined", "expression-leftover", "call-instead", "do-by-hand"}


def test_every_kind_has_its_model():
    assert set(MODELS) | ELSEWHERE == set(LABELS)


@pytest.mark.parametrize("rule", MODELS)
def test_the_finding_is_gone_afterwards_and_what_is_new_is_drawn(rule):
    model = files(*MODELS[rule])
    offer = next(one for one in _of(model, rule))
    accepted(model, offer)


@pytest.mark.parametrize("rule", MODELS)
def test_a_model_without_a_drawing_gets_none(rule):
    model = files(*MODELS[rule], drawn=False)
    after = accepted(model, next(one for one in _of(model, rule)))
    assert b"BPMNDiagram" not in after["model.bpmn"]


@pytest.mark.parametrize("rule", MODELS)
def test_the_button_speaks_three_languages(rule):
    offer = next(one for one in _of(files(*MODELS[rule]), rule))
    labels = {offer.label(language) for language in ("en", "fa", "ar")}
    assert len(labels) == 3 and not any("{" in label for label in labels)
    assert offer.as_dict("fa")["label"] == offer.label("fa")


def _of(model, rule):
    return [one for one in offers(model, trusted=True) if one.rule == rule]


def test_one_of_the_ways_becomes_the_default_and_loses_its_condition():
    model = files(START + '<exclusiveGateway id="g" name="Large?"/>' + flows("s g", "g a: n > 5", "g b: n < 5") + TWO)
    choices = {one.which: one for one in _of(model, "set-default")}
    assert set(choices) == {"g_a", "g_b"}
    after = accepted(model, choices["g_b"])
    assert element(after, "g").get("default") == "g_b"
    assert child(element(after, "g_b"), "conditionExpression") is None


def test_a_decision_that_leads_nowhere_gets_an_arrow_and_an_end():
    model = files(START + DECIDED)
    after = accepted(model, offered(model, "draw-outcome-end").saying(name="Back"))
    flow = next(one for one in element(after, "p") if kind(one) == "sequenceFlow" and one.get("name") == "Back")
    assert flow.get("sourceRef") == "g"
    assert text(child(flow, "conditionExpression")) == '=outcome = "sent_back"'
    result = simulate(read_bundle(after, trusted=True), answers={"t": {"outcome": "sent_back"}})
    assert result["outcome"] == "finished" and result["trace"][-1]["element"] == flow.get("targetRef")


def test_a_wait_gets_a_time_limit_beside_it():
    model = files(*MODELS["add-time-limit"])
    after = accepted(model, offered(model, "add-time-limit").saying(duration="P3D"))
    result = simulate(read_bundle(after, trusted=True))
    assert result["outcome"] == "finished"
    assert result["trace"][-1]["at"].startswith("2027-01-07")


def test_a_task_that_receives_gets_its_time_limit_at_its_edge():
    model = files(START + '<receiveTask id="c" messageRef="m"/>' + flows("s c", "c e") + ends("e"), '<message id="m"/>')
    after = accepted(model, offered(model, "add-time-limit"))
    assert element(after, "Limit_c").get("attachedToRef") == "c"


def test_a_gateway_is_named_with_what_the_owner_typed():
    model = files(*MODELS["name-it"])
    offer = offered(model, "name-it")
    assert offer.asks == ("name",)
    assert element(accepted(model, offer.saying(name="In\x00 stock?")), "g").get("name") == "In stock?"


def test_what_is_never_reached_goes_as_a_whole():
    after = accepted(files(*MODELS["remove-unreached"]), _of(files(*MODELS["remove-unreached"]), "remove-unreached")[0])
    assert element(after, "u") is None and element(after, "v") is None and element(after, "v_e") is None
    assert element(after, "t") is not None


def test_a_start_that_pretends_not_to_interrupt_becomes_an_ordinary_one():
    model = files('<startEvent id="s" isInterrupting="false"/>' + flows("s e") + ends("e"))
    assert element(accepted(model, offered(model, "make-interrupting")), "s").get("isInterrupting") is None


def test_a_person_is_asked_in_the_lane_of_the_gateway():
    lanes = '<laneSet id="l"><lane id="l1"><flowNodeRef>g</flowNodeRef></lane></laneSet>'
    model = files(lanes + MODELS["person-decides"][0])
    after = accepted(model, offered(model, "person-decides"))
    assert [text(one) for one in element(after, "l1")] == ["g", "Choose_g"]
