"""What BPMN allows and work does not forgive."""

import json

import pytest

from app.engine import read_bundle
from app.engine.check import check
from app.engine.check.gaps import uncovered
from tests.engine.drawing import HEAD, START, bundle, ends, flows, person, script

OWNED = '<extensionElements><zeebe:assignmentDefinition assignee="sara"/></extensionElements>'
FORMED = '<extensionElements><zeebe:formDefinition formId="leave"/></extensionElements>'
CONDITION = "<conditionalEventDefinition><condition>{}</condition></conditionalEventDefinition>"


def found(body: str, outside: str = "", severity: str = "") -> set[tuple[str, str]]:
    findings = check(bundle(body, outside))
    return {(one.rule, one.element) for one in findings if not severity or one.severity == severity}


def rules(body: str, outside: str = "") -> set[str]:
    return {rule for rule, _ in found(body, outside)}


def test_a_step_no_way_leads_to():
    body = START + '<task id="a"/><task id="b"/>' + flows("s e", "a b", "b e") + ends("e")
    assert ("unreachable", "b") in found(body)


def test_a_circle_without_a_way_out_is_an_error():
    body = START + '<task id="a"/><task id="b"/>' + flows("s a", "a b", "b a")
    assert ("no-way-to-an-end", "a") in found(body, severity="error")


def test_a_circle_with_a_way_out_is_none():
    body = START + '<task id="a"/><exclusiveGateway id="g" default="g_a"/>'
    assert "no-way-to-an-end" not in rules(body + flows("s a", "a g", "g a", "g e: done") + ends("e"))


def test_a_parallel_join_after_a_choice_waits_for_ever():
    body = START + '<exclusiveGateway id="g" default="g_b"/><task id="a"/><task id="b"/><parallelGateway id="j"/>'
    body += flows("s g", "g a: n > 1", "g b", "a j", "b j", "j e") + ends("e")
    assert ("join-waits-for-ever", "j") in found(body)


def test_a_parallel_join_after_a_split_does_not():
    body = START + '<parallelGateway id="g"/><task id="a"/><task id="b"/><parallelGateway id="j"/>'
    assert "join-waits-for-ever" not in rules(body + flows("s g", "g a", "g b", "a j", "b j", "j e") + ends("e"))


@pytest.mark.parametrize(
    ("conditions", "missed"),
    [
        (["amount > 10", "amount < 10"], "amount = 10"),
        (["amount > 10", "amount <= 10"], ""),
        (["n >= 5", "n < 3"], "n = 3"),
        (['kind = "a"', 'kind = "b"'], "kind = …"),
        (['kind = "a"', 'kind != "a"'], ""),
        (["ok = true", "ok = false"], ""),
        (["ok == True", "ok == True"], "ok = False"),
        (["approved", "not approved"], ""),
        (["approved", "not(approved)"], ""),
        (["a > 1", "b > 1"], None),
        (["f(x)", "g(x)"], None),
    ],
)
def test_what_conditions_leave_uncovered(conditions, missed):
    assert uncovered(conditions) == missed


def test_a_gap_is_told_at_the_gateway_and_a_default_closes_it():
    ways = flows("s g", "g a: =amount &gt; 10".replace("&gt;", ">"), "g b: =amount < 10") + ends("a", "b")
    assert ("gateway-gap", "g") in found(START + '<exclusiveGateway id="g"/>' + ways)
    assert "gateway-gap" not in rules(START + '<exclusiveGateway id="g" default="g_b"/>' + ways)


def test_a_gateway_without_conditions_is_told():
    assert ("flow-without-condition", "g") in found(
        START + '<exclusiveGateway id="g"/>' + flows("s g", "g a", "g b") + ends("a", "b")
    )


def test_a_task_nobody_has():
    assert ("task-without-owner", "t") in found(START + person("t") + flows("s t"))
    assert "task-without-owner" not in rules(START + person("t", OWNED) + flows("s t"))
    lane = '<laneSet id="l"><lane id="sales"><flowNodeRef>t</flowNodeRef></lane></laneSet>'
    assert "task-without-owner" not in rules(lane + START + person("t") + flows("s t"))


def test_a_task_with_nothing_to_fill_in():
    assert ("task-without-form", "t") in found(START + person("t") + flows("s t"))
    assert "task-without-form" not in rules(START + person("t", FORMED) + flows("s t"))


