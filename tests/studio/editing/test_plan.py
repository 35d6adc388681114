"""Renaming a key: everything that reads it follows, there and back is the same, and requests go the same way."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalog import Published, draft, play
from app.studio.editing.renaming import KeyKnown, KeyTaken, KeyUnfit, plan
from app.studio.editing.renaming.reach import keys_of, schemas

ROOT = Path(__file__).parents[3]
AUTUMN = datetime(2026, 11, 21, 8, tzinfo=UTC)
SLUGS = ("leave", "equipment", "problem", "new-employee", "contract-review", "purchase", "request")
KNOWN = {"requester": "sara", "beneficiary": "sara", "number": "REQ-1", "site": "tehran", "department": "hr",
         "cost_centre": "cc-hr"}
service = cache(lambda slug: draft(ROOT, slug))


def renamed(spec, files, *asked):
    made = plan(spec, files, *asked)
    return {**spec, **made.spec}, {**files, **made.files}, made


def answers(slug):
    return [(id, path) for id, (_, schema) in sorted(schemas(service(slug).files).items()) for path in keys_of(schema)]


@settings(max_examples=6)
@given(st.sampled_from(SLUGS), st.data(), st.sampled_from(["zort", "zort_2", "Zort"]))
def test_there_and_back_is_the_same_service(slug, data, new):
    one = service(slug)
    id, path = data.draw(st.sampled_from(answers(slug)))
    try:
        spec, files, _ = renamed(one.spec, one.files, id, path, new)
    except KeyKnown:
        return
    back_spec, back_files, _ = renamed(spec, files, id, (*path[:-1], new), path[-1])
    assert back_files == one.files
    assert back_spec == one.spec


@pytest.mark.parametrize(("slug", "form", "key"), [
    ("leave", "leave", "kind"), ("leave", "leave", "from_date"), ("leave", "leave-balance", "overlap"),
    ("problem", "problem", "can_work"), ("equipment", "equipment-stock", "in_stock"),
])
def test_walks_go_the_same_way_with_the_new_key(slug, form, key):
    one = service(slug)
    spec, files, made = renamed(one.spec, one.files, form, (key,), "zort")
    assert made.changes
    for before, after in zip(one.walks, spec["walks"], strict=True):
        assert way(Published(0, 1, spec, files), after) == way(one, before)


def way(version, walk):
    walked = play(version, walk, facts=KNOWN, resolve=lambda who, data: ["nadia"], now=AUTUMN)
    return walked.path, walked.end, walked.open


def test_everything_that_names_it_is_listed_with_before_and_after():
    one = service("leave")
    made = plan(one.spec, one.files, "leave", ("to_date",), "last_day")
    assert {seen.what for seen in made.changes} >= {"key", "formula", "correct", "notice"} - {"notice"}
    told = [seen for seen in made.changes if seen.what != "walk"]
    assert all("last_day" in seen.after and "last_day" not in seen.before for seen in told)
    drawing = made.files["workflows/hr/leave.bpmn"].decode()
    assert "to_date" not in drawing
    assert "{answer:last_day}" in drawing
    assert 'value="kind,from_date,last_day,hours,half_day,stand_in,contact_on_leave,reason"' in drawing
    assert "to_date" not in json.dumps([made.spec["walks"]])


def test_a_name_that_is_taken_or_unfit_is_refused():
    one = service("leave")
    with pytest.raises(KeyTaken, match="from_date"):
        plan(one.spec, one.files, "leave", ("to_date",), "from_date")
    with pytest.raises(KeyUnfit):
        plan(one.spec, one.files, "leave", ("to_date",), "to date")
    with pytest.raises(KeyKnown):
        plan(one.spec, one.files, "leave", ("to_date",), "beneficiary")
    with pytest.raises(KeyError):
        plan(one.spec, one.files, "leave", ("nothing",), "something")


TABLE = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
<inputData id="in" name="kind"><variable id="v" name="kind"/></inputData><decision id="limit" name="Limit">
<decisionTable id="t">
<input id="i" label="kind"><inputExpression id="e"><text>kind</text></inputExpression></input>
<output id="o" name="limit"/><rule id="r"><inputEntry id="a"><text>"kind"</text></inputEntry>
<outputEntry id="b"><text>if kind = "x" then 1 else 2</text></outputEntry></rule></decisionTable></decision>
</definitions>"""
DRAWING = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
 xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x"><process id="P"><startEvent id="S"/>
