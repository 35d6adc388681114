"""Messages, signals, conditions, links, errors, escalations, several at once."""

from app.engine import Delivery, Run
from tests.engine.drawing import NOW, START, again, diagram, done, ends, flows, opened, path, person, script, started

SHARED = """<message id="M" name="paid"><extensionElements>
    <zeebe:subscription correlationKey="=order"/></extensionElements>
    </message><signal id="S" name="strike"/><signal id="S2" name="rain"/><error id="E" errorCode="E42" name="bad"/>
    <escalation id="X" escalationCode="X1"/>"""


def event(kind, id, definition, attributes="", inside=""):
    return f'<{kind} id="{id}" {attributes}>{inside}{definition}</{kind}>'


MESSAGE, SIGNAL, SIGNAL2 = (
    '<messageEventDefinition messageRef="M"/>',
    '<signalEventDefinition signalRef="S"/>',
    '<signalEventDefinition signalRef="S2"/>',
)
ERROR, ESCALATION = '<errorEventDefinition errorRef="E"/>', '<escalationEventDefinition escalationRef="X"/>'


def test_a_message_reaches_the_wait_whose_name_and_keys_agree_once():
    body = START + event("intermediateCatchEvent", "c", MESSAGE) + ends("e") + flows("s c", "c e")
    run = again(started(body, {"order": 7}, SHARED))
    (wait,) = run.waits
    assert (wait.kind, wait.name, wait.keys, wait.element) == ("message", "paid", {"key": 7}, "c")
    assert not run.deliver(Delivery("message", "paid", {"key": 8}), now=NOW)
    assert not run.deliver(Delivery("message", "paid"), now=NOW)
    assert run.deliver(Delivery("message", "paid", {"key": 7}, {"sum": 3}), now=NOW)
    assert run.finished and run.data == {"order": 7, "sum": 3}
    assert not run.deliver(Delivery("message", "paid", {"key": 7}), now=NOW)


def test_a_receive_task_waits_too_and_a_send_task_sends():
    body = START + '<sendTask id="out" messageRef="M"/><receiveTask id="in" messageRef="M"/>' + ends("e")
    run = started(body + flows("s out", "out in", "in e"), {"order": 7}, SHARED)
    (sent,) = run.sent
    assert (sent.element, sent.kind, sent.name, sent.keys, sent.values) == (
        "out",
        "message",
        "paid",
        {"key": 7},
        {},
    )
    assert run.deliver(Delivery("message", "paid", {"key": 7}), now=NOW) and run.finished


def test_a_signal_reaches_every_catcher_of_the_run_and_is_told_outside():
    """SpiffWorkflow's signal end event sends nothing."""
    body = (
        START
        + '<parallelGateway id="f"/>'
        + "".join(event("intermediateCatchEvent", id, SIGNAL) for id in ("c1", "c2"))
    )
    body += event("endEvent", "over", SIGNAL) + ends("e1", "e2")
    run = started(body + flows("s f", "f c1", "f c2", "f over", "c1 e1", "c2 e2"), {}, SHARED)
    assert run.finished and sorted(run.ended) == ["e1", "e2", "over"] and [one.name for one in run.sent] == ["strike"]


def test_a_signal_is_caught_although_its_branch_comes_first():
    body = START + '<parallelGateway id="f"/>' + event("intermediateThrowEvent", "t", SIGNAL)
    body += '<task id="slow"/>' + event("intermediateCatchEvent", "c", SIGNAL) + ends("e1", "e2")
    assert started(body + flows("s f", "f t", "t e1", "f slow", "slow c", "c e2"), {}, SHARED).finished


def test_an_event_gateway_goes_the_way_of_the_first_event():
    body = START + '<eventBasedGateway id="g"/>' + event("intermediateCatchEvent", "c", SIGNAL)
    body += '<receiveTask id="r" messageRef="M"/>' + person("a") + person("b") + ends("e")
    run = again(started(body + flows("s g", "g c", "g r", "c a", "r b", "a e", "b e"), {"order": 1}, SHARED))
    assert sorted(one.kind for one in run.waits) == ["message", "signal"]
    assert run.deliver(Delivery("message", "paid", {"key": 1}, {"sum": 2}), now=NOW)
    assert opened(run) == ["b"] and run.waits == () and run.data["sum"] == 2
    assert path(run) == ["g", "r"]


def test_a_condition_wakes_when_the_data_makes_it_true():
    condition = "<conditionalEventDefinition><condition>=total &gt; 10</condition></conditionalEventDefinition>"
    body = (
        START
        + '<parallelGateway id="f"/>'
        + event("intermediateCatchEvent", "c", condition)
        + person("u")
        + person("z")
    )
    run = again(started(body + ends("e") + flows("s f", "f c", "f u", "c z", "u e", "z e"), {"total": 3}))
    assert opened(run) == ["u"]
    done(run, "u", {"total": 11})
    assert opened(run) == ["z"]


