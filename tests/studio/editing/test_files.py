"""Making, copying and linking forms and tables: ids stay unique, and each drawing is spoken to in its own dialect."""

import json

import pytest

from app.catalog import Published
from app.engine.read.dialects import read_facts
from app.engine.read.xml import parse_xml
from app.forms import Form
from app.studio.editing import FileInUse, FileMissing, added, copied, made_form, made_table, removed, rooms_of, titled
from app.studio.editing.linking import linked
from app.studio.editing.tables import Row, as_tests

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DIALECTS = {
    "zeebe": 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
    "camunda": 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"',
    "flowable": 'xmlns:flowable="http://flowable.org/bpmn"',
    "spiff": 'xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core"',
    "plain": "",
}


def drawing(dialect="zeebe", extra=""):
    return f"""<definitions xmlns="{BPMN}" {DIALECTS[dialect]} targetNamespace="x"><process id="P">
<startEvent id="S"/><userTask id="Check" name="Check the budget"><documentation>Look</documentation>{extra}</userTask>
<businessRuleTask id="Rule" name="Find the limit"/></process></definitions>""".encode()


def service(dialect="zeebe", **files):
    spec = {"slug": "equipment", "id": "IT-03", "kind": "request", "department": "it", "owner": "omar", "texts": {},
            "diagram": "a.bpmn", "process": "P", "forms": {}, "names": {"Check": {"fa": "بررسی بودجه"}}}
    return spec, {"a.bpmn": drawing(dialect), **{name.replace("_", "."): data for name, data in files.items()}}


def after(spec, files, change):
    there = {path: data for path, data in {**files, **change.files}.items() if data is not None}
    return {**spec, **change.spec}, there


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_step_gets_its_form_in_the_dialect_of_its_drawing(dialect):
    spec, files = service(dialect)
    change = made_form(spec, files, rooms_of(spec, files), "Check")
    spec, files = after(spec, files, change)
    facts = read_facts(parse_xml("a.bpmn", files["a.bpmn"]))
    assert facts["Check"].form == "equipment-check-the-budget"
    assert change.path == "forms/it/equipment-check-the-budget.form"
    assert spec["forms"] == {change.path: "equipment-check-the-budget"}
    assert Form.read(files[change.path]).title("fa") == "بررسی بودجه"
    room = rooms_of(spec, files)
    assert [one.element for one in room.asking(change.path)] == ["Check"]
    assert [one.element for one in room.asked if one.missing] == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_rule_task_gets_its_table(dialect):
    spec, files = service(dialect)
    change = made_table(spec, files, rooms_of(spec, files), "Rule")
    spec, files = after(spec, files, change)
    assert read_facts(parse_xml("a.bpmn", files["a.bpmn"]))["Rule"].decision == "find_the_limit"
    assert [one.element for one in rooms_of(spec, files).asking(change.path)] == ["Rule"]
    assert spec["uses"] == [change.path]


def test_another_form_takes_the_place_of_the_one_named_before():
    extra = '<extensionElements><zeebe:formDefinition formId="old"/></extensionElements>'
    text = linked(drawing("zeebe", extra), "Check", "new").decode()
    assert text.count("formDefinition") == 1
    assert 'formId="new"' in text
    assert text.index("documentation") < text.index("extensionElements")
    with pytest.raises(KeyError):
        linked(drawing(), "Nobody", "new")


def test_a_named_form_that_is_missing_is_made_under_that_name():
    extra = '<extensionElements><zeebe:formDefinition formId="budget"/></extensionElements>'
    spec, files = service()
    files["a.bpmn"] = drawing("zeebe", extra)
    room = rooms_of(spec, files)
    assert [(one.element, one.missing) for one in room.asked if one.reference] == [("Check", True)]
    change = made_form(spec, files, room, "Check")
    assert json.loads(change.files[change.path])["id"] == "budget"
    assert "a.bpmn" not in change.files


def test_the_start_gets_the_form_of_the_request():
    spec, files = service()
    change = made_form(spec, files, rooms_of(spec, files), "S")
    spec, files = after(spec, files, change)
    assert spec["form"] == change.path
    assert [one.start for one in rooms_of(spec, files).asking(change.path)] == [True]


