"""Sub-processes, calls, transactions, compensation, ad-hoc work."""

from app.engine import Run, compile_bundle
from tests.engine.drawing import NOW, START, again, bundle, done, ends, flows, opened, path, person, script, started


def sub(inner, kind="subProcess", attributes=""):
    return f'<{kind} id="sub" {attributes}><startEvent id="is"/>{inner}<endEvent id="ie"/></{kind}>'


AROUND = person("z") + ends("e") + flows("s sub", "sub z", "z e")


def test_a_sub_process_sees_outside_and_is_seen():
    run = again(started(START + sub(person("u") + flows("is u", "u ie")) + AROUND, {"a": 1, "b": 1}))
    assert run.steps[0].data == {"a": 1, "b": 1}
    done(run, "u", {"a": 2, "c": 3})
    assert run.steps[0].data == {"a": 2, "b": 1, "c": 3}


def test_two_branches_inside_that_contradict_each_other_leave_no_value():
    inner = '<parallelGateway id="f"/>' + person("a") + person("b") + '<endEvent id="ib"/>'
    run = started(START + sub(inner + flows("is f", "f a", "f b", "a ie", "b ib")) + AROUND, {"n": 0})
    done(done(run, "a", {"n": 1, "a": 1}), "b", {"n": 2})
    assert run.steps[0].data == {"a": 1} and run.disputed == {"n": [1, 2]}


CHILD = f'<startEvent id="cs"/>{person("cu")}<endEvent id="ce"/>{flows("cs cu", "cu ce")}'
CALLED = f'<process id="child" isExecutable="true">{CHILD}</process>'


def calling(extensions=""):
    call = f'<callActivity id="sub" name="Ask" calledElement="child">{extensions}</callActivity>'
    return bundle(START + call + AROUND, CALLED)


def test_a_called_process_has_only_what_is_declared():
    maps = """<extensionElements><zeebe:calledElement processId="child" propagateAllChildVariables="false"/>
        <zeebe:ioMapping>
        <zeebe:input source="=about.title" target="title"/><zeebe:output source="=answer" target="reply"/>
        </zeebe:ioMapping></extensionElements>"""
    run = again(Run.start(compile_bundle(calling(maps), "p"), {"about": {"title": "Laptop"}, "secret": 1}, now=NOW))
    (asked,) = run.steps
    assert asked.data == {"title": "Laptop"} and asked.process == "child" and asked.callers == ("sub",)
    done(run, "cu", {"answer": "yes", "noise": 2})
    assert run.steps[0].data == {"about": {"title": "Laptop"}, "secret": 1, "reply": "yes"}


def test_a_call_that_declares_nothing_shares_everything():
    run = Run.start(compile_bundle(calling(), "p"), {"a": 1}, now=NOW)
    done(run, "cu", {"b": 2})
    assert run.steps[0].data == {"a": 1, "b": 2}


def test_a_call_to_another_service_waits_outside():
    run = started(START + '<callActivity id="sub" calledElement="equipment"/>' + AROUND, {"who": "sara"})
    (call,) = again(run).calls
    assert (call.kind, call.topic, call.inputs) == ("process", "equipment", {"who": "sara"})
    run.complete(call.id, {"number": "REQ-1"}, now=NOW)
    assert run.steps[0].data == {"who": "sara", "number": "REQ-1"}


def test_a_process_that_calls_itself_stops_visibly():
    run = started(START + '<callActivity id="sub" calledElement="p"/>' + AROUND)
    assert run.incidents[0].kind == "budget" and run.incidents[0].element == "sub"


COMPENSATE = "<compensateEventDefinition/>"


def undoable(id):
    return (
        person(id)
        + f'<boundaryEvent id="b{id}" attachedToRef="{id}">{COMPENSATE}</boundaryEvent>'
        + f'<userTask id="undo_{id}" isForCompensation="true"/>'
        + f'<association id="as{id}" sourceRef="b{id}" targetRef="undo_{id}"/>'
    )


def test_what_was_done_is_undone_in_reverse_order_with_its_data():
    """SpiffWorkflow compensates nothing."""
    throw = f'<intermediateThrowEvent id="back">{COMPENSATE}</intermediateThrowEvent>'
    run = started(
        START
        + undoable("a")
        + undoable("b")
        + throw
        + person("z")
        + ends("e")
        + flows("s a", "a b", "b back", "back z", "z e")
    )
    done(done(run, "a", {"n": 1}), "b", {"n": 2})
    run = again(run)
    assert opened(run) == ["undo_b"]
    done(run, "undo_b", {"undone": "b"})
    assert opened(run) == ["undo_a"]
    done(run, "undo_a")
    assert opened(run) == ["z"] and run.steps[0].data == {"n": 2, "undone": "b"}


def test_one_activity_can_be_named():
    throw = '<intermediateThrowEvent id="back"><compensateEventDefinition activityRef="a"/></intermediateThrowEvent>'
    run = started(
        START
        + undoable("a")
        + undoable("b")
        + throw
        + person("z")
        + ends("e")
        + flows("s a", "a b", "b back", "back z", "z e")
    )
    done(done(run, "a"), "b")
    assert opened(run) == ["undo_a"]
    done(run, "undo_a")
    assert opened(run) == ["z"]