def test_a_link_is_a_flow_that_is_not_drawn():
    """SpiffWorkflow loses the token."""
    link = '<linkEventDefinition name="on"/>'
    body = START + event("intermediateThrowEvent", "t", link) + event("intermediateCatchEvent", "c", link) + ends("e")
    run = started(body + flows("s t", "c e"))
    assert run.finished and path(run) == ["s", "t", "c", "e"]


def test_parallel_multiple_needs_all_and_multiple_any():
    for attributes, after_one in (('parallelMultiple="true"', False), ("", True)):
        run = started(
            START
            + event("intermediateCatchEvent", "c", SIGNAL + SIGNAL2, attributes)
            + ends("e")
            + flows("s c", "c e"),
            {},
            SHARED,
        )
        run.deliver(Delivery("signal", "rain"), now=NOW)
        assert run.finished is after_one
        run = again(run)
        run.deliver(Delivery("signal", "strike"), now=NOW)
        assert run.finished


CALLING = START + '<serviceTask id="pay"/>' + event("boundaryEvent", "b", ERROR, 'attachedToRef="pay"') + person("mend")
PAID = ends("e") + flows("s pay", "pay e", "b mend", "mend e")


def test_a_failed_call_goes_to_the_error_event_with_its_code():
    run = started(CALLING + PAID, {}, SHARED)
    run.fail(run.calls[0].id, "E42", "No money", now=NOW, values={"left": 3})
    assert opened(run) == ["mend"] and run.data == {"left": 3}


def test_another_code_is_an_incident_and_the_call_can_be_made_again():
    run = started(CALLING + PAID, {}, SHARED)
    run.fail(run.calls[0].id, "E1", "Bank closed", now=NOW)
    (incident,) = again(run).incidents
    assert (incident.element, incident.kind, incident.message) == ("pay", "call", "Bank closed") and run.calls == ()
    run.retry(incident.id, now=NOW)
    assert len(run.calls) == 1 and run.incidents == ()


def test_an_error_nobody_catches_fails_the_run_visibly():
    """SpiffWorkflow ends it as a success."""
    run = again(started(START + event("endEvent", "bad", ERROR) + flows("s bad"), {}, SHARED))
    assert not run.finished and run.failure.code == "E42" and run.incidents[0].element == "bad"


def test_the_nearest_catcher_of_the_code_takes_an_error():
    inner = '<startEvent id="is"/>' + event("endEvent", "bad", ERROR) + flows("is bad")
    sub = f'<subProcess id="sub">{inner}</subProcess>'
    sub += event("boundaryEvent", "any", "<errorEventDefinition/>", 'attachedToRef="sub"')
    sub += event("boundaryEvent", "own", ERROR, 'attachedToRef="sub"')
    run = started(
        START + sub + person("a") + person("o") + ends("e") + flows("s sub", "sub e", "any a", "own o", "a e", "o e"),
        {},
        SHARED,
    )
    assert opened(run) == ["o"] and "bad" in run.ended
    assert [one.element for one in run.passed if one.state == "cancelled"] == ["sub"]


def event_sub(definition, interrupting="true", inside=""):
    start = event("startEvent", "es", definition, f'isInterrupting="{interrupting}"')
    task = inside or person("handle")
    inner = f'{start}{task}<endEvent id="ee"/>{flows("es handle", "handle ee")}'
    return f'<subProcess id="esp" triggeredByEvent="true">{inner}</subProcess>'


def test_an_error_starts_an_event_sub_process_only_when_it_happens():
    """SpiffWorkflow runs it at the start of the process."""
    body = START + person("u") + event("endEvent", "bad", ERROR) + event_sub(ERROR) + flows("s u", "u bad")
    run = started(body, {}, SHARED)
    assert opened(run) == ["u"]
    done(run, "u", {"why": 1})
    assert opened(run) == ["handle"] and run.steps[0].data == {"why": 1}
    done(again(run), "handle")
    done(run, "handle")
    assert run.finished


def test_an_interrupting_event_sub_process_ends_everything_else():
    """SpiffWorkflow's does not interrupt."""
    body = START + '<parallelGateway id="f"/>' + person("a") + person("b") + ends("e1", "e2") + event_sub(SIGNAL)
    run = again(started(body + flows("s f", "f a", "f b", "a e1", "b e2"), {"n": 1}, SHARED))
    done(run, "a", {"n": 2})
    run.deliver(Delivery("signal", "strike"), now=NOW)
    assert opened(run) == ["handle"] and run.steps[0].data == {"n": 2} and run.waits == ()
    done(run, "handle")
    assert run.finished


def test_a_non_interrupting_event_sub_process_runs_beside_and_again():
    body = START + person("a") + ends("e1") + event_sub(SIGNAL, "false") + flows("s a", "a e1")
    run = started(body, {}, SHARED)
    for _ in range(2):
        run = again(run)
        run.deliver(Delivery("signal", "strike"), now=NOW)
    assert opened(run) == ["a", "handle", "handle"]
    done(run, "a")
    assert not run.finished
    done(done(run, "handle"), "handle", {"x": 1})
    assert run.finished and run.data == {"x": 1}


