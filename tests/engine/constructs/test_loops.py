"""Activities that repeat: standard loops and multi-instance, one small model each."""

import pytest

from app.engine import Run, check
from tests.engine.constructs import Construct, refused, runs, shows
from tests.engine.constructs.test_activities import OUTSIDE, SIGNAL, looped
from tests.engine.drawing import NOW, again, bundle, diagram, done, ends, flows, opened, path, person, script, started


@runs("Standard loop, tested after each round", "10.3.8, 13.3.6")
@runs("Standard loop, tested before", "10.3.8, 13.3.6")
@runs("Standard loop with a maximum", "10.3.8, 13.3.6")
@pytest.mark.parametrize(
    ("attributes", "condition", "rounds"),
    [
        ("", "n < 3", 3),
        ("", "n < 0", 1),
        ('testBefore="true"', "n < 0", 0),
        ('loopMaximum="2"', "n < 9", 2),
        ('testBefore="true" loopMaximum="2"', "n < 9", 2),
        ('loopMaximum="3"', "", 3),
    ],
)
def test_standard_loops(attributes, condition, rounds):
    said = f"<loopCondition>{condition.replace('<', '&lt;')}</loopCondition>" if condition else ""
    loop = f"<standardLoopCharacteristics {attributes}>{said}</standardLoopCharacteristics>"
    run = started(looped("scriptTask", f"{loop}<script>n = n + 1</script>"), {"n": 0})
    assert run.finished and run.data["n"] == rounds


@refused("Loop maximum below 1", "table 10.27", "no number of rounds")
def test_loops_that_never_run():
    body = looped("task", '<standardLoopCharacteristics loopMaximum="-1"/>')
    assert [one for one in check(bundle(body)) if one.element == "u" and one.severity == "error"]


def multi(inside, attributes=""):
    return f"<multiInstanceLoopCharacteristics {attributes}>{inside}</multiInstanceLoopCharacteristics>"


@shows(*(Construct(f"Multi-instance {how}", "10.3.8, 13.3.7") for how in ("in parallel", "in sequence")))
@pytest.mark.parametrize("sequential", ["false", "true"])
def test_several_instances(sequential):
    loop = multi("<loopCardinality>3</loopCardinality>", f'isSequential="{sequential}"')
    run = started(looped("userTask", loop))
    assert len(run.steps) == (1 if sequential == "true" else 3)
    for _ in range(3):
        run = done(again(run), "u")
    assert run.finished


COUNTERS = ["nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "nrOfTerminatedInstances"]


@runs("Multi-instance completion condition", "10.3.8", "it sees the counters, what is collected and the last result")
@runs("Multi-instance counters", "table 10.29", ", ".join(COUNTERS) + ", loopCounter; also with “numberOf”")
@pytest.mark.parametrize(
    ("condition", "needed"),
    [
        ("nrOfCompletedInstances == 2", 2),
        ("numberOfActiveInstances == 1", 3),
        ('=vote = "no"', 1),
        ("nrOfCompletedInstances / nrOfInstances >= 0.5 and nrOfTerminatedInstances == 0", 2),
    ],
)
def test_quorums(condition, needed):
    said = condition.replace("<", "&lt;").replace(">", "&gt;")
    run = started(
        looped(
            "userTask", multi(f"<loopCardinality>4</loopCardinality><completionCondition>{said}</completionCondition>")
        )
    )
    for _ in range(needed):
        assert not run.finished
        run = done(again(run), "u", {"vote": "no"})
    assert run.finished


BEHAVIOURS = {"None": 3, "One": 1, "All": 0, None: 0}


@shows(*(Construct(f"Multi-instance behaviour “{name.lower()}”", "table 10.30") for name in ("None", "One", "All")))
@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_events_thrown_as_instances_complete(behaviour):
    said = "" if behaviour is None else f'behavior="{behaviour}" {behaviour.lower()}BehaviorEventRef="D"'
    edge = '<boundaryEvent id="b" attachedToRef="u" cancelActivity="false">{}</boundaryEvent>'.format(
        SIGNAL.format("S")
    )
    outside = OUTSIDE + '<signalEventDefinition id="D" signalRef="S"/>'
    body = (
        looped("task", multi("<loopCardinality>3</loopCardinality>", said))
        + edge
        + script("h", "n = n + 1")
        + ends("e2")
    )
    run = Run.start(diagram(body + flows("b h", "h e2"), outside), {"n": 0}, now=NOW)
    assert run.finished and path(run).count("h") == BEHAVIOURS[behaviour]


@runs("Multi-instance behaviour “complex”", "table 10.30", "an interrupting boundary ends the remaining instances")
def test_complex_behaviour():
    rule = (
        "<complexBehaviorDefinition><condition>nrOfCompletedInstances == {n}</condition><event id='ev{n}'>{s}</event>"
    )
    rule += "</complexBehaviorDefinition>"
    edges = "".join(
        f'<boundaryEvent id="b{s}" attachedToRef="u" cancelActivity="{cancel}">{SIGNAL.format(s)}</boundaryEvent>'
        for s, cancel in (("S", "false"), ("S2", "true"))
    )
    rules = "".join(rule.format(n=n, s=SIGNAL.format(s)) for n, s in ((1, "S"), (2, "S2")))
    loop = multi(
        f"<loopCardinality>4</loopCardinality>{rules}",
        'behavior="Complex" isSequential="true"',
    )
    body = looped("userTask", loop) + edges + person("one") + person("two") + ends("e1", "e2")
    run = Run.start(diagram(body + flows("bS one", "bS2 two", "one e1", "two e2"), OUTSIDE), {}, now=NOW)
    assert opened(done(run, "u")) == ["one", "u"]
    assert opened(done(run, "u")) == ["one", "two"]


@runs(
    "Multi-instance over a collection of data items",
    "10.3.8",
    "BPMN's own data items, Camunda's, Flowable's and Zeebe's",
)
def test_bpmns_own_collections():
    inside = (
        '<ioSpecification><dataInput id="di" name="items"/><dataOutput id="do" name="results"/>'
        "<inputSet><dataInputRefs>di</dataInputRefs></inputSet><outputSet/></ioSpecification>"
    )
    loop = multi('<loopDataInputRef>items</loopDataInputRef><inputDataItem id="one" name="item"/>')
    run = started(looped("userTask", inside + loop), {"items": ["a", "b"]})
    assert [step.data.get("item") for step in run.steps] == ["a", "b"]


@refused("A negative number of instances", "10.3.8", "no number of times")
def test_negative_numbers():
    found = check(bundle(looped("task", multi("<loopCardinality>-1</loopCardinality>"))))
    assert [one.element for one in found if one.rule == "multi-instance-number"] == ["u"]
