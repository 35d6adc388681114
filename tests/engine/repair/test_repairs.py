"""What is broken on the way in, and what the model does afterwards."""

from app.engine import simulate
from app.engine.bpmn import BPMN
from tests.engine.drawing import START, bundle, ends, flows, person, script


def repaired(body: str, outside: str = ""):
    found = bundle(body, outside, accept=True)
    return found, {one.rule for one in (*found.repairs, *found.accepted)}, found.models["model.bpmn"]


def find(root, kind: str, **attributes):
    wanted = attributes.items()
    return [one for one in root.iter(f"{{{BPMN}}}{kind}") if all(one.get(name) == value for name, value in wanted)]


def trace(found, **data) -> list[str]:
    return [one["element"] for one in simulate(found, data=data)["trace"]]


def test_flows_without_ids_get_one_and_are_walked():
    found, rules, _ = repaired(START + '<sequenceFlow sourceRef="s" targetRef="e"/>' + ends("e"))
    assert rules == {"id-missing"}
    assert trace(found) == ["s", "e"]


def test_twins_are_separated():
    found, rules, _ = repaired('<task id="t"/><task id="t"/>')
    assert "id-twice" in rules
    assert "t_2" in trace(found)


def test_references_lose_the_prefix_of_the_file():
    flow = '<sequenceFlow id="f" sourceRef="tns:s" targetRef="tns:e"/>'
    found, rules, _ = repaired(START + flow + ends("e"))
    assert not rules
    assert trace(found) == ["s", "e"]


def test_a_drawing_without_start_and_end_runs():
    found, rules, _ = repaired('<task id="a"/><task id="b"/>' + flows("a b"))
    assert rules == {"start-added", "end-added"}
    assert [one for one in trace(found) if one in "ab"] == ["a", "b"]


def test_a_flow_to_nowhere_is_left_out():
    found, rules, _ = repaired(START + flows("s e", "s nobody") + ends("e"))
    assert rules == {"flow-dropped"}
    assert trace(found) == ["s", "e"]


def test_a_flow_drawn_back_into_the_start_leads_to_the_step_after_it():
    body = START + script("t", "n = n + 1") + '<exclusiveGateway id="g" default="g_e"/>'
    found, rules, _ = repaired(body + flows("s t", "t g", "g s: n < 3", "g e") + ends("e"))
    assert rules == {"flow-into-start-led-on"}
    assert trace(found, n=0).count("t") == 3


def test_nothing_follows_an_end():
    found, rules, _ = repaired(START + '<task id="t"/>' + flows("s e", "e t", "s t") + ends("e"))
    assert "flow-after-end-dropped" in rules


def test_a_flow_kept_in_the_wrong_scope_is_moved():
    inner = '<subProcess id="sub"><startEvent id="s2"/><endEvent id="e2"/></subProcess>'
    found, rules, root = repaired(START + inner + flows("s sub", "sub e", "s2 e2") + ends("e"))
    assert rules == {"flow-moved"}
    assert find(root, "sequenceFlow", id="s2_e2")[0].getparent().get("id") == "sub"
    assert trace(found)[:2] == ["s", "s2"]


def test_a_default_of_another_gateway_is_dropped():
    _, rules, root = repaired(START + '<exclusiveGateway id="g" default="s_g"/>' + flows("s g", "g e") + ends("e"))
    assert "default-dropped" in rules
    assert find(root, "exclusiveGateway")[0].get("default") is None


def test_a_person_is_asked_at_an_undecided_gateway():
    body = START + '<exclusiveGateway id="g" name="Enough?"/>' + ends("yes", "no")
    body += '<sequenceFlow id="f1" name="Yes" sourceRef="g" targetRef="yes"/>'
    body += '<sequenceFlow id="f2" name="No" sourceRef="g" targetRef="no"/>'
    found, rules, _ = repaired(body + flows("s g"))
    assert rules == {"person-decides"}
    assert found.facts["Choose_g"].properties["outcomes"] == "Yes,No"
    waiting = simulate(found)
    assert [one["element"] for one in waiting["open"]] == ["Choose_g"]
    answered = simulate(found, answers={"Choose_g": {"outcome": "No"}})
    assert answered["trace"][-1]["element"] == "no"


def test_the_only_flow_without_condition_becomes_the_default():
    body = START + '<exclusiveGateway id="g"/>' + flows("s g", "g a: n > 1", "g b") + ends("a", "b")
    found, rules, _ = repaired(body)
    assert rules == {"flow-made-default"}
    assert trace(found, n=0)[-1] == "b"


