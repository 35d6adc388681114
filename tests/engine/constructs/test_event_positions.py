"""Events of BPMN: every kind at every position where table 10.93 allows it, and refused where it does not."""

from itertools import product

import pytest

from app.engine import Delivery, Run, check
from tests.engine.constructs import REFUSED, RUNS, Construct, shows
from tests.engine.drawing import NOW, START, again, bundle, diagram, done, ends, flows, opened, path, person

OUTSIDE = """<message id="M" name="order"/><message id="M2" name="more"/><signal id="S" name="alarm"/>
    <error id="E" name="broken" errorCode="E1"/><escalation id="C" name="late" escalationCode="C1"/>"""
DEFINITION = {
    "message": '<messageEventDefinition messageRef="M"/>',
    "timer date": "<timerEventDefinition><timeDate>2027-01-05T08:00:00Z</timeDate></timerEventDefinition>",
    "timer duration": "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>",
    "timer cycle": "<timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition>",
    "signal": '<signalEventDefinition signalRef="S"/>',
    "conditional": "<conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition>",
    "error": '<errorEventDefinition errorRef="E"/>',
    "escalation": '<escalationEventDefinition escalationRef="C"/>',
    "cancel": "<cancelEventDefinition/>",
    "compensation": "<compensateEventDefinition/>",
    "terminate": "<terminateEventDefinition/>",
    "link": '<linkEventDefinition name="there"/>',
    "none": "",
}
DEFINITION["multiple"] = DEFINITION["message"] + DEFINITION["signal"]
DEFINITION["parallel multiple"] = DEFINITION["multiple"]
WAITED = ["message", "timer date", "timer duration", "timer cycle", "signal", "conditional"] + [
    "multiple",
    "parallel multiple",
]
INSIDE = {"error": "inner error", "escalation": "inner escalation"}


def event(kind, tag, id, more=""):
    parallel = ' parallelMultiple="true"' if kind == "parallel multiple" else ""
    return f'<{tag} id="{id}"{parallel} {more}>{DEFINITION[kind]}</{tag}>'


def begun(body):
    return again(Run.start(diagram(body, OUTSIDE), {"ready": False}, now=NOW))


def happen(run, kind):
    """Let the event of this kind happen; of several kinds the first, of all that are needed one after the other."""
    if kind.startswith("timer"):
        run.fire(run.timers[0].id, now=run.timers[0].due_at)
    elif kind == "conditional":
        done(run, "w", {"ready": True})
    elif kind in INSIDE:
        done(run, "i")
    elif kind == "parallel multiple":
        assert run.deliver(Delivery("signal", "alarm"), now=NOW)
        run = happen(again(run), "message")
    elif kind in ("signal", "multiple"):
        assert run.deliver(Delivery("signal", "alarm"), now=NOW)
    else:
        assert run.deliver(Delivery("message", "order", {}, {"n": 1}), now=NOW)
    return again(run)


def beside(inner, more=""):
    """A sub-process u with `inner` in it, and a task w beside it that can change the data."""
    body = START + '<parallelGateway id="f"/>' + f'<subProcess id="u">{inner}</subProcess>' + person("w") + more
    return body + ends("e1", "e2") + flows("s f", "f u", "f w", "u e1", "w e2")


def work(kind):
    """What happens inside: somebody works at i, and then it fails, or is escalated while z goes on."""
    inside = '<startEvent id="is"/>' + person("i") + flows("is i")
    if kind == "error":
        return inside + event("error", "endEvent", "ie") + flows("i ie")
    if kind == "escalation":
        thrown = event("escalation", "intermediateThrowEvent", "it") + person("z") + ends("ie")
        return inside + thrown + flows("i it", "it z", "z ie")
    return inside + ends("ie") + flows("i ie")


def left(kind):
    return "z" if kind == "escalation" else "i"


BOUNDARY = [(kind, True) for kind in (*WAITED, "error", "escalation")]
BOUNDARY += [(kind, False) for kind in (*WAITED, "escalation")]


