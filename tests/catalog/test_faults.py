"""Files that cannot be used: each is told with its file, line and element, and stops only its own service."""

import pytest
from sqlalchemy import select

from app.base import db
from app.catalog import Service, published

DIAGRAM = "workflows/facilities/keys.bpmn"


@pytest.fixture
def engine():
    return "sqlite"  # what is wrong in a file does not depend on the database


def current(slug="keys"):
    return published(db.session.scalar(select(Service.current_version_id).where(Service.slug == slug)))


def fault_in(report, part):
    return next(fault for fault in report.faults if part in fault.message)


def test_broken_yaml_names_file_and_line_and_stops_only_its_service(read, paper):
    paper.service("cards", id="FC-10")
    read()
    paper.change("catalog/facilities/cards.yaml", "kind: request", "kind: [request")
    report = read()
    assert (report.stopped, report.unchanged, report.retired) == (["cards"], ["keys"], [])
    fault = report.faults[0]
    assert (fault.file, fault.severity) == ("catalog/facilities/cards.yaml", "error")
    assert fault.line >= 3


def test_what_a_yaml_must_say_is_told_by_line(read, paper):
    paper.service(kind="wish", owner=None, promise={"time": "soon"})
    report = read()
    assert report.stopped == ["keys"]
    assert fault_in(report, "“owner” is missing").line == 1
    assert fault_in(report, "“kind” must be one of").line == 3


def test_a_promise_and_an_audience_that_cannot_be_read_are_told(read, paper):
    paper.service(promise={"time": "soon"}, audience='=person.department = ')
    report = read()
    assert fault_in(report, "promise").element == "promise"
    assert fault_in(report, "audience").line > fault_in(report, "promise").line


def test_texts_are_needed_in_every_language(read, paper):
    paper.service(texts={"en": {"name": "Key", "summary": "A key."}})
    assert {fault.element for fault in read().faults} == {"texts.fa", "texts.ar"}


def test_a_missing_diagram_is_told_at_the_line_that_names_it(read, paper):
    paper.remove(DIAGRAM)
    report = read()
    fault = fault_in(report, DIAGRAM)
    assert (fault.file, fault.element) == ("catalog/facilities/keys.yaml", "diagram")
    assert fault.line == 7


def test_a_broken_diagram_stops_the_service_and_keeps_its_version(read, paper):
    read()
    before = current().id
    paper.change(DIAGRAM, "</bpmn:process>", "</bpmn:proces>")
    report = read()
    assert (report.stopped, report.retired) == (["keys"], [])
    assert report.faults[0].file == DIAGRAM
    assert current().id == before


def test_a_fault_of_the_drawing_names_element_and_line(read, paper):
    paper.change(DIAGRAM, '=outcome = "sent_back"', "=outcome = = 3")
    report = read()
    assert report.stopped == ["keys"]
    fault = next(fault for fault in report.faults if fault.severity == "error")
    assert fault.element in ("F4", "Good")
    text = (paper.root / DIAGRAM).read_text("utf-8").splitlines()
    assert f'id="{fault.element}"' in text[fault.line - 1]


def test_a_step_whose_form_is_nowhere_is_told(read, paper):
    paper.change(DIAGRAM, 'formId="keys-decide"', 'formId="keys-decided"')
    fault = next(fault for fault in read().faults if fault.severity == "error")
    assert (fault.file, fault.element) == (DIAGRAM, "Decide")
    assert "keys-decided" in fault.message


def test_a_step_whose_decision_is_in_no_file_stops_the_service(read, paper):
    given = '<bpmn:endEvent id="Given" name="Key given"><bpmn:incoming>F'
    rule = '<bpmn:businessRuleTask id="Rate"><bpmn:extensionElements><zeebe:calledDecision decisionId="rate" '
    rule += 'resultVariable="n"/></bpmn:extensionElements><bpmn:incoming>F3</bpmn:incoming>'
    rule += '<bpmn:outgoing>F6</bpmn:outgoing></bpmn:businessRuleTask>'
    rule += '<bpmn:sequenceFlow id="F6" sourceRef="Rate" targetRef="Given"/>'
    paper.change(DIAGRAM, 'sourceRef="Good" targetRef="Given"', 'sourceRef="Good" targetRef="Rate"')
    paper.change(DIAGRAM, f"{given}3", f"{rule}{given}6")
    fault = fault_in(report := read(), "“rate”")
    assert (report.stopped, fault.severity, fault.element, fault.file) == (["keys"], "error", "Rate", DIAGRAM)


def test_a_form_that_is_no_json_is_told_with_its_line(read, paper):
    paper.write("forms/facilities/keys.form", '{\n "id": "keys",\n')
    report = read()
    assert report.stopped == ["keys"]
    assert (report.faults[0].file, report.faults[0].line) == ("forms/facilities/keys.form", 3)


def test_a_file_outside_the_folder_is_not_there(read, paper):
    paper.service(diagram="../../../etc/passwd")
    assert "There is no file" in read().faults[0].message


def test_an_unknown_key_and_an_unknown_lane_are_warnings(read, paper):
    paper.service(colour="red", lanes={"Lane_of_nobody": "=requester"})
    report = read()
    assert report.new == ["keys"]
    assert {fault.severity for fault in report.faults} == {"warning"}


def test_fragments_give_their_names_and_a_broken_one_is_told(read, paper):
    fragment = {"id": "CA-KEYS", "process": "keys", "diagram": DIAGRAM, "names": {"Mend": {"fa": "اصلاح"}}}
    paper.yaml("catalog/fragments/keys.yaml", fragment)
    assert read().clean
    assert current().element_name("Mend", "fa") == "اصلاح"
    paper.write("catalog/fragments/keys.yaml", "names: [")
    report = read()
    assert (report.changed, report.stopped, report.clean) == (["keys"], [], False)
    assert report.faults[0].file == "catalog/fragments/keys.yaml"


def test_the_word_no_is_a_word_and_a_date_is_text(read, paper):
    paper.service(walks=[{"name": "x", "answers": {"works": "yes"}}])
    paper.change("catalog/facilities/keys.yaml", "works: 'yes'", "works: no\n    since: 2026-01-02")
    read()
    assert current().walks[0]["answers"] == {"works": "no", "since": "2026-01-02"}