<businessRuleTask id="R"><extensionElements><zeebe:calledDecision decisionId="limit" resultVariable="limit"/>
</extensionElements></businessRuleTask>
<scriptTask id="C" scriptFormat="python"><script>kind = kind.upper()
note = data["kind"]</script></scriptTask>
<userTask id="L" camunda:formRef="ask" camunda:dueDate="${kind}"/>
<serviceTask id="I"><extensionElements><zeebe:ioMapping>
<zeebe:input source="=kind" target="kind"/>
<zeebe:input source="=kind + 1" target="b"/></zeebe:ioMapping></extensionElements></serviceTask>
<sequenceFlow id="F" sourceRef="S" targetRef="R">
<conditionExpression>kind == "kind"</conditionExpression></sequenceFlow>
</process><process id="Q"><task id="T"/><sequenceFlow id="G"><conditionExpression>kind == 1</conditionExpression>
</sequenceFlow></process></definitions>"""
FORM = {"type": "default", "id": "ask", "components": [
    {"type": "textfield", "id": "k", "key": "kind", "label": "kind"},
    {"type": "dynamiclist", "id": "rows", "path": "lines", "components": [
        {"type": "number", "id": "n", "key": "amount", "conditional": {"hide": "=this.amount > 1 and kind = \"x\""}}]},
    {"type": "text", "id": "t", "text": "kind: {{kind}}, {{sum(lines.amount)}}"}]}


def small():
    spec = {
        "slug": "x", "department": "it", "diagram": "x.bpmn", "process": "P", "form": "ask.form",
        "forms": {"ask.form": "ask"}, "title": "words.kind + kind", "lanes": {"a": "=manager(kind)", "b": "group:kind"},
        "walks": [{"answers": {"kind": "x", "lines": [{"amount": 1}]},
                   "steps": [{"step": "L", "answers": {"kind": "y"}}]}],
    }
    return spec, {"x.bpmn": DRAWING.encode(), "t.dmn": TABLE.encode(), "ask.form": json.dumps(FORM, indent=1).encode()}


def test_tables_scripts_titles_and_lanes_follow_and_other_processes_stay():
    spec, files = small()
    spec, files, made = renamed(spec, files, "ask", ("kind",), "sort")
    drawing, table = files["x.bpmn"].decode(), files["t.dmn"].decode()
    assert '<script>sort = sort.upper()\nnote = data["kind"]</script>' in drawing
    assert 'camunda:dueDate="${sort}"' in drawing
    assert '<zeebe:input source="=sort" target="kind"/>' in drawing
    assert '<conditionExpression>sort == "kind"</conditionExpression>' in drawing
    assert "<conditionExpression>kind == 1</conditionExpression>" in drawing
    assert 'name="sort"><variable id="v" name="sort"/>' in table
    assert "<text>sort</text>" in table
    assert '<text>"kind"</text>' in table
    assert '<text>if sort = "x" then 1 else 2</text>' in table
    assert spec["title"] == "words.sort + sort"
    assert spec["lanes"] == {"a": "=manager(sort)", "b": "group:kind"}
    assert spec["walks"][0]["answers"] == {"sort": "x", "lines": [{"amount": 1}]}
    assert spec["walks"][0]["steps"][0]["answers"] == {"sort": "y"}
    form = json.loads(files["ask.form"])
    assert (form["components"][0]["key"], form["components"][0]["label"]) == ("sort", "kind")
    assert form["components"][1]["components"][0]["conditional"]["hide"] == '=this.amount > 1 and sort = "x"'
    assert form["components"][2]["text"] == "kind: {{sort}}, {{sum(lines.amount)}}"
    assert [seen.element for seen in made.doubts] == ["C"]


def test_a_field_of_rows_follows_by_its_whole_path():
    spec, files = small()
    spec, files, _ = renamed(spec, files, "ask", ("lines", "amount"), "price")
    form = json.loads(files["ask.form"])
    assert form["components"][1]["components"][0]["key"] == "price"
    assert form["components"][1]["components"][0]["conditional"]["hide"] == '=this.price > 1 and kind = "x"'
    assert form["components"][2]["text"] == "kind: {{kind}}, {{sum(lines.price)}}"
    assert spec["walks"][0]["answers"]["lines"] == [{"price": 1}]
