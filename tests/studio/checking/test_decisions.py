"""Steps that take a decision: it is among the files, or nobody can publish the service."""

import pytest

from app.studio.checking import blocking, findings

HEAD = ('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x" '
        'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" '
        'xmlns:flowable="http://flowable.org/bpmn">')
PATH = "workflows/it/a.bpmn"
TABLE = (b'<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drd" name="d" namespace="n">'
         b'<decision id="perDiem" name="Per diem"><variable name="perDiem"/><literalExpression><text>40</text>'
         b"</literalExpression></decision></definitions>")
CAMUNDA_7 = '<businessRuleTask id="r" name="Set it" camunda:decisionRef="perDiem"/>'
CAMUNDA_8 = ('<businessRuleTask id="r" name="Set it"><extensionElements><zeebe:calledDecision decisionId="perDiem" '
             'resultVariable="money"/></extensionElements></businessRuleTask>')
FLOWABLE = ('<serviceTask id="r" name="Set it" flowable:type="dmn"><extensionElements><flowable:field '
            'name="decisionTableReferenceKey"><flowable:string>perDiem</flowable:string></flowable:field>'
            "</extensionElements></serviceTask>")
FLOWABLE_RULE = '<businessRuleTask id="r" name="Set it" flowable:decisionTableReferenceKey="perDiem"/>'
BY_CODE = '<businessRuleTask id="r" name="Set it" camunda:decisionRef="perDiem" camunda:class="org.acme.Set"/>'
OUTSIDE = '<businessRuleTask id="r" name="Set it" camunda:type="external" camunda:topic="rates"/>'
LATER = '<businessRuleTask id="r" name="Set it" camunda:decisionRef="${which}"/>'


@pytest.fixture
def engine():
    return "sqlite"


@pytest.fixture
def told(context, clock):
    """`told(step, **more files)`: what the studio says of the decisions of a service with this step."""
    def check(step, **more):
        body = (f'{HEAD}<process id="p" isExecutable="true"><startEvent id="s"/>{step}<endEvent id="e"/>'
                '<sequenceFlow id="f" sourceRef="s" targetRef="r"/><sequenceFlow id="g" sourceRef="r" targetRef="e"/>'
                "</process></definitions>")
        texts = {language: {"name": "A", "summary": "A"} for language in ("en", "fa", "ar")}
        spec = {"id": "A", "slug": "a", "kind": "request", "department": "it", "owner": "group:service-desk",
                "diagram": PATH, "process": "p", "audience": "employees", "texts": texts}
        found = findings(spec, {PATH: body.encode(), **more}, now=clock.now)
        return [one for one in found if one.rule.startswith("decision-") or one.severity == "error"]

    return check


@pytest.mark.parametrize("step", [CAMUNDA_7, CAMUNDA_8, FLOWABLE, FLOWABLE_RULE])
def test_a_decision_that_is_in_none_of_the_files_stands_in_the_way_of_publishing(told, step):
    one, = blocking(told(step))
    assert (one.rule, one.element, one.place) == ("decision-missing", "r", "forms")
    assert "“Set it” takes the decision" in one.text() and "perDiem" in one.text()
    assert "perDiem" in one.text("fa") and "perDiem" in one.text("ar")
    assert one.remedy() != one.remedy("fa") != one.remedy("ar")


@pytest.mark.parametrize("step", [CAMUNDA_7, CAMUNDA_8, FLOWABLE, FLOWABLE_RULE])
def test_a_decision_among_the_files_is_found(told, step):
    assert told(step, **{"workflows/it/d.dmn": TABLE}) == []


@pytest.mark.parametrize("step", [BY_CODE, OUTSIDE])
def test_what_is_done_outside_takes_no_decision(told, step):
    assert told(step) == []


def test_a_decision_named_by_an_expression_is_warned_of(told):
    assert [(one.rule, one.severity) for one in told(LATER)] == [("decision-found-later", "warning")]
