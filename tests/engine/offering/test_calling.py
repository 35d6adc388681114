"""A call of Camunda 7 that leads nowhere is led elsewhere, or done by a person."""

from lxml import etree

from app.engine import Offer
from app.engine.bpmn import kind
from app.engine.offering import changed_by
from tests.engine.drawing import START, ends, flows
from tests.engine.offering.models import element, files

CALL = (
    START + '<callActivity id="t" name="Check" calledElement="gone" camunda:calledElementVersion="3">'
    '<extensionElements><camunda:in variables="all"/><camunda:properties><camunda:property name="a" value="b"/>'
    '</camunda:properties></extensionElements></callActivity>' + flows("s t", "t e") + ends("e"))


def done(rule, **params):
    return element(changed_by(files(CALL), Offer(rule, "model.bpmn", "t", params=params)), "t")


def words(step) -> set[str]:
    return {name.rpartition("}")[2] for name in step.attrib} | {
        etree.QName(one).localname for one in step.iter(etree.Element)}


def test_another_target_keeps_what_is_given_and_forgets_the_version_of_the_old_one():
    call = done("call-instead", called="equipment")
    assert (kind(call), call.get("calledElement")) == ("callActivity", "equipment")
    assert "in" in words(call) and "calledElementVersion" not in words(call)


def test_a_person_gets_a_step_without_anything_of_a_call():
    step = done("do-by-hand")
    assert (kind(step), step.get("name")) == ("userTask", "Check")
    assert not {"calledElement", "calledElementVersion", "in"} & words(step) and "property" in words(step)