def test_a_form_that_is_not_among_the_files():
    body = START + person("t", FORMED) + flows("s t")
    assert ("form-not-found", "t") in found(body)
    text = f'{HEAD}<process id="p" isExecutable="true">{body}</process></definitions>'
    form = json.dumps({"id": "leave", "components": []})
    whole = read_bundle({"m.bpmn": text.encode(), "leave.form": form.encode()}, trusted=True)
    assert "form-not-found" not in {one.rule for one in check(whole)}


MESSAGE = '<message id="m" name="order"/>'
SENT = '<intermediateThrowEvent id="x"><messageEventDefinition messageRef="m"/></intermediateThrowEvent>'
AWAITED = '<intermediateCatchEvent id="y"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>'


def test_messages_with_one_end():
    assert ("message-without-receiver", "x") in found(START + SENT + flows("s x"), MESSAGE)
    assert ("message-without-sender", "y") in found(START + AWAITED + flows("s y"), MESSAGE)


def test_a_message_that_the_caller_sends_has_its_sender():
    text = f'{HEAD}{MESSAGE}<process id="p" isExecutable="true">{START}{AWAITED}{flows("s y")}</process></definitions>'
    whole = read_bundle({"m.bpmn": text.encode()}, trusted=True)
    assert "message-without-sender" in {one.rule for one in check(whole, frozenset(["bill"]))}
    assert "message-without-sender" not in {one.rule for one in check(whole, frozenset(["order"]))}


def test_messages_with_two_ends():
    both = rules(START + SENT + AWAITED + flows("s x", "x y"), MESSAGE)
    assert not both & {"message-without-sender", "message-without-receiver"}


def test_a_message_from_a_drawn_partner_is_expected():
    pools = '<collaboration id="c"><participant id="a" processRef="p"/><participant id="b"/>'
    pools += '<messageFlow id="f" sourceRef="b" targetRef="y"/></collaboration>'
    assert "message-without-sender" not in rules(START + AWAITED + flows("s y"), MESSAGE + pools)


@pytest.mark.parametrize("condition", ["amount >", "=amount >", "${amount.doIt()}", "if so"])
def test_conditions_that_cannot_be_read(condition):
    body = (
        START + '<exclusiveGateway id="g" default="g_b"/>' + flows("s g", "g a: " + condition, "g b") + ends("a", "b")
    )
    assert ("expression-broken", "g_a") in found(body, severity="error")


@pytest.mark.parametrize("code", ["a = ", "def f(:", "for x in"])
def test_scripts_that_cannot_be_read(code):
    assert ("script-broken", "t") in found(START + script("t", code) + flows("s t"), severity="error")


@pytest.mark.parametrize("code", ["open('/etc/passwd')", "x = ().__class__", "exec('1')", "__import__('os')"])
def test_scripts_that_reach_out(code):
    assert ("script-reaches-out", "t") in found(START + script("t", code) + flows("s t"))


def test_a_script_that_never_ends():
    assert ("script-endless", "t") in found(START + script("t", "while True:\n    a = 1") + flows("s t"))
    assert "script-endless" not in rules(START + script("t", "while True:\n    break") + flows("s t"))


def test_a_condition_in_plain_words_only_never_happens():
    event = f'<intermediateCatchEvent id="c">{CONDITION.format("when it rains")}</intermediateCatchEvent>'
    assert ("expression-broken", "c") in found(START + event + flows("s c", "c e") + ends("e"), severity="warning")


def test_a_name_nothing_writes():
    body = START + script("t", "total = amont * 2") + flows("s t", "t e") + ends("e")
    (one,) = [one for one in check(bundle(body)) if one.rule == "name-never-written"]
    assert (one.element, one.params["variable"]) == ("t", "amont")


def test_names_that_are_written_or_given():
    body = START + script("t", "total = sum([n for n in (1, 2)])\nwho = requester") + script("u", "half = total / 2")
    assert "name-never-written" not in rules(body + flows("s t", "t u", "u e") + ends("e"))


def test_a_form_writes_the_names_of_its_fields():
    form = {"id": "leave", "components": [{"type": "group", "components": [{"key": "days", "type": "number"}]}]}
    body = START + person("t", FORMED) + script("u", "left = 20 - days") + flows("s t", "t u", "u e") + ends("e")
    text = f'{HEAD}<process id="p" isExecutable="true">{body}</process></definitions>'
    files = {"m.bpmn": text.encode(), "leave.form": json.dumps(form).encode()}
    assert "name-never-written" not in {one.rule for one in check(read_bundle(files, trusted=True))}


