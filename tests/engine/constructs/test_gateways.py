"""Gateways of BPMN, one small model each."""

import pytest

from app.engine import Delivery, Run, check
from tests.engine.constructs import Construct, refused, runs, shows
from tests.engine.drawing import NOW, START, again, bundle, diagram, done, ends, flows, opened, path, person, started

OUTSIDE = '<message id="M" name="order"/><message id="M2" name="more"/><signal id="S" name="alarm"/>'


def gate(kind, id, more=""):
    return f'<{kind}Gateway id="{id}" {more}/>'


def split(kind, ways, more=""):
    """A gateway with a person behind each way."""
    people = "".join(person(way) for way in "abc")
    return START + gate(kind, "g", more) + people + ends("e") + flows("s g", *ways, "a e", "b e", "c e")


@runs("Exclusive gateway: the first way whose condition holds", "10.6.2, 13.4.2")
@runs("Default flow of a gateway", "10.6.2")
@pytest.mark.parametrize(("n", "expected"), [(1, ["a"]), (2, ["b"]), (3, ["c"])])
def test_exclusive_splits(n, expected):
    run = started(split("exclusive", ["g a: n < 2", "g b: n < 3", "g c"], 'default="g_c"'), {"n": n})
    assert opened(again(run)) == expected


@runs(
    "No way fits and no default flow",
    "13.4.2, 13.4.3",
    "an incident at the gateway, to be tried again with corrected data",
)
@pytest.mark.parametrize("kind", ["exclusive", "inclusive"])
def test_no_way_fits(kind):
    run = again(started(split(kind, ["g a: n == 1", "g b: n == 2", "g c: n == 3"]), {"n": 9}))
    (incident,) = run.incidents
    assert (incident.element, incident.kind) == ("g", "gateway")
    run.retry(incident.id, now=NOW, values={"n": 2})
    assert opened(run) == ["b"]


@runs("Inclusive gateway: every way whose condition holds", "10.6.3, 13.4.3")
@pytest.mark.parametrize(("n", "expected"), [(1, ["a", "b"]), (2, ["b"]), (3, ["c"])])
def test_inclusive_splits(n, expected):
    run = started(split("inclusive", ["g a: n < 2", "g b: n < 3", "g c"], 'default="g_c"'), {"n": n})
    assert opened(again(run)) == expected


@runs("Parallel gateway", "10.6.4, 13.4.1", "conditions behind it do not count")
def test_parallel_splits():
    assert opened(again(started(split("parallel", ["g a: False", "g b", "g c"])))) == ["a", "b", "c"]


@runs("Exclusive gateway joins by letting every token through", "13.4.2")
def test_exclusive_joins_let_every_token_through():
    body = START + gate("parallel", "f") + gate("exclusive", "j") + person("a") + ends("e")
    assert opened(started(body + flows("s f", "f j", "f x", "x j", "j a", "a e") + '<task id="x"/>')) == ["a", "a"]


def join(kind, more=""):
    """Three people side by side, and a join of this kind behind them."""
    people = "".join(person(way) for way in "abc")
    body = START + gate("parallel", "f") + people + f'<{kind}Gateway id="j">{more}</{kind}Gateway>' + person("z")
    return body + ends("e") + flows("s f", "f a", "f b", "f c", "a j", "b j", "c j", "j z", "z e")


@runs("Parallel join", "13.4.1", "one token from each flow; contradicting data is told, never lost")
@runs("Inclusive join", "13.4.3", "waits for every token that can still come, also across loops and unstructured parts")
@pytest.mark.parametrize("kind", ["parallel", "inclusive"])
def test_joins(kind):
    run = started(join(kind))
    for one in "abc":
        assert opened(run)[-1] != "z"
        run = done(again(run), one, {one: 1})
    assert opened(run) == ["z"] and run.data == {"a": 1, "b": 1, "c": 1}


@runs(
    "Complex gateway with an activation condition", "10.6.5, 13.4.5", "activationCount counts the tokens that have come"
)
@runs(
    "Complex gateway resets when no further token can come",
    "13.4.5",
    "late tokens do not start it again; ways without a condition are for the start",
)
def test_complex_joins():
    run = started(join("complex", "<activationCondition>activationCount &gt;= 2</activationCondition>"))
    run = done(again(run), "a")
    assert opened(run) == ["b", "c"]
    run = done(again(run), "b")
    assert opened(run) == ["c", "z"]
    done(done(run, "z"), "c")
    assert run.finished and path(run).count("z") == 1


@runs(
    "Complex gateway sends tokens at its reset",
    "13.4.5",
    "conditions behind it see waitingForStart and activationCount; the default if none holds, and no error without",
)
def test_complex_sends_at_its_reset():
    more = '<complexGateway id="j" default="j_late"><activationCondition>activationCount &gt;= 2</activationCondition>'
    body = START + gate("parallel", "f") + "".join(map(person, ["a", "b", "c", "first", "late", "full"]))
    body += f"{more}</complexGateway>{ends('e')}" + flows("s f", "f a", "f b", "f c", "a j", "b j", "c j")
    body += flows("j first: waitingForStart", "j full: not waitingForStart and activationCount > 1", "j late")
    run = started(body + flows("first e", "late e", "full e"))
    run = done(done(again(run), "a"), "b")
    assert opened(run) == ["c", "first"]
    run = done(again(run), "c")
    assert opened(run) == ["first", "late"]


