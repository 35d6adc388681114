"""Tasks, loops, sub-processes and calls of BPMN, one small model each."""

import pytest

from app.engine import Run, check, compile_bundle, simulate
from tests.engine.constructs import PARTLY, RUNS, Construct, partly, refused, runs, shows
from tests.engine.drawing import (
    NOW,
    START,
    again,
    bundle,
    diagram,
    done,
    ends,
    flows,
    opened,
    path,
    person,
    script,
    started,
)

LINE = ends("e") + flows("s u", "u e")
COUNT = script("u", "n = n + 1")
SIGNAL = '<signalEventDefinition signalRef="{}"/>'
OUTSIDE = '<message id="M" name="order"/><signal id="S" name="one"/><signal id="S2" name="two"/>'


def looped(tag, inside, attributes=""):
    body = f'<{tag} id="u" {attributes}>{inside}</{tag}>'
    return START + body + LINE


@runs("Abstract task", "10.3.3", "passes as soon as it is reached")
@runs("Implicit start and end", "10.5.2, 10.5.3", "what has no way in begins, what has no way out ends")
def test_tasks_without_start_and_end_events():
    run = started('<task id="a"/><task id="b"/>' + flows("a b"))
    assert run.finished and [one for one in path(run) if one in "ab"] == ["a", "b"]


@shows(Construct("User task", "10.3.3"), Construct("Manual task", "10.3.3", RUNS, "somebody says that it is done"))
@pytest.mark.parametrize("tag", ["userTask", "manualTask"])
def test_people_work(tag):
    run = started(looped(tag, ""))
    assert [one.kind for one in run.steps] == [tag]
    assert done(again(run), "u", {"a": 1}).finished


@runs("Service task", "10.3.3", "a call that waits for its answer from outside")
@runs("Business rule task without a decision of the bundle", "10.3.3", "a call, like a service task")
@pytest.mark.parametrize("tag", ["serviceTask", "businessRuleTask"])
def test_outside_work(tag):
    run = started(looped(tag, ""))
    (call,) = again(run).calls
    run.complete(call.id, {"a": 1}, now=NOW)
    assert run.finished and run.data == {"a": 1}


@runs("Script task", "10.3.3", "Python in a sandbox, FEEL or JUEL")
def test_scripts():
    assert started(START + COUNT + LINE, {"n": 1}).data == {"n": 2}


@refused("Script in another language", "10.3.3", "only Python, FEEL and JUEL run here")
def test_foreign_scripts():
    body = looped("scriptTask", "<script>execution.setVariable('a', 1);</script>", 'scriptFormat="groovy"')
    assert [one for one in check(bundle(body)) if one.element == "u" and one.rule == "script-language"]


@runs("Send task", "10.3.3", "sends its message; without one it is a call")
def test_sending():
    run = Run.start(diagram(looped("sendTask", "", 'messageRef="M"'), OUTSIDE), {}, now=NOW)
    assert run.finished and [one.name for one in run.sent] == ["order"]


@runs("Start quantity and completion quantity", "10.3.2")
def test_quantities():
    tasks = '<task id="a" completionQuantity="2"/><task id="u" startQuantity="2"/>'
    run = started(START + tasks + ends("e") + flows("s a", "a u", "u e"))
    assert path(run) == ["s", "a", "u", "e"]


@refused("Quantities below 1", "table 10.3", "no number of tokens")
@pytest.mark.parametrize("name", ["startQuantity", "completionQuantity"])
def test_quantities_below_one(name):
    found = check(bundle(looped("task", "", f'{name}="0"')))
    assert [one.element for one in found if one.rule == "quantity" and one.severity == "error"] == ["u"]


INNER = '<startEvent id="is"/>' + person("i") + ends("ie") + flows("is i", "i ie")


@shows(*(Construct(name, "10.3.2, 13.3.4") for name in ("Embedded sub-process", "Transaction")))
@pytest.mark.parametrize("tag", ["subProcess", "transaction"])
def test_sub_processes(tag):
    run = again(started(looped(tag, INNER), {"a": 1}))
    assert not done(run, "i", {"b": 2}).incidents and run.finished and run.data == {"a": 1, "b": 2}


@runs("Several tokens in a sub-process", "13.3.4", "it ends with its last token")
def test_sub_processes_end_with_their_last_token():
    inner = (
        '<startEvent id="is"/>' + person("i") + person("k") + ends("ie", "ke") + flows("is i", "is k", "i ie", "k ke")
    )
    run = done(started(looped("subProcess", inner)), "i")
    assert not run.finished and done(again(run), "k").finished


def adhoc(attributes, condition="", inside=None):
    said = f"<completionCondition>{condition}</completionCondition>" if condition else ""
    return looped("adHocSubProcess", (inside or person("a") + person("b")) + said, attributes)


@runs("Ad-hoc sub-process in parallel", "10.3.2, 13.3.5", "without a completion condition everything is done once")
def test_ad_hoc_in_parallel():
    run = again(started(adhoc("")))
    assert opened(run) == ["a", "b"]
    assert done(done(run, "b"), "a").finished


@runs("Ad-hoc sub-process in sequence", "10.3.2, 13.3.5")
def test_ad_hoc_in_sequence():
    run = again(started(adhoc('ordering="Sequential"')))
    assert opened(run) == ["a"] and opened(done(run, "a")) == ["b"]
    assert done(run, "b").finished


