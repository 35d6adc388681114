"""The checklist says the same as the findings and the tab of the forms."""

import pytest

from app.studio.checking import checklist, findings
from app.studio.editing import rooms_of

HEAD = ('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x" '
        'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">')
PATH = "workflows/it/a.bpmn"
OUTCOMES = '<zeebe:properties><zeebe:property name="outcomes" value="done"/></zeebe:properties>'
ASSIGNED = '<zeebe:assignmentDefinition assignee="sara"/>'
FORM = b'{"type": "default", "id": "start", "components": [{"type": "textfield", "id": "c", "key": "k", "label": "K"}]}'


@pytest.fixture
def engine():
    return "sqlite"


def person(inside="", id="t") -> str:
    return (f'<userTask id="{id}" name="Do it"><extensionElements>{ASSIGNED}{inside}</extensionElements></userTask>')


@pytest.fixture
def seen(studio, clock):
    """`seen(step, around)`: (points by key, findings, the room of forms) of a service with this step."""
    def check(step, around="", files=(), language="en", **spec):
        body = (f'{HEAD}<process id="p" isExecutable="true">{around}<startEvent id="s"/>{step}<endEvent id="e"/>'
                '<sequenceFlow id="f" sourceRef="s" targetRef="t"/><sequenceFlow id="g" sourceRef="t" targetRef="e"/>'
                "</process></definitions>")
        texts = {one: {"name": "A", "summary": "A"} for one in ("en", "fa", "ar")}
        spec = {"id": "A", "slug": "a", "kind": "request", "department": "it", "owner": "group:service-desk",
                "diagram": PATH, "process": "p", "audience": "employees", "texts": texts, "category": "help",
                **spec}
        files = {PATH: body.encode(), **dict(files)}
        with studio.test_request_context(headers={"Accept-Language": language}):
            found = findings(spec, files, now=clock.now)
            points = checklist(spec, files, found, language=language, now=clock.now)
        return {one.key: one for one in points}, found, rooms_of(spec, files)

    return check


def test_a_drawing_with_an_error_is_none_that_runs(seen):
    points, found, _ = seen('<scriptTask id="t" name="Sum" scriptFormat="groovy"><script>def x</script></scriptTask>')
    assert [one for one in found if one.severity == "error" and one.place == "drawing"]
    assert (points["drawing"].done, points["drawing"].note) == (False, "One thing to fix")


@pytest.mark.parametrize(("step", "note"), [
    ('<task id="t" name="Wait"/>', "No steps for people"), (person(OUTCOMES), "One step for people"),
    (person(OUTCOMES) + person(OUTCOMES, "u"), "2 steps for people"),
])
def test_steps_for_people_are_counted_in_words(seen, step, note):
    points, _, _ = seen(step)
    assert points["drawing"].note == note


def test_decisions_do_not_make_up_for_a_form_that_is_not_there(seen):
    points, found, room = seen(person('<zeebe:formDefinition formId="gone"/>' + OUTCOMES))
    assert [one.rule for one in found if one.severity == "error"] == ["form-missing"]
    assert (points["forms"].done, points["forms"].note) == (False, "Missing: Do it")
    assert points["drawing"].done
    assert [one.element for one in room.asked if one.missing] == ["t"]


def test_a_decision_that_is_not_there_leaves_its_point_open(seen):
    points, _, _ = seen('<businessRuleTask id="t" name="Rate" camunda:decisionRef="gone"/>')
    assert (points["forms"].done, points["forms"].note) == (False, "Missing: Rate")


@pytest.mark.parametrize(("schema", "missing"), [
    ("{}", ["t"]), ('{"components": [{"type": "textfield", "id": "c", "key": "k", "label": "K"}]}', []),
])
def test_a_form_inside_the_drawing_counts_alike_on_both_tabs(seen, schema, missing):
    drawn = f'<extensionElements><zeebe:userTaskForm id="u1">{schema}</zeebe:userTaskForm></extensionElements>'
    points, _, room = seen(person('<zeebe:formDefinition formKey="camunda-forms:bpmn:u1"/>'), drawn)
    assert [one.element for one in room.asked if one.missing] == missing
    assert points["forms"].done is not bool(missing)


def test_decisions_without_a_form_count_alike_on_both_tabs(seen):
    points, _, room = seen(person(OUTCOMES))
    assert points["forms"].done
    assert [one.element for one in room.asked if one.missing] == []


def test_a_category_of_another_department_is_no_place_in_the_catalogue(seen):
    points, found, _ = seen(person(OUTCOMES), category="time-away")
    assert "category-missing" in [one.rule for one in found]
    assert not points["category"].done
    assert "stands in no category" in points["category"].note
    points, _, _ = seen(person(OUTCOMES))
    assert points["category"].done


@pytest.mark.parametrize(("text", "rule", "said"), [
    ({"name": "A"}, "summary-missing", "The service needs a summary in English."),
    ({"summary": "A"}, "name-missing", "The service needs a name in English."),
    ({}, "texts-missing", "The service needs a name and a summary in English."),
])
def test_only_what_is_missing_of_the_texts_is_asked_for(seen, text, rule, said):
    texts = {"en": text, **{one: {"name": "A", "summary": "A"} for one in ("fa", "ar")}}
    points, found, _ = seen(person(OUTCOMES), texts=texts)
    one, = [one for one in found if one.severity == "error"]
    assert (one.rule, one.text("en")) == (rule, said)
    assert one.text("fa") != one.text("ar") != said
    assert not points["texts"].done


@pytest.mark.parametrize("broken", [b'{"components": [', b"[", b'{"components": 7}'])
def test_a_broken_form_is_told_once_with_the_name_of_its_file(seen, broken):
    files = {"forms/it/start.form": FORM, "forms/it/odd.form": broken}
    points, found, _ = seen(person(OUTCOMES), files=files, form="forms/it/start.form",
                            forms={"forms/it/start.form": "start"})
    one, = [one for one in found if one.severity == "error"]
    assert (one.file, one.title(), one.place) == ("forms/it/odd.form", "odd.form", "forms")
    assert points["start"].done
    assert not points["forms"].done