def test_nothing_done_means_nothing_to_undo():
    throw = f'<intermediateThrowEvent id="back">{COMPENSATE}</intermediateThrowEvent>'
    assert started(START + throw + ends("e") + flows("s back", "back e")).finished


def test_a_completed_sub_process_is_undone_inside():
    inner = undoable("a") + flows("is a", "a ie")
    throw = f'<intermediateThrowEvent id="back">{COMPENSATE}</intermediateThrowEvent>'
    run = started(START + sub(inner) + throw + person("z") + ends("e") + flows("s sub", "sub back", "back z", "z e"))
    done(run, "a", {"n": 1})
    run = again(run)
    assert opened(run) == ["undo_a"] and run.steps[0].data == {"n": 1}
    done(run, "undo_a")
    assert opened(run) == ["z"]


def test_a_cancelled_transaction_is_undone_and_leaves_by_its_cancel_event():
    cancel = '<endEvent id="no"><cancelEventDefinition/></endEvent>'
    inner = (
        undoable("a") + '<parallelGateway id="f"/>' + person("b") + cancel + flows("is a", "a f", "f b", "f no", "b ie")
    )
    event = (
        '<boundaryEvent id="c" attachedToRef="sub"><cancelEventDefinition/></boundaryEvent>'
        + person("o")
        + flows("c o", "o e")
    )
    run = started(START + sub(inner, "transaction") + event + AROUND)
    done(run, "a")
    run = again(run)
    assert opened(run) == ["undo_a"]
    done(run, "undo_a")
    assert opened(run) == ["o"]


def adhoc(attributes, condition=""):
    done_when = f"<completionCondition>{condition}</completionCondition>" if condition else ""
    inner = "".join(map(person, "abc")) + flows("b c") + done_when
    body = f'<adHocSubProcess id="sub" {attributes}>{inner}</adHocSubProcess>'
    return START + body + AROUND


def test_ad_hoc_work_in_any_order():
    run = again(started(adhoc("")))
    assert opened(run) == ["a", "b"]
    done(done(run, "b"), "a")
    assert opened(run) == ["c"]
    done(run, "c")
    assert opened(run) == ["z"]


def test_ad_hoc_work_one_at_a_time():
    """SpiffWorkflow reads `ordering` with the wrong namespace."""
    run = started(adhoc('ordering="Sequential"'))
    assert opened(run) == ["a"]
    done(again(run), "a")
    done(run, "a", {"n": 1})
    assert opened(run) == ["b"] and run.steps[0].data == {"n": 1}


def test_ad_hoc_work_is_over_when_its_condition_holds():
    """SpiffWorkflow reads `cancelRemainingInstances` with the wrong namespace."""
    run = started(adhoc("", "enough"), {"enough": False})
    done(run, "a", {"enough": True})
    assert opened(run) == ["z"]
    run = started(adhoc('cancelRemainingInstances="false"', "enough"), {"enough": False})
    done(run, "a", {"enough": True})
    assert opened(run) == ["b"]


def test_quantities_of_tokens():
    body = (
        START
        + '<parallelGateway id="f"/><task id="a"/><task id="b" completionQuantity="2"/><task id="r" startQuantity="3"/>'
    )
    run = started(body + ends("e") + flows("s f", "f a", "f b", "a r", "b r", "r e"))
    assert run.finished and path(run).count("r") == 1


def test_global_tasks_are_called_like_processes():
    outside = '<globalUserTask id="G" name="Sign"/>'
    run = started(START + '<callActivity id="sub" calledElement="G"/>' + AROUND, {}, outside)
    assert [(one.element, one.name, one.kind) for one in run.steps] == [("G", "Sign", "userTask")]


def test_spiffs_scripts_before_and_after_a_task():
    spiff = 'xmlns:sp="http://spiffworkflow.org/bpmn/schema/1.0/core"'
    inside = f"<sp:preScript {spiff}>n = 1</sp:preScript><sp:postScript {spiff}>m = n + 1</sp:postScript>"
    inside = f"<extensionElements>{inside}</extensionElements>"
    run = started(START + person("u", inside) + ends("e") + flows("s u", "u e"))
    assert run.steps[0].data == {"n": 1}
    done(run, "u", {"n": 4})
    assert run.data == {"n": 4, "m": 5}


assert script


def test_data_associations_give_variables_other_names():
    task = """<userTask id="u"><ioSpecification><dataInput id="di" name="about"/>
        <dataOutput id="do" name="answer"/></ioSpecification>
        <dataInputAssociation><sourceRef>ref</sourceRef><targetRef>di</targetRef></dataInputAssociation>
        <dataOutputAssociation><sourceRef>do</sourceRef><targetRef>ref2</targetRef></dataOutputAssociation></userTask>
        <dataObject id="o1" name="request"/><dataObjectReference id="ref" dataObjectRef="o1"/>
        <dataObject id="o2" name="reply"/><dataObjectReference id="ref2" dataObjectRef="o2"/>"""
    run = started(START + task + ends("e") + flows("s u", "u e"), {"request": "Laptop"})
    assert run.steps[0].data["about"] == "Laptop"
    done(run, "u", {"answer": "yes"})
    assert run.data["reply"] == "yes"