def test_a_timer_without_time_waits_a_day():
    body = START + '<intermediateCatchEvent id="t"><timerEventDefinition/></intermediateCatchEvent>'
    found, rules, _ = repaired(body + flows("s t", "t e") + ends("e"))
    assert rules == {"timer-given-a-day"}
    assert simulate(found)["trace"][-1]["at"].startswith("2027-01-05")


def test_a_message_flow_gives_both_ends_the_same_message():
    outside = (
        '<collaboration id="c"><messageFlow id="m" name="Order" sourceRef="throw" targetRef="catch"/></collaboration>'
        '<process id="q" isExecutable="true"><startEvent id="s2"/>'
        '<intermediateThrowEvent id="throw"><messageEventDefinition/></intermediateThrowEvent><endEvent id="e2"/>'
        + flows("s2 throw", "throw e2")
        + "</process>"
    )
    body = START + '<intermediateCatchEvent id="catch"><messageEventDefinition/></intermediateCatchEvent>'
    found, rules, root = repaired(body + flows("s catch", "catch e") + ends("e"), outside)
    assert rules == {"definition-added"}
    assert len({one.get("messageRef") for one in find(root, "messageEventDefinition")}) == 1
    assert "catch" in trace(found)


def test_a_boundary_event_that_reacts_to_nothing_stays_and_never_happens():
    body = START + person("t") + '<boundaryEvent id="b" attachedToRef="t"/>' + flows("s t", "t e", "b e") + ends("e")
    found, rules, root = repaired(body)
    assert rules == {"boundary-never"} and len(find(root, "boundaryEvent")) == 1
    assert [one["element"] for one in simulate(found)["open"]] == ["t"]


def test_a_boundary_event_of_nothing_stays_and_never_happens():
    event = '<boundaryEvent id="b" attachedToRef="gone"><timerEventDefinition><timeDuration>PT1H</timeDuration>'
    body = event + "</timerEventDefinition></boundaryEvent>" + person("t") + person("u") + flows("t e", "b u", "u e")
    found, rules, _ = repaired(body + ends("e"))
    assert "boundary-never" in rules
    assert [one["element"] for one in simulate(found)["open"]] == ["t"]


def test_a_catch_event_that_waits_for_nothing_is_passed():
    found, rules, _ = repaired(START + '<intermediateCatchEvent id="c"/>' + flows("s c", "c e") + ends("e"))
    assert rules == {"catch-passes"}
    assert trace(found) == ["s", "c", "e"]


def test_activities_with_nothing_behind_them_are_passed():
    body = START + '<callActivity id="c"/><scriptTask id="x"/>' + flows("s c", "c x", "x e") + ends("e")
    found, rules, _ = repaired(body)
    assert rules == {"call-without-target-passes", "script-empty-passes"}
    assert trace(found) == ["s", "c", "x", "e"]


def test_repetitions_without_a_number_are_done_once():
    many = '<task id="m"><multiInstanceLoopCharacteristics/></task>'
    loop = '<task id="l"><standardLoopCharacteristics/></task>'
    found, rules, _ = repaired(START + many + loop + flows("s m", "m l", "l e") + ends("e"))
    assert rules == {"multi-instance-once", "loop-once"}
    assert trace(found).count("m") == trace(found).count("l") == 1


def test_a_data_object_that_points_nowhere_hangs_nothing():
    body = START + '<dataObjectReference id="r" dataObjectRef="nowhere"/>'
    body += '<task id="t"><dataInputAssociation><sourceRef>gone</sourceRef></dataInputAssociation></task>'
    found, rules, _ = repaired(body + flows("s t", "t e") + ends("e"))
    assert rules == {"data-object-defined", "data-association-dropped"}
    assert trace(found) == ["s", "t", "e"]


def test_an_event_subprocess_that_cannot_begin_stays_and_never_does():
    inside = person("t") + person("u") + flows("t u")
    inside = f'<subProcess id="x" triggeredByEvent="true">{inside}</subProcess>'
    found, rules, root = repaired(START + flows("s e") + ends("e") + inside)
    assert "event-subprocess-never" in rules and len(find(root, "subProcess")) == 1
    assert trace(found) == ["s", "e"]


def test_what_bpmn_itself_allows_is_not_touched():
    body = (
        START
        + person("t")
        + '<parallelGateway id="g"/>'
        + script("a", "x = 1")
        + script("b", "y = 1")
        + flows("s t", "t g", "g a", "g b", "a e", "b e")
        + ends("e")
    )
    assert not repaired(body)[1]