def called(kind, interrupting, position):
    return Construct(f"{kind.capitalize()} {position}, {'' if interrupting else 'non-'}interrupting", "10.5.4, 13.5.3")


@shows(*(called(kind, interrupts, "boundary event") for kind, interrupts in BOUNDARY))
@pytest.mark.parametrize(("kind", "interrupts"), BOUNDARY)
def test_boundary_events(kind, interrupts):
    edge = event(kind, "boundaryEvent", "b", f'attachedToRef="u" cancelActivity="{str(interrupts).lower()}"')
    run = begun(beside(work(kind), edge + person("after") + ends("e3") + flows("b after", "after e3")))
    run = happen(run, kind)
    assert "after" in opened(run)
    assert (left(kind) in opened(run)) != interrupts
    for one in ("after", left(kind), "w"):
        if one in opened(run):
            done(run, one)
    while run.timers:
        run.fire(run.timers[0].id, now=run.timers[0].due_at)
    for _ in range(opened(run).count("after")):
        done(run, "after")
    assert run.finished and not run.incidents


STARTS = [(kind, True) for kind in (*WAITED, "error", "escalation")]
STARTS += [(kind, False) for kind in (*WAITED, "escalation")]


@shows(*(called(kind, interrupts, "start of an event sub-process") for kind, interrupts in STARTS))
@pytest.mark.parametrize(("kind", "interrupts"), STARTS)
def test_event_subprocesses(kind, interrupts):
    start = event(kind, "startEvent", "vs", f'isInterrupting="{str(interrupts).lower()}"')
    handler = start + person("after") + ends("ve") + flows("vs after", "after ve")
    run = begun(beside(work(kind) + f'<subProcess id="v" triggeredByEvent="true">{handler}</subProcess>'))
    run = happen(run, kind)
    assert "after" in opened(run)
    assert (left(kind) in opened(run)) != interrupts
    for one in ("after", left(kind), "w"):
        if one in opened(run):
            done(run, one)
    assert run.finished and not run.incidents and "e1" in run.ended


CATCH = [*WAITED]


@shows(*(Construct(f"{kind.capitalize()} intermediate catch event", "10.5.4, 13.5.2") for kind in CATCH))
@pytest.mark.parametrize("kind", CATCH)
def test_catch_events(kind):
    run = begun(
        beside(
            '<startEvent id="is"/>'
            + event(kind, "intermediateCatchEvent", "c")
            + person("i")
            + ends("ie")
            + flows("is c", "c i", "i ie")
        )
    )
    assert "i" not in opened(run)
    assert "i" in opened(happen(run, kind))


PROCESS = ["none", "message", "signal", "conditional", "timer date", "timer duration", "timer cycle", "multiple"]


@shows(*(Construct(f"{kind.capitalize()} start event", "10.5.2, 13.5.1") for kind in PROCESS))
@pytest.mark.parametrize("kind", PROCESS)
def test_start_events(kind):
    plan = diagram(event(kind, "startEvent", "s") + person("u") + ends("e") + flows("s u", "u e"), OUTSIDE)
    word = "message" if kind == "multiple" else kind.split()[0]
    assert plan.starts[0].kind == word
    run = Run.start(plan, {}, now=NOW, at=None if kind == "none" else "s", values={"n": 1})
    assert opened(run) == ["u"]


@shows(Construct("Parallel multiple start event", "10.5.2", RUNS, "the run waits at its start for the other events"))
def test_a_parallel_multiple_start_waits_for_the_other_event():
    body = event("parallel multiple", "startEvent", "s") + person("u") + ends("e") + flows("s u", "u e")
    run = again(Run.start(diagram(body, OUTSIDE), {}, now=NOW, at="s", by="alarm", values={"a": 1}))
    assert opened(run) == [] and [one.name for one in run.waits] == ["order"]
    assert not run.deliver(Delivery("signal", "alarm"), now=NOW)
    assert run.deliver(Delivery("message", "order", {}, {"b": 2}), now=NOW)
    assert opened(again(run)) == ["u"] and run.data == {"a": 1, "b": 2}