def test_an_escalation_informs_and_goes_on_unless_its_catcher_interrupts():
    inner = '<startEvent id="is"/>' + event("intermediateThrowEvent", "cry", ESCALATION) + person("u") + ends("ie")
    for cancel, expected in (("false", ["chief", "u"]), ("true", ["chief"])):
        sub = f'<subProcess id="sub">{inner}{flows("is cry", "cry u", "u ie")}</subProcess>'
        sub += event("boundaryEvent", "b", ESCALATION, f'attachedToRef="sub" cancelActivity="{cancel}"')
        run = started(
            START + sub + person("chief") + ends("e") + flows("s sub", "sub e", "b chief", "chief e"), {}, SHARED
        )
        assert opened(run) == expected


def test_an_escalation_nobody_hears_passes():
    assert started(START + event("endEvent", "cry", ESCALATION) + flows("s cry"), {}, SHARED).finished


def test_what_happened_inside_is_known_where_the_error_is_caught():
    inner = (
        '<startEvent id="is"/>'
        + script("set", "why = 'late'")
        + event("endEvent", "bad", ERROR)
        + flows("is set", "set bad")
    )
    sub = f'<subProcess id="sub">{inner}</subProcess>' + event("boundaryEvent", "b", ERROR, 'attachedToRef="sub"')
    run = started(START + sub + person("o") + ends("e") + flows("s sub", "sub e", "b o", "o e"), {}, SHARED)
    assert run.steps[0].data == {"why": "late"}


def test_a_script_that_raises_goes_to_the_error_event_on_it_and_only_there():
    code = script("calc", "raise ValueError('no rate')")
    caught = event("boundaryEvent", "b", ERROR, 'attachedToRef="calc"') + person("mend")
    run = started(START + code + caught + ends("e") + flows("s calc", "calc e", "b mend", "mend e"), {}, SHARED)
    assert opened(run) == ["mend"]
    run = started(START + code + ends("e") + flows("s calc", "calc e"))
    assert (
        run.incidents[0].kind == "script"
        and "no rate" in run.incidents[0].message
        and "line 1" in run.incidents[0].message
    )


def test_terminate_ends_its_scope_only():
    stop = event("endEvent", "stop", "<terminateEventDefinition/>")
    inner = '<startEvent id="is"/><parallelGateway id="f"/>' + person("u") + stop + flows("is f", "f u", "f stop")
    run = started(
        START + f'<subProcess id="sub">{inner}</subProcess>' + person("z") + ends("e") + flows("s sub", "sub z", "z e")
    )
    assert opened(run) == ["z"] and ("u", "cancelled") in [(one.element, one.state) for one in run.passed]


def test_a_process_may_begin_with_a_message():
    body = event("startEvent", "ms", MESSAGE) + person("u") + ends("e") + flows("ms u", "u e")
    plan = diagram(body, SHARED)
    assert [(one.kind, one.text) for one in plan.starts] == [("message", "paid")]
    run = Run.start(plan, {"a": 1}, now=NOW, at="ms", values={"b": 2})
    assert run.steps[0].data == {"a": 1, "b": 2}


CORRELATED = """<message id="M" name="paid"/><correlationProperty id="cp" name="number">
<correlationPropertyRetrievalExpression messageRef="M"><messagePath>sent_number</messagePath>
</correlationPropertyRetrievalExpression></correlationProperty>"""


def test_correlation_properties_of_bpmn():
    subscription = """<correlationSubscription correlationKeyRef="ck">
        <correlationPropertyBinding correlationPropertyRef="cp">
        <dataPath>my_number</dataPath></correlationPropertyBinding></correlationSubscription>"""
    body = START + '<sendTask id="out" messageRef="M"/>' + event("intermediateCatchEvent", "c", MESSAGE) + ends("e")
    run = started(body + flows("s out", "out c", "c e") + subscription, {"sent_number": 1, "my_number": 2}, CORRELATED)
    assert run.sent[0].keys == {"number": 1} and run.waits[0].keys == {"number": 2}


def test_a_process_may_begin_with_the_first_of_several_events_or_wait_for_all():
    shared = SHARED + '<message id="N" name="shipped"/>'
    other = event("intermediateCatchEvent", "n", '<messageEventDefinition messageRef="N"/>')
    first = event("intermediateCatchEvent", "m", '<messageEventDefinition messageRef="O"/>')
    shared += '<message id="O" name="ordered"/>'
    for kind, waiting in (("Exclusive", []), ("Parallel", ["shipped"])):
        gate = f'<eventBasedGateway id="g" instantiate="true" eventGatewayType="{kind}"/>'
        plan = diagram(
            gate
            + first
            + other
            + person("a")
            + person("b")
            + ends("e")
            + flows("g m", "g n", "m a", "n b", "a e", "b e"),
            shared,
        )
        assert [one.text for one in plan.starts] == ["ordered", "shipped"]
        run = Run.start(plan, {}, now=NOW, at="m", values={"x": 1})
        assert opened(run) == ["a"] and [one.name for one in run.waits] == waiting