@runs("Complex gateway splits like an inclusive one", "13.4.5")
@pytest.mark.parametrize(("n", "expected"), [(1, ["a", "b"]), (2, ["b"])])
def test_complex_splits(n, expected):
    assert opened(started(split("complex", ["g a: n < 2", "g b: n < 3", "g c: n < 1"]), {"n": n})) == expected


EVENTS = {
    "message": '<intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>',
    "signal": '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>',
    "timer": '<intermediateCatchEvent id="c"><timerEventDefinition><timeDuration>PT1H</timeDuration>'
    "</timerEventDefinition></intermediateCatchEvent>",
    "conditional": '<intermediateCatchEvent id="c"><conditionalEventDefinition><condition>ready</condition>'
    "</conditionalEventDefinition></intermediateCatchEvent>",
    "receive task": '<receiveTask id="c" messageRef="M"/>',
}


@shows(*(Construct(f"Event-based gateway with a {kind}", "10.6.6, 13.4.4") for kind in EVENTS))
@pytest.mark.parametrize("kind", EVENTS)
def test_event_gateways(kind):
    other = '<intermediateCatchEvent id="d"><messageEventDefinition messageRef="M2"/></intermediateCatchEvent>'
    body = START + gate("parallel", "f") + gate("eventBased", "g") + EVENTS[kind] + other + "".join(map(person, "abw"))
    body += ends("e") + flows("s f", "f g", "f w", "g c", "g d", "c a", "d b", "a e", "b e", "w e")
    run = again(Run.start(diagram(body, OUTSIDE), {"ready": False}, now=NOW))
    if kind == "timer":
        run.fire(run.timers[0].id, now=run.timers[0].due_at)
    elif kind == "conditional":
        done(run, "w", {"ready": True})
    else:
        word = "signal" if kind == "signal" else "message"
        assert run.deliver(Delivery(word, "alarm" if kind == "signal" else "order"), now=NOW)
    assert "a" in opened(again(run)) and "b" not in opened(run)
    assert not run.deliver(Delivery("message", "more"), now=NOW)


def instantiating(more):
    body = gate("eventBased", "g", f'instantiate="true" {more}')
    body += '<receiveTask id="c" messageRef="M"/><receiveTask id="d" messageRef="M2"/>' + person("a") + person("b")
    return body + ends("e") + flows("g c", "g d", "c a", "d b", "a e", "b e")


@runs("Event-based gateway that starts the process, exclusive", "10.6.6, 13.4.4")
@runs("Receive task that starts the process", "10.3.3")
def test_the_first_of_several_events_starts_the_process():
    plan = diagram(instantiating(""), OUTSIDE)
    assert [one.text for one in plan.starts] == ["order", "more"]
    run = again(Run.start(plan, {}, now=NOW, at="d", values={"n": 1}))
    assert opened(run) == ["b"] and run.waits == () and run.data == {"n": 1}


@runs(
    "Event-based gateway that starts the process, parallel",
    "10.6.6, 13.4.4",
    "one run, which waits for the other events",
)
def test_a_process_started_by_one_of_the_events_it_needs_waits_for_the_others():
    run = again(Run.start(diagram(instantiating('eventGatewayType="Parallel"'), OUTSIDE), {}, now=NOW, at="d"))
    assert opened(run) == ["b"] and [one.name for one in run.waits] == ["order"]
    done(run, "b")
    assert not run.finished and run.deliver(Delivery("message", "order"), now=NOW)
    assert done(again(run), "a").finished


@runs(
    "A join that waits for what can never come", "13.4.1", "an incident of kind “stuck”, the run never ends by itself"
)
def test_a_join_nobody_can_complete_is_an_incident():
    body = START + gate("exclusive", "g", 'default="g_b"') + '<task id="a"/><task id="b"/>' + gate("parallel", "j")
    run = again(started(body + ends("e") + flows("s g", "g a: False", "g b", "a j", "b j", "j e")))
    (incident,) = run.incidents
    assert (incident.element, incident.kind, incident.detail) == ("j", "stuck", "a_j") and not run.finished
    run.retry(incident.id, now=NOW)
    assert again(run).incidents == (incident,)


def test_a_join_without_a_name_is_called_by_its_kind_in_the_language_of_the_reader():
    body = START + gate("exclusive", "g", 'default="g_b"') + '<task id="a" name="Check"/><task id="b"/>'
    body += gate("parallel", "j") + ends("e")
    run = again(started(body + flows("s g", "g a: False", "g b", "a j", "b j", "j e")))
    (incident,) = run.incidents
    assert incident.message.startswith("“All ways at once (after Check)” waits")
    called = run.diagram.unnamed["j"]
    assert incident.text("fa", lambda id: called.text("fa")).startswith("«همهٔ راه‌ها با هم (پس از Check)» منتظر")


@refused("Event-based gateway in front of anything but events", "10.6.6", "nothing to wait for")
def test_event_gateways_before_work():
    body = (
        START
        + gate("eventBased", "g")
        + person("a")
        + person("b")
        + ends("e")
        + flows("s g", "g a", "g b", "a e", "b e")
    )
    assert {"g", "a", "b"} & {one.element for one in check(bundle(body)) if one.severity == "error"}