THROW = ["none", "message", "signal", "escalation", "compensation", "multiple"]


@shows(*(Construct(f"{kind.capitalize()} intermediate throw event", "10.5.4, 13.5.3") for kind in THROW))
@pytest.mark.parametrize("kind", THROW)
def test_throw_events(kind):
    run = begun(
        START + event(kind, "intermediateThrowEvent", "t") + person("u") + ends("e") + flows("s t", "t u", "u e")
    )
    assert opened(run) == ["u"]


END = ["none", "message", "signal", "escalation", "compensation", "terminate", "multiple"]


@shows(*(Construct(f"{kind.capitalize()} end event", "10.5.3, 13.5.6") for kind in END))
@pytest.mark.parametrize("kind", END)
def test_end_events(kind):
    run = Run.start(diagram(START + event(kind, "endEvent", "e") + flows("s e"), OUTSIDE), {}, now=NOW)
    assert run.finished and run.ended == ("e",) and path(run) == ["s", "e"]
    sent = {"message": ["order"], "signal": ["alarm"], "multiple": ["order", "alarm"]}.get(kind, [])
    assert [one.name for one in run.sent] == sent


@shows(Construct("Error end event", "10.5.3, 10.5.7", RUNS, "not caught: the case fails with an incident"))
def test_an_error_nobody_catches_fails_the_case():
    run = Run.start(diagram(START + event("error", "endEvent", "e") + flows("s e"), OUTSIDE), {}, now=NOW)
    assert not run.finished and run.failure.code == "E1" and run.incidents[0].kind == "error"


@shows(
    Construct("Link throw and catch events", "10.5.5.8"),
    Construct("Several link throws to one link catch", "10.5.5.8"),
)
def test_links():
    links = "".join(event("link", "intermediateThrowEvent", f"l{n}") for n in range(2))
    body = START + '<exclusiveGateway id="g"/>' + links + event("link", "intermediateCatchEvent", "c") + ends("e")
    run = Run.start(diagram(body + flows("s g", "g l0: ready", "g l1: not ready", "c e")), {"ready": True}, now=NOW)
    assert run.finished and run.ended == ("e",)


ALLOWED = {
    "startEvent": {"none", "message", "signal", "conditional", "multiple", "timer duration"},
    "intermediateCatchEvent": {"message", "timer duration", "signal", "conditional", "link", "multiple"},
    "intermediateThrowEvent": {"none", "message", "signal", "escalation", "compensation", "link", "multiple"},
    "endEvent": {"none", "message", "signal", "escalation", "error", "compensation", "terminate", "multiple"},
}
KINDS = [kind for kind in DEFINITION if not kind.startswith(("timer c", "timer date", "parallel"))]
FORBIDDEN = [(kind, place) for place, kind in product(ALLOWED, KINDS) if kind not in ALLOWED[place]]
PLACES = {
    "startEvent": "start event of a process",
    "intermediateCatchEvent": "intermediate catch event",
    "intermediateThrowEvent": "intermediate throw event",
    "endEvent": "end event",
}


def forbidden(kind, place):
    name = "Timer" if kind.startswith("timer") else kind.capitalize()
    where = " outside a transaction" if (kind, place) == ("cancel", "endEvent") else ""
    return Construct(f"{name} {PLACES[place]}{where}", "table 10.93", REFUSED, "BPMN does not allow it")


@shows(*(forbidden(kind, place) for kind, place in FORBIDDEN))
@pytest.mark.parametrize(("kind", "place"), FORBIDDEN)
def test_events_where_they_cannot_be(kind, place):
    found = event(kind, place, "x")
    body = {
        "startEvent": found + ends("e") + flows("x e"),
        "endEvent": START + found + flows("s x"),
    }.get(place, START + found + ends("e") + flows("s x", "x e"))
    assert [one for one in check(bundle(body, OUTSIDE)) if one.element == "x" and one.severity == "error"]