@runs("Ad-hoc completion condition", "13.3.5", "until it holds, what people do is offered again")
@runs("Ad-hoc cancelRemainingInstances", "table 10.22")
@pytest.mark.parametrize("ordering", ["Parallel", "Sequential"])
def test_ad_hoc_work_is_offered_until_the_condition_holds(ordering):
    run = again(started(adhoc(f'ordering="{ordering}"', "n == 5"), {"n": 0}))
    for number in range(1, 6):
        run = again(run)
        assert opened(run) == (["a", "b"] if ordering == "Parallel" else ["ab"[(number - 1) % 2]])
        done(run, opened(run)[0], {"n": number})
    assert run.finished and run.data == {"n": 5}


def test_ad_hoc_work_of_several_people_is_seen_by_the_next():
    run = again(started(adhoc("", "x + y == 3"), {"x": 0, "y": 0}))
    done(done(run, "a", {"x": 1}), "b", {"y": 2})
    assert run.finished and run.data == {"x": 1, "y": 2} and not run.disputed


def test_ad_hoc_automatic_work_is_done_once_although_the_condition_never_holds():
    run = started(adhoc("", "False", script("a", "x = 1") + script("b", "y = 2")))
    assert run.finished and run.data == {"x": 1, "y": 2}


@shows(
    *(
        Construct(f"Ad-hoc sub-process with {what}", "10.3.5", "refused with a finding", "BPMN does not allow it")
        for what in ("a start event", "an end event")
    )
)
def test_ad_hoc_with_events():
    for inner in ('<startEvent id="x"/>', '<endEvent id="x"/>'):
        assert [
            one
            for one in check(bundle(adhoc("", "", person("a") + inner)))
            if one.element == "x" and one.severity == "error"
        ]


CALLED = (
    '<process id="P" isExecutable="true"><startEvent id="ps"/>'
    + person("i")
    + '<endEvent id="pe"/>'
    + flows("ps i", "i pe")
    + "</process>"
)


@runs("Call activity to a process", "10.3.6, 13.3.4")
@runs("Call activity to a process of another file", "10.3.6", "resolved over all files of the bundle")
def test_calling():
    run = again(
        Run.start(compile_bundle(bundle(looped("callActivity", "", 'calledElement="P"'), CALLED), "p"), {}, now=NOW)
    )
    assert run.steps[0].callers == ("u",) and done(run, "i", {"b": 1}).finished and run.data == {"b": 1}


@runs("Call activity with declared inputs and outputs", "10.3.6, 10.4.2", "nothing else passes")
def test_calling_with_declared_data():
    mapping = (
        '<extensionElements><zeebe:ioMapping><zeebe:input source="=a" target="x"/>'
        '<zeebe:output source="=y" target="b"/></zeebe:ioMapping></extensionElements>'
    )
    plan = compile_bundle(bundle(looped("callActivity", mapping, 'calledElement="P"'), CALLED), "p")
    run = again(Run.start(plan, {"a": 1, "secret": 2}, now=NOW))
    assert run.steps[0].data == {"x": 1}
    done(run, "i", {"y": 3, "z": 4})
    assert run.data == {"a": 1, "secret": 2, "b": 3}


GLOBALS = {
    "globalTask": 0,
    "globalUserTask": 1,
    "globalManualTask": 1,
    "globalBusinessRuleTask": 0,
    "globalScriptTask": 0,
}


@shows(*(Construct(f"Call activity to a {name}", "10.3.6") for name in GLOBALS))
@pytest.mark.parametrize("tag", GLOBALS)
def test_global_tasks(tag):
    inside = "<script>g = 1</script>" if tag == "globalScriptTask" else ""
    run = Run.start(
        diagram(looped("callActivity", "", 'calledElement="G"'), f'<{tag} id="G" name="G">{inside}</{tag}>'),
        {},
        now=NOW,
    )
    assert len(run.steps) == GLOBALS[tag] and run.finished == (tag in ("globalTask", "globalScriptTask"))


@runs(
    "Call activity to a process outside the bundle",
    "10.3.6",
    "a call of kind “process”: the product opens a case of that service",
)
def test_calling_another_service():
    (call,) = started(looped("callActivity", "", 'calledElement="equipment"')).calls
    assert (call.kind, call.topic) == ("process", "equipment")


@shows(
    Construct(
        "Version binding of calls",
        "10.3.6",
        PARTLY,
        "the bundle's own version, or what the product publishes; written bindings are kept",
    )
)
def test_bindings_are_read():
    inside = (
        '<extensionElements><zeebe:calledElement processId="equipment" bindingType="deployment"/></extensionElements>'
    )
    (call,) = started(looped("callActivity", inside)).calls
    assert call.facts.binding == "deployment"


@runs("Several sequence flows out of an activity", "13.2.1", "an implicit parallel split")
@runs("Conditional flows out of an activity", "13.2.1")
@runs("Default flow of an activity", "13.2.1")
@pytest.mark.parametrize(("n", "expected"), [(1, "ad"), (2, "bd"), (3, "cd")])
def test_flows_out_of_activities(n, expected):
    body = START + '<task id="u" default="u_c"/>' + "".join(f'<task id="{one}"/>' for one in "abcd")
    run = started(body + flows("s u", "u a: n == 1", "u b: n == 2", "u c", "u d"), {"n": n})
    assert run.finished and sorted(set(path(run)) & set("abcd")) == list(expected)


@partly("Choreographies and conversations", "11, 9", "drawings without a process to run; what they refer to is kept")
def test_choreographies_are_left_alone():
    result = simulate(bundle(looped("task", ""), '<choreography id="ch"/><collaboration id="co"/>'), "p")
    assert result["outcome"] == "finished"