def test_two_branches_that_write_one_variable():
    split = START + '<parallelGateway id="g"/><parallelGateway id="j"/>'
    ways = flows("s g", "g a", "g b", "a j", "b j", "j e") + ends("e")
    assert ("parallel-writes", "g") in found(split + script("a", "x = 1") + script("b", "x = 2") + ways)
    assert "parallel-writes" not in rules(split + script("a", "x = 1") + script("b", "y = 2") + ways)


def test_writing_one_after_the_other_is_fine():
    body = START + script("a", "x = 1") + script("b", "x = 2") + flows("s a", "a b", "b e") + ends("e")
    assert "parallel-writes" not in rules(body)


def test_a_sound_model_has_nothing_to_mend():
    task = '<extensionElements><zeebe:formDefinition formId="f"/><zeebe:assignmentDefinition assignee="sara"/>'
    body = START + person("t", task + "</extensionElements>") + flows("s t", "t e") + ends("e")
    text = f'{HEAD}<process id="p" isExecutable="true">{body}</process></definitions>'
    whole = read_bundle({"m.bpmn": text.encode(), "f.form": b'{"id": "f", "components": []}'}, trusted=True)
    assert not check(whole) and not whole.repairs


def test_what_only_another_engine_does_is_told():
    listener = '<extensionElements><camunda:executionListener class="a.B" event="start"/></extensionElements>'
    body = START + f'<serviceTask id="t" camunda:class="org.acme.Ship">{listener}</serviceTask>'
    body += '<callActivity id="c" camunda:caseRef="claim"/>' + flows("s t", "t c", "c e") + ends("e")
    assert {("listener-not-run", "t"), ("java-as-outside-call", "t"), ("case-not-called", "c")} <= found(body)


OUTCOMES = '<extensionElements><zeebe:properties><zeebe:property name="outcomes" value="yes,no"/></zeebe:properties>{}'
OUTCOMES += "</extensionElements>"
OUTSIDE = '<messageEventDefinition messageRef="m"/>'
RENAMED = '<zeebe:ioMapping><zeebe:output source="=outcome" target="said"/></zeebe:ioMapping>'


def decision(*conditions: str, more: str = "", default: str = "") -> str:
    body = START + person("t", OUTCOMES.format(more)) + f'<exclusiveGateway id="g" name="Well?" {default}/>'
    ways = [f"g e{number}{condition and ': ' + condition}" for number, condition in enumerate(conditions)]
    return body + flows("s t", "t g", *ways) + ends(*(f"e{number}" for number in range(len(conditions))))


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (decision('=outcome = "yes"', '=outcome = "maybe"'), "no"),
        (decision('outcome == "no"', 'outcome == "perhaps"'), "yes"),
        (decision('=said = "yes"', '=said = "x"', more=RENAMED), "no"),
        (decision('=outcome = "yes"', '=outcome = "no"'), None),
        (decision('=outcome = "yes"', '=outcome != "yes"'), None),
        (decision('=outcome = "yes"', "", default='default="g_e1"'), None),
        (decision('=outcome = "yes"', "=amount > 5"), None),
        (decision('=other = "yes"', '=other = "x"'), None),
    ],
)
def test_every_decision_of_a_task_leads_somewhere(body, lost):
    told = [one.params["outcome"] for one in check(bundle(body)) if one.rule == "outcome-leads-nowhere"]
    assert told == ([lost] if lost else [])


def test_a_wait_for_the_outside_has_a_limit():
    wait = f'<intermediateCatchEvent id="c">{OUTSIDE}</intermediateCatchEvent>' + flows("s c", "c e") + ends("e")
    assert ("wait-without-limit", "c") in found(START + wait, '<message id="m"/>', "warning")
    event = f'<intermediateCatchEvent id="c">{OUTSIDE}</intermediateCatchEvent>'
    inside = '<startEvent id="i"/>' + event + flows("i c", "c o") + ends("o")
    timer = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"
    around = f'<subProcess id="x">{inside}</subProcess><boundaryEvent id="b" attachedToRef="x">{timer}</boundaryEvent>'
    body = START + around + flows("s x", "x y", "b y") + ends("y")
    assert "wait-without-limit" not in rules(body, '<message id="m"/>')


def test_a_decision_without_a_name_is_a_hint_and_a_join_is_none():
    body = START + '<exclusiveGateway id="g" default="g_j"/><exclusiveGateway id="j"/><task id="t"/>'
    body += flows("s g", "g j", "g t: n > 1", "t j", "j e") + ends("e")
    assert {one for one in found(body, severity="info") if one[0] == "gateway-unnamed"} == {("gateway-unnamed", "g")}
