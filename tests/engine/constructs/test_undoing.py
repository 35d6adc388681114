"""Compensation and transactions of BPMN, one small model each."""

import pytest

from app.engine import Delivery, Run, check
from tests.engine.constructs import Construct, refused, runs, shows
from tests.engine.drawing import NOW, START, again, bundle, diagram, done, ends, flows, opened, path, person

OUTSIDE = '<error id="E" name="broken" errorCode="E1"/><message id="M" name="order"/>'
COMPENSATE = "<compensateEventDefinition {}/>"


def begun(body, data=None):
    return again(Run.start(diagram(body, OUTSIDE), data or {}, now=NOW))


def undoable(id):
    """An automatic step with a handler behind its compensation boundary."""
    return (
        f'<scriptTask id="{id}"><script>n = n + 1</script></scriptTask>'
        f'<boundaryEvent id="{id}k" attachedToRef="{id}">{COMPENSATE.format("")}</boundaryEvent>'
        f'<userTask id="{id}x" isForCompensation="true"/>'
        f'<association id="{id}a" sourceRef="{id}k" targetRef="{id}x"/>'
    )


def thrown(tag, more=""):
    return f'<{tag} id="t">{COMPENSATE.format(more)}</{tag}>'


PLACES = {"intermediateThrowEvent": "thrown in between", "endEvent": "thrown at an end"}


@shows(*(Construct(f"Compensation {place}", "10.5.5.2, 13.5.5") for place in PLACES.values()))
@runs("Compensation in reverse order", "13.5.5", "each handler sees the data as its activity left it")
@pytest.mark.parametrize("tag", PLACES)
def test_everything_done_is_undone_last_first(tag):
    body = START + undoable("a") + undoable("b") + thrown(tag) + ends("e")
    ways = flows("s a", "a b", "b t", *(["t e"] if "Throw" in tag else []))
    run = begun(body + ways, {"n": 0})
    assert opened(run) == ["bx"] and run.steps[0].data["n"] == 2
    run = done(again(run), "bx")
    assert opened(run) == ["ax"]
    assert done(run, "ax").finished


@runs("Compensation of one activity by name", "10.5.5.2")
def test_one_activity_is_undone():
    body = START + undoable("a") + undoable("b") + thrown("intermediateThrowEvent", 'activityRef="a"') + ends("e")
    run = begun(body + flows("s a", "a b", "b t", "t e"), {"n": 0})
    assert opened(run) == ["ax"] and done(run, "ax").finished


@runs("Compensation that is not waited for", "10.5.5.2", "waitForCompletion is false")
def test_undoing_may_go_on_beside():
    body = (
        START + undoable("a") + thrown("intermediateThrowEvent", 'waitForCompletion="false"') + person("z") + ends("e")
    )
    run = begun(body + flows("s a", "a t", "t z", "z e"), {"n": 0})
    assert opened(run) == ["ax", "z"]
    assert not done(run, "z").finished and done(again(run), "ax").finished


def inside(body, tag="subProcess", more=""):
    return f'<{tag} id="u" {more}><startEvent id="is"/>{body}<endEvent id="ie"/></{tag}>'


@runs("Compensation of a completed sub-process by the handlers inside", "13.5.5")
def test_a_sub_process_is_undone_inside():
    inner = inside(undoable("a") + undoable("b") + flows("is a", "a b", "b ie"))
    run = begun(START + inner + thrown("endEvent") + flows("s u", "u t"), {"n": 0})
    assert opened(run) == ["bx"] and opened(done(run, "bx")) == ["ax"] and done(again(run), "ax").finished


@runs("Compensation event sub-process", "10.3.2, 13.5.5", "takes the place of the handlers inside")
def test_a_compensation_event_sub_process():
    handler = f'<subProcess id="v" triggeredByEvent="true"><startEvent id="vs">{COMPENSATE.format("")}</startEvent>'
    handler += person("h") + ends("ve") + flows("vs h", "h ve") + "</subProcess>"
    inner = inside('<task id="a"/>' + handler + flows("is a", "a ie"))
    run = begun(START + inner + thrown("endEvent") + flows("s u", "u t"))
    assert opened(run) == ["h"] and done(again(run), "h").finished


@runs("Compensation thrown from an event sub-process", "13.5.5", "undoes what the scope around it has done")
def test_undoing_after_an_error_is_caught():
    start = '<startEvent id="vs"><errorEventDefinition errorRef="E"/></startEvent>'
    handler = f'<subProcess id="v" triggeredByEvent="true">{start}'
    handler += f'<endEvent id="t">{COMPENSATE.format("")}</endEvent>' + flows("vs t") + "</subProcess>"
    fails = '<endEvent id="x"><errorEventDefinition errorRef="E"/></endEvent>'
    run = begun(START + undoable("a") + fails + handler + flows("s a", "a x"), {"n": 0})
    assert opened(run) == ["ax"] and done(again(run), "ax").finished and not run.incidents


@runs("Compensation with nothing to undo", "13.5.5", "goes on at once")
def test_nothing_to_undo():
    assert begun(START + thrown("endEvent") + flows("s t")).finished