def test_ids_and_paths_are_never_taken_twice():
    spec, files = service()
    for _ in range(3):
        spec, files = after(spec, files, made_form(spec, files, rooms_of(spec, files), title="Extra"))
    assert sorted(spec["forms"].values()) == ["equipment-extra", "equipment-extra-2", "equipment-extra-3"]
    assert len([path for path in files if path.endswith(".form")]) == 3
    for _ in range(2):
        spec, files = after(spec, files, made_table(spec, files, rooms_of(spec, files), title="Limit"))
    assert sorted(id for sheet in rooms_of(spec, files).tables.values() for id in sheet.ids) == ["limit", "limit-2"]


def test_a_copied_table_has_ids_of_its_own():
    spec, files = service()
    spec, files = after(spec, files, made_table(spec, files, rooms_of(spec, files), title="Limit"))
    [path] = rooms_of(spec, files).tables
    spec, files = after(spec, files, copied(spec, files, rooms_of(spec, files), path))
    assert sorted(sheet.ids[0] for sheet in rooms_of(spec, files).tables.values()) == ["limit", "limit-2"]


def test_what_is_used_stays_and_says_where():
    spec, files = service()
    change = made_form(spec, files, rooms_of(spec, files), "Check")
    spec, files = after(spec, files, change)
    with pytest.raises(FileInUse, match="بررسی بودجه"):
        removed(spec, files, rooms_of(spec, files), change.path, "fa")
    with pytest.raises(FileMissing):
        titled(files, rooms_of(spec, files), "forms/no.form", "x")


@pytest.mark.parametrize(("language", "title", "stands"), [
    ("en", "More of it", {"title": "More of it"}),
    ("fa", "بیشتر", {"title": "Extra", "titles": {"fa": "بیشتر"}}),
    ("fa", "SAP", {"title": "Extra", "titles": {"fa": "SAP"}}),
])
def test_a_title_is_changed_in_the_language_of_who_reads_it(language, title, stands):
    spec, files = service()
    made = made_form(spec, files, rooms_of(spec, files), title="Extra")
    spec, files = after(spec, files, made)
    change = titled(files, rooms_of(spec, files), made.path, title, language)
    schema = json.loads(change.files[made.path])
    assert {key: schema[key] for key in ("title", "titles") if key in schema} == stands


def test_a_form_named_in_persian_gets_its_english_beside_it():
    spec, files = service()
    made = made_form(spec, files, rooms_of(spec, files), title="فرم تازه")
    spec, files = after(spec, files, made)
    change = titled(files, rooms_of(spec, files), made.path, "New form", "en")
    schema = json.loads(change.files[made.path])
    assert (schema["title"], schema["titles"]) == ("فرم تازه", {"en": "New form"})
    assert rooms_of(spec, {**files, **change.files}).forms[made.path].title("en") == "New form"


def test_broken_files_are_told_and_stop_nothing():
    spec, files = service(bad_form=b"{", worse_dmn=b"<a", list_form=b"[]")
    room = rooms_of(spec, files)
    assert set(room.broken) == {"bad.form", "worse.dmn", "list.form"}
    assert [one.element for one in room.asked] == ["S", "Check", "Rule"]


def test_an_uploaded_form_without_an_id_gets_one():
    spec, files = service()
    change = added(spec, files, rooms_of(spec, files), "C:\\My form.form", b'{"components": []}')
    assert change.path == "forms/it/my-form.form"
    assert json.loads(change.files[change.path])["id"] == "my-form"


def test_a_service_with_tests_beside_its_table_still_runs():
    spec, files = service()
    spec, files = after(spec, files, made_table(spec, files, rooms_of(spec, files), "Rule"))
    [path] = rooms_of(spec, files).tables
    files[path.replace(".dmn", "-test.xml")] = as_tests("x.dmn", [Row("Find the limit", "a", {"b": "1"}, {})], {})
    assert Published(0, 1, spec, files).diagram.process == "P"
