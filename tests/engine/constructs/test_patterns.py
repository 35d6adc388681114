"""The workflow control patterns 1 to 20 (van der Aalst and others), each as BPMN draws it."""

from app.engine import Delivery, Run
from tests.engine.constructs import runs
from tests.engine.drawing import NOW, START, again, diagram, done, ends, flows, opened, path, person, started

SIGNAL = '<signal id="S" name="alarm"/><error id="E" errorCode="E1"/>'


def pattern(number, name, how=""):
    return runs(f"Pattern {number}: {name}", "13", how)


def gate(kind, id, more=""):
    return f'<{kind}Gateway id="{id}" {more}/>'


def tasks(names):
    return "".join(f'<task id="{one}"/>' for one in names)


def walked(run, among):
    return [one for one in path(run) if one in among]


@pattern(1, "Sequence")
def test_sequence():
    assert walked(started(START + tasks("ab") + ends("e") + flows("s a", "a b", "b e")), "ab") == ["a", "b"]


@pattern(2, "Parallel split")
@pattern(3, "Synchronisation")
def test_split_and_synchronisation():
    body = START + gate("parallel", "f") + tasks("ab") + gate("parallel", "j") + tasks("c") + ends("e")
    run = started(body + flows("s f", "f a", "f b", "a j", "b j", "j c", "c e"))
    assert walked(run, "abc") == ["a", "b", "c"] and run.finished


def choice(kind, n):
    body = START + gate(kind, "g", 'default="g_c"') + tasks("abc") + gate(kind, "j") + tasks("d") + ends("e")
    ways = flows("s g", "g a: n < 2", "g b: n < 3", "g c", "a j", "b j", "c j", "j d", "d e")
    return walked(started(body + ways, {"n": n}), "abcd")


@pattern(4, "Exclusive choice")
@pattern(5, "Simple merge")
def test_exclusive_choice_and_simple_merge():
    assert [choice("exclusive", n) for n in (1, 2, 3)] == [["a", "d"], ["b", "d"], ["c", "d"]]


@pattern(6, "Multi-choice")
@pattern(7, "Structured synchronising merge")
def test_multi_choice_and_synchronising_merge():
    assert [choice("inclusive", n) for n in (1, 2, 3)] == [["a", "b", "d"], ["b", "d"], ["c", "d"]]


@pattern(8, "Multi-merge")
def test_multi_merge():
    body = START + gate("parallel", "f") + tasks("ab") + gate("exclusive", "j") + tasks("c") + ends("e")
    assert walked(started(body + flows("s f", "f a", "f b", "a j", "b j", "j c", "c e")), "c") == ["c", "c"]


def several(name, inside):
    loop = f"<multiInstanceLoopCharacteristics>{inside}</multiInstanceLoopCharacteristics>"
    return START + person(name, loop) + tasks("d") + ends("e") + flows(f"s {name}", f"{name} d", "d e")


@pattern(9, "Structured discriminator", "complex gateway, or multi-instance behaviour “one”")
def test_discriminator():
    body = START + gate("parallel", "f") + person("a") + person("b")
    body += '<complexGateway id="j"><activationCondition>activationCount >= 1</activationCondition></complexGateway>'
    run = started(
        body.replace(">=", "&gt;=") + tasks("c") + ends("e") + flows("s f", "f a", "f b", "a j", "b j", "j c", "c e")
    )
    done(run, "b")
    assert walked(run, "c") == ["c"]
    run.passed_rows.clear()
    assert walked(done(run, "a"), "c") == [] and run.finished


@pattern(10, "Arbitrary cycles")
def test_arbitrary_cycles():
    """Two ways into a loop and two out of it."""
    body = START + gate("exclusive", "g", 'default="g_m"') + gate("exclusive", "m") + gate("exclusive", "k")
    body += person("a") + gate("exclusive", "x", 'default="x_k"') + person("b")
    body += gate("exclusive", "y", 'default="y_k"') + ends("e", "o")
    ways = flows(
        "s g",
        "g m",
        "g k: inner",
        "m a",
        "a x",
        "x e: out",
        "x k",
        "x m: twice",
        "k b",
        "b y",
        "y o: out",
        "y k",
        "y m: back",
    )
    run = started(body + ways, {"inner": False, "out": False, "twice": False, "back": False})
    assert opened(done(run, "a")) == ["b"]
    assert opened(done(run, "b", {"back": True})) == ["a"]
    assert done(again(run), "a", {"out": True}).finished


