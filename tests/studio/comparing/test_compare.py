"""What is told of two versions, and what is not worth telling."""

import json
import re
from pathlib import Path

import pytest

from app.catalog import Published, draft
from app.studio.comparing import compare, picture

ROOT = Path(__file__).parents[3]
DRAWING = "workflows/it/equipment.bpmn"
FORM = "forms/it/equipment.form"


@pytest.fixture(scope="module")
def old() -> Published:
    return draft(ROOT, "equipment")


@pytest.fixture
def new(old):
    """`new(old text, new text, path)`: the same service with one thing written differently; or with other words."""
    def make(before="", after="", path=DRAWING, **spec):
        text = old.files[path].decode()
        assert before in text
        return Published(0, 2, {**old.spec, **spec}, {**old.files, path: text.replace(before, after, 1).encode()})

    return make


def told(difference) -> dict:
    return {(one.kind, one.id): (one.state, [aspect.key for aspect in one.aspects]) for one in difference.changes}


def test_a_version_differs_in_nothing_from_itself(old):
    assert not compare(old, old)


def test_where_an_element_lies_is_no_difference(old, new):
    shape = re.search(r'<dc:Bounds x="(\d+)"', old.files[DRAWING].decode())
    assert not compare(old, new(shape.group(), '<dc:Bounds x="7"'))


def test_where_a_name_breaks_into_lines_is_no_difference(old, new):
    """Another modeler wrote it with other ends of lines."""
    tag = re.search(r'<bpmn:userTask id="Check_stock" name="(\S+) ([^"]+)"', old.files[DRAWING].decode())
    assert not compare(old, new(tag.group(), tag.group().replace(f"{tag[1]} {tag[2]}", f"{tag[1]}&#xD;&#xA;{tag[2]}")))


def test_a_name_a_form_and_a_due_time_are_told_with_what_was_before(old, new):
    tag = re.search(r'<bpmn:userTask id="(Check_stock)" name="([^"]+)"', old.files[DRAWING].decode())
    difference = compare(old, new(tag.group(2), "Look into the store"))
    assert told(difference)["element", "Check_stock"] == ("changed", ["name"])
    change = next(one for one in difference.of("element") if one.id == "Check_stock")
    assert (change.aspects[0].before, change.aspects[0].after) == (tag.group(2), "Look into the store")
    assert difference.counts["changed"] == 1
    difference = compare(old, new('formId="equipment-stock"', 'formId="equipment-deliver"'))
    assert told(difference) == {("element", "Check_stock"): ("changed", ["form"])}


def test_new_and_gone_elements_take_their_arrows_with_them(old, new):
    end = '<bpmn:endEvent id="More" name="More"/>'
    text = re.search(r"(<bpmn:sequenceFlow id=\"(\w+)\"[^>]*targetRef=\"(\w+)\"[^>]*/>)", old.files[DRAWING].decode())
    difference = compare(old, new(text.group(1), end))
    assert told(difference)["element", "More"] == ("new", [])
    assert told(difference)["flow", text.group(2)] == ("gone", [])
    assert difference.counts == {"new": 1, "changed": 0, "gone": 0}
    assert difference.marks["More"] == "new"


def test_a_condition_is_a_change_of_its_arrow(old, new):
    found = re.search(r"tFormalExpression\">(=[^<]+)</bpmn:conditionExpression>", old.files[DRAWING].decode())
    difference = compare(old, new(found.group(1), "=false"))
    assert [(one.kind, one.state, [aspect.key for aspect in one.aspects]) for one in difference.changes] == [
        ("flow", "changed", ["condition"])]


def test_fields_are_told_one_by_one(old, new):
    schema = json.loads(old.files[FORM])
    first = next(one for one in schema["components"][0]["components"] if one.get("key"))
    first["label"] = "What is it?"
    schema["components"].append({"type": "textfield", "id": "wish", "key": "wish", "label": "Wish"})
    changed = Published(0, 2, old.spec, {**old.files, FORM: json.dumps(schema).encode()})
    assert told(compare(old, changed)) == {
        ("field", f"{FORM}#{first['key']}"): ("changed", ["name"]), ("field", f"{FORM}#wish"): ("new", [])}