CANCEL = "<cancelEventDefinition/>"


def transaction(end, edge):
    inner = undoable("a") + f'<endEvent id="x">{end}</endEvent>' + flows("is a", "a x")
    inner = f'<transaction id="u"><startEvent id="is"/>{inner}</transaction>'
    inner += f'<boundaryEvent id="k" attachedToRef="u">{edge}</boundaryEvent>' + person("after")
    return START + inner + ends("e", "f") + flows("s u", "u e", "k after", "after f")


@runs("Cancel end event in a transaction", "10.5.3, 13.5.5", "everything done inside is undone first")
@runs("Cancel boundary event on a transaction", "10.5.4")
def test_a_cancelled_transaction():
    run = begun(transaction(CANCEL, CANCEL), {"n": 0})
    assert opened(run) == ["ax"]
    assert opened(done(again(run), "ax")) == ["after"]


@runs("Error in a transaction", "10.3.4", "caught without undoing what was done")
def test_a_failed_transaction():
    error = '<errorEventDefinition errorRef="E"/>'
    run = begun(transaction(error, error), {"n": 0})
    assert opened(run) == ["after"] and done(run, "after").finished


@runs("Terminate end event in a sub-process", "13.5.6", "ends the sub-process only")
def test_terminating_inside():
    inner = person("i") + person("k") + '<endEvent id="x"><terminateEventDefinition/></endEvent>'
    inner += flows("is i", "is k", "i x", "k ie")
    run = begun(START + inside(inner) + person("z") + ends("e") + flows("s u", "u z", "z e"))
    assert opened(done(run, "i")) == ["z"]


@runs("Error caught by its code, else by whoever catches all", "10.5.7", "the nearest catcher outwards")
def test_errors_find_their_catcher():
    edges = '<boundaryEvent id="all" attachedToRef="u"><errorEventDefinition/></boundaryEvent>'
    edges += '<boundaryEvent id="one" attachedToRef="u"><errorEventDefinition errorRef="E"/></boundaryEvent>'
    body = START + '<serviceTask id="u"/>' + edges + person("a") + person("b") + ends("e", "f", "g")
    for code, expected in (("E1", "b"), ("E2", "a")):
        run = begun(body + flows("s u", "u e", "all a", "one b", "a f", "b g"))
        run.fail(run.calls[0].id, code, now=NOW)
        assert opened(run) == [expected]


@runs("Error out of a called process", "10.5.7", "reaches the boundary of its call activity")
def test_errors_leave_called_processes():
    called = '<process id="P"><startEvent id="ps"/><endEvent id="pe"><errorEventDefinition errorRef="E"/></endEvent>'
    called += flows("ps pe") + "</process>"
    edge = '<boundaryEvent id="k" attachedToRef="u"><errorEventDefinition errorRef="E"/></boundaryEvent>' + person("a")
    body = (
        START + '<callActivity id="u" calledElement="P"/>' + edge + ends("e", "f") + flows("s u", "u e", "k a", "a f")
    )
    assert opened(again(Run.start(diagram(body, OUTSIDE + called), {}, now=NOW))) == ["a"]


@runs(
    "Message that arrives while a boundary event and a catch event wait for it", "13.5.2", "exactly one of them gets it"
)
def test_one_message_is_taken_once():
    edge = '<boundaryEvent id="k" attachedToRef="u"><messageEventDefinition messageRef="M"/></boundaryEvent>'
    wait = '<intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'
    body = START + '<parallelGateway id="f"/>' + person("u") + edge + wait + ends("e", "g", "h")
    run = begun(body + flows("s f", "f u", "f c", "u e", "c g", "k h"))
    assert run.deliver(Delivery("message", "order"), now=NOW)
    assert len(run.waits) == 1 and len([one for one in path(run) if one in "kc"]) == 1


@refused("Cancel events outside transactions", "10.5.3, 10.5.4", "there is no transaction to cancel")
def test_cancelling_outside():
    body = START + person("u") + f'<boundaryEvent id="k" attachedToRef="u">{CANCEL}</boundaryEvent>' + ends("e", "f")
    assert [one.element for one in check(bundle(body + flows("s u", "u e", "k f"))) if one.severity == "error"] == ["k"]


@refused("Compensation boundary without a handler", "10.7", "nothing would be undone")
def test_compensation_without_handler():
    body = START + person("u") + f'<boundaryEvent id="k" attachedToRef="u">{COMPENSATE.format("")}</boundaryEvent>'
    found = check(bundle(body + ends("e") + flows("s u", "u e")))
    assert [one.element for one in found if one.severity == "error"] == ["k"]


@refused("Error or compensation start that does not interrupt", "table 10.86", "BPMN does not allow it")
def test_starts_that_must_interrupt():
    start = '<startEvent id="vs" isInterrupting="false"><errorEventDefinition errorRef="E"/></startEvent>'
    handler = f'<subProcess id="v" triggeredByEvent="true">{start}{ends("ve")}{flows("vs ve")}</subProcess>'
    found = check(bundle(START + handler + ends("e") + flows("s e"), OUTSIDE))
    assert [one.element for one in found if one.severity == "error"] == ["vs"]