@pattern(11, "Implicit termination")
def test_implicit_termination():
    run = done(started(START + gate("parallel", "f") + person("a") + person("b") + flows("s f", "f a", "f b")), "a")
    assert not run.finished and done(again(run), "b").finished


@pattern(12, "Multiple instances without synchronisation")
def test_instances_without_synchronisation():
    body = START + tasks("l") + gate("inclusive", "g", 'default="g_e"') + person("a") + ends("e", "f")
    count = '<scriptTask id="n" scriptFormat="python"><script>i = i + 1</script></scriptTask>'
    run = started(
        body.replace('<task id="l"/>', count) + flows("s n", "n g", "g n: i < 3", "g a: True", "g e", "a f"), {"i": 0}
    )
    assert opened(run) == ["a", "a", "a"]


@pattern(13, "Multiple instances, number known when drawn")
@pattern(14, "Multiple instances, number known when they begin")
def test_instances_of_a_known_number():
    for number in ("3", "n"):
        run = started(several("a", f"<loopCardinality>{number}</loopCardinality>"), {"n": 3})
        for _ in range(3):
            assert walked(run, "d") == []
            done(run, "a")
        assert run.finished and walked(run, "d") == ["d"]


@pattern(15, "Multiple instances, number not known", "an ad-hoc sub-process whose work is offered again")
def test_instances_of_an_unknown_number():
    body = (
        START
        + '<adHocSubProcess id="u">'
        + person("a")
        + "<completionCondition>enough</completionCondition></adHocSubProcess>"
    )
    run = started(body + ends("e") + flows("s u", "u e"), {"enough": False})
    for _ in range(4):
        done(run, "a")
    assert opened(run) == ["a"] and done(run, "a", {"enough": True}).finished


CATCH = '<intermediateCatchEvent id="{0}"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>'
TIMER = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
TIMER = f'<intermediateCatchEvent id="t">{TIMER}</intermediateCatchEvent>'


@pattern(16, "Deferred choice")
def test_deferred_choice():
    body = START + gate("eventBased", "g") + CATCH.format("c") + TIMER + tasks("ab") + ends("e")
    run = Run.start(diagram(body + flows("s g", "g c", "g t", "c a", "t b", "a e", "b e"), SIGNAL), {}, now=NOW)
    run.deliver(Delivery("signal", "alarm"), now=NOW)
    assert walked(run, "ab") == ["a"] and run.finished and run.timers == ()


@pattern(17, "Interleaved parallel routing", "an ad-hoc sub-process in sequence")
def test_interleaved_routing():
    body = START + '<adHocSubProcess id="u" ordering="Sequential">' + person("a") + person("b") + "</adHocSubProcess>"
    run = started(body + ends("e") + flows("s u", "u e"))
    assert opened(run) == ["a"] and opened(done(run, "a")) == ["b"] and done(run, "b").finished


@pattern(18, "Milestone", "a signal or condition that is waited for")
def test_milestone():
    body = START + gate("parallel", "f") + person("a") + CATCH.format("c") + person("b") + ends("e")
    throw = '<intermediateThrowEvent id="t"><signalEventDefinition signalRef="S"/></intermediateThrowEvent>'
    run = Run.start(diagram(body + throw + flows("s f", "f a", "a t", "t e", "f c", "c b", "b e"), SIGNAL), {}, now=NOW)
    assert opened(run) == ["a"] and opened(done(again(run), "a") and done(run, "a")) == ["b"]


@pattern(19, "Cancel task")
def test_cancel_task():
    edge = '<boundaryEvent id="k" attachedToRef="a"><signalEventDefinition signalRef="S"/></boundaryEvent>'
    run = Run.start(
        diagram(START + person("a") + edge + tasks("b") + ends("e", "f") + flows("s a", "a e", "k b", "b f"), SIGNAL),
        {},
        now=NOW,
    )
    run.deliver(Delivery("signal", "alarm"), now=NOW)
    assert (
        run.finished
        and run.ended == ("f",)
        and [one.element for one in run.passed if one.state == "cancelled"] == ["a"]
    )


@pattern(20, "Cancel case")
def test_cancel_case():
    for definition in ("<terminateEventDefinition/>", '<errorEventDefinition errorRef="E"/>'):
        body = (
            START
            + gate("parallel", "f")
            + person("a")
            + person("b")
            + f'<endEvent id="x">{definition}</endEvent>'
            + ends("e")
        )
        run = Run.start(diagram(body + flows("s f", "f a", "f b", "a e", "b x"), SIGNAL), {}, now=NOW)
        done(run, "b")
        assert run.finished or run.failure.code == "E1"