def test_the_order_of_fields_counts_when_nothing_else_happened(old):
    schema = json.loads(old.files[FORM])
    schema["components"].reverse()
    turned = Published(0, 2, old.spec, {**old.files, FORM: json.dumps(schema).encode()})
    assert told(compare(old, turned))["form", FORM] == ("changed", ["order"])


def test_a_form_that_is_gone_is_one_change(old):
    files = {path: data for path, data in old.files.items() if path != "forms/it/equipment-stock.form"}
    difference = compare(old, Published(0, 2, old.spec, files))
    assert told(difference) == {("form", "forms/it/equipment-stock.form"): ("gone", [])}


TABLE = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
<decision id="limit" name="Limit"><decisionTable id="t"><input id="i" label="Level"><inputExpression id="e">
<text>level</text></inputExpression></input><output id="o" name="limit"/><rule id="r"><inputEntry id="a">
<text>&lt; 10</text></inputEntry>
<outputEntry id="b"><text>1500</text></outputEntry></rule></decisionTable></decision></definitions>"""


def test_rows_of_a_table_are_told(old):
    one, other = (Published(0, 1, old.spec, {**old.files, "workflows/it/limit.dmn": text.encode()})
                  for text in (TABLE, TABLE.replace("1500", "2000")))
    (change,) = compare(one, other).changes
    assert (change.kind, change.name("en"), [aspect.key for aspect in change.aspects]) == ("table", "Limit", ["rows"])
    assert (change.aspects[0].before, change.aspects[0].after) == ("< 10 | 1500", "< 10 | 2000")


def test_words_audience_lanes_and_walks_are_told(old, new):
    english = {**old.spec["texts"]["en"], "summary": "Things to work with."}
    difference = compare(old, new(
        texts={**old.spec["texts"], "en": english}, audience="managers",
        lanes={**old.spec["lanes"], next(iter(old.spec["lanes"])): '=group("security")'}, walks=old.spec["walks"][1:],
        names={**old.spec["names"], "Check_stock": {"fa": "انبار"}}))
    kinds = {(one.kind, one.state, *(aspect.key for aspect in one.aspects)) for one in difference.changes}
    assert kinds == {("text", "changed", "summary"), ("setting", "changed", "value"), ("lane", "changed", "who"),
                     ("walk", "gone"), ("element", "changed", "words")}


def test_the_picture_shows_what_is_gone(old, new):
    text = old.files[DRAWING].decode()
    gone = re.search(r"<bpmn:userTask id=\"Check_stock\".*?</bpmn:userTask>\s*", text, re.S).group()
    changed = new(gone, "")
    files = {**changed.files, DRAWING: re.sub(
        r"<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"Check_stock\".*?</bpmndi:BPMNShape>", "",
        changed.files[DRAWING].decode(), flags=re.S).encode()}
    changed = Published(0, 2, changed.spec, files)
    difference = compare(old, changed)
    assert told(difference)["element", "Check_stock"] == ("gone", [])
    shown = picture(old, changed, difference)
    assert shown.count('bpmnElement="Check_stock"') == 1
    assert "taskDefinition" not in shown[shown.index('id="Check_stock"'):][:400]


def test_a_drawing_that_cannot_be_read_does_not_stop_the_comparison(old, new):
    difference = compare(old, Published(0, 2, {**old.spec, "audience": "managers"}, {**old.files, DRAWING: b"<broken"}))
    assert told(difference) == {("setting", "audience"): ("changed", ["value"])}
    assert picture(old, Published(0, 2, old.spec, {**old.files, DRAWING: b"<broken"}), difference) == ""
