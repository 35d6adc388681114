"""A service is called from another department with its own department's leave only."""

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.cases import Case, open_case
from app.catalog import Grant, Service
from app.people import Person
from app.worker import KINDS, work_off

DIAGRAM = "workflows/it/visit.bpmn"
CALLER = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions_visit" targetNamespace="http://mizban.example">
  <bpmn:process id="visit" name="Visit" isExecutable="true">
    <bpmn:startEvent id="Asked" name="Visit asked for"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:callActivity id="Get_key" name="Get a key"><bpmn:extensionElements>
      <zeebe:calledElement processId="keys" propagateAllChildVariables="false"/></bpmn:extensionElements>
      <bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:callActivity>
    <bpmn:endEvent id="Ready" name="Ready"><bpmn:incoming>F2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="F1" sourceRef="Asked" targetRef="Get_key"/>
    <bpmn:sequenceFlow id="F2" sourceRef="Get_key" targetRef="Ready"/>
  </bpmn:process>
</bpmn:definitions>"""


@pytest.fixture
def engine():
    return "sqlite"  # what is granted does not depend on the database


@pytest.fixture
def visit(paper):
    """A service of IT that calls the keys of facilities."""
    paper.write(DIAGRAM, CALLER)
    paper.service("visit", department="it", category=None, diagram=DIAGRAM, process="visit", form=None, walks=None,
                  lanes=None, names=None, title=None)


def inside(run):
    with transaction():
        return run()


def opened(now):
    service = db.session.scalar(select(Service).where(Service.slug == "visit"))
    return open_case(service, {}, requester=Person.by_key("sara"), now=now)


def keys_asked_for(now):
    """How many requests for a key there are after somebody asked for a visit."""
    inside(lambda: opened(now))
    while work_off(KINDS["call"]):
        pass
    db.session.rollback()
    children = db.session.scalars(select(Case).where(Case.parent_call_id.is_not(None))).all()
    return len(children)


def test_without_a_grant_the_calling_service_is_stopped(read, paper, visit):
    report = read()
    assert (report.new, report.stopped) == (["keys"], ["visit"])
    fault = report.faults[0]
    assert (fault.element, fault.file, fault.severity) == ("Get_key", DIAGRAM, "error")
    assert "does not let it call it" in fault.message
    assert "“callable_by”" in fault.remedy


@pytest.mark.parametrize("granted", [["hr", "it"], "everyone", ["everyone"]])
def test_with_a_grant_it_is_published_and_its_call_opens_a_request(read, paper, visit, granted, clock):
    paper.service(callable_by=granted)
    assert read().new == ["keys", "visit"]
    assert keys_asked_for(clock.now) == 1


def test_the_own_department_needs_no_grant(read, paper, visit):
    paper.service("visit", department="facilities", diagram=DIAGRAM, process="visit", form=None, walks=None, lanes=None,
                  names=None, title=None)
    assert read().new == ["keys", "visit"]


def test_who_calls_already_goes_on_when_the_grant_is_taken_back(read, paper, visit, clock):
    paper.service(callable_by=["it"])
    read()
    paper.service()
    report = read()
    assert (report.changed, report.unchanged, report.stopped) == (["keys"], ["visit"], [])
    assert keys_asked_for(clock.now) == 1
    paper.change(DIAGRAM, "Get a key", "Fetch a key")
    assert read().stopped == ["visit"]


@pytest.mark.parametrize("said", ["hr", {"hr": "yes"}, [1]])
def test_a_grant_that_cannot_be_read_is_told_and_grants_nothing(read, paper, said):
    paper.service(callable_by=said)
    assert read().faults[0].element == "callable_by"
    assert not Grant.read({"department": "facilities", "callable_by": said}).allows("it")


def test_a_broken_callee_stops_only_itself(read, paper, visit):
    paper.service(callable_by=["it"])
    read()
    paper.change("catalog/facilities/keys.yaml", "kind: request", "kind: [request")
    paper.change(DIAGRAM, "Get a key", "Fetch a key")
    report = read()
    assert (report.stopped, report.changed) == (["keys"], ["visit"])
