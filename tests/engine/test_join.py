"""What parallel branches do to variables, and what a join makes of it."""

import itertools

import pytest

from app.engine import Run
from tests.engine.drawing import NOW, START, again, diagram, done, ends, flows, opened, person, script, started

FORK = START + '<parallelGateway id="f"/><parallelGateway id="j"/>' + person("a") + person("b")
WAYS = ("s f", "f a", "f b", "a j", "b j")
GATE = '<exclusiveGateway id="x" default="x_no"/>' + person("yes") + person("no") + ends("e1", "e2")
DECIDED = FORK + GATE + flows(*WAYS, "j x", 'x yes: decision == "approved"', "x no", "yes e1", "no e2")


@pytest.mark.parametrize("order", list(itertools.permutations("ab")))
def test_a_decision_is_not_overwritten_by_a_stale_copy_in_any_order(order):
    """SpiffWorkflow let the later branch's untouched copy win."""
    run = started(DECIDED, {"decision": "approved"})
    for element in order:
        done(run, element, {"decision": "rejected"} if element == "a" else {"note": "fine"})
        run = again(run)
    assert opened(run) == ["no"] and run.data == {"decision": "rejected", "note": "fine"}


@pytest.mark.parametrize("order", list(itertools.permutations("ab")))
def test_contradicting_branches_are_an_incident_for_whoever_reads_not_a_coin_toss(order):
    run = started(DECIDED)
    for element in order:
        done(run, element, {"decision": "approved" if element == "a" else "rejected"})
    (incident,) = again(run).incidents
    assert (incident.element, incident.kind) == ("x", "conflict") and "decision" in incident.message
    run.retry(incident.id, now=NOW, values={"decision": "approved"})
    assert opened(run) == ["yes"]


def test_the_same_value_from_both_branches_is_no_contradiction():
    run = started(DECIDED)
    done(done(run, "a", {"decision": "approved"}), "b", {"decision": "approved"})
    assert opened(run) == ["yes"]


def test_a_contradiction_that_is_written_over_before_anybody_reads_it_is_none():
    body = FORK + script("fix", 'decision = "approved"') + person("z") + ends("e")
    run = started(body + flows(*WAYS, "j fix", "fix z", "z e"))
    done(done(run, "a", {"decision": 1}), "b", {"decision": 2})
    assert run.steps[0].data == {"decision": "approved"}


def test_a_contradicted_variable_has_no_value_and_is_named():
    run = started(FORK + person("z") + ends("e") + flows(*WAYS, "j z", "z e"))
    done(done(run, "a", {"decision": 1}), "b", {"decision": 2})
    assert run.steps[0].data == {} and run.disputed == {"decision": [2, 1]}


def test_changes_before_the_split_are_no_contradiction():
    run = started(DECIDED, {"decision": "rejected"})
    done(run, "b")
    done(run, "a", {"decision": "approved"})
    assert opened(run) == ["yes"]


def test_nested_splits_merge_from_the_inside_out():
    inner = '<parallelGateway id="f2"/><parallelGateway id="j2"/>' + person("c") + person("d")
    ways = flows("s f", "f f2", "f b", "f2 c", "f2 d", "c j2", "d j2", "j2 j", "b j", "j z", "z e")
    run = started(FORK + inner + person("z") + ends("e") + ways, {"k": 0})
    done(run, "c", {"c": 1})
    done(run, "d", {"d": 1, "k": 5})
    run = again(run)
    done(run, "b", {"b": 1})
    assert run.steps[0].data == {"k": 5, "c": 1, "d": 1, "b": 1}


def test_removing_a_variable_in_one_branch_removes_it_after_the_join():
    body = FORK.replace('<userTask id="a" name="a"></userTask>', script("a", "del secret")) + person("z") + ends("e")
    run = started(body + flows(*WAYS, "j z", "z e"), {"secret": 1})
    done(run, "b")
    assert run.steps[0].data == {}


def test_true_and_one_are_different_values():
    run = started(DECIDED.replace('decision == "approved"', "decision"), {})
    done(done(run, "a", {"decision": True}), "b", {"decision": 1})
    assert run.incidents[0].kind == "conflict"


def test_splits_that_are_over_are_forgotten():
    """History must not make the state grow."""
    body = START + '<exclusiveGateway id="m"/><parallelGateway id="f"/><task id="log"/>' + person("u") + ends("e")
    plan = diagram(body + flows("s m", "m f", "f log", "log e", "f u", "u m"))
    run, sizes = Run.start(plan, {}, now=NOW), []
    for _ in range(30):
        done(run, "u", {"n": 1})
        sizes.append(len(run.dump()))
    assert sizes[-1] - sizes[5] < 60


def test_a_reminder_beside_its_activity_is_a_branch_of_its_own():
    timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
    event = f'<boundaryEvent id="r" attachedToRef="a" cancelActivity="false">{timer}</boundaryEvent>'
    body = START + person("a") + event + person("b") + '<parallelGateway id="j"/>' + GATE
    plan = diagram(
        body + flows("s a", "a j", "r b", "b j", "j x", 'x yes: decision == "approved"', "x no", "yes e1", "no e2")
    )
    for first, second, kinds in (("a", "b", ["conflict"]), ("b", "a", ["conflict"])):
        run = Run.start(plan, {}, now=NOW)
        run.fire(run.timers[0].id, now=NOW)
        done(again(run), first)
        done(done(run, first, {"decision": "approved"}), second, {"decision": "rejected"})
        assert [one.kind for one in run.incidents] == kinds


def test_a_contradiction_is_not_forgotten_inside_a_sub_process():
    inner = (
        '<startEvent id="is"/><exclusiveGateway id="x" default="x_n"/><task id="y"/><task id="n"/><endEvent id="ie"/>'
    )
    inner += flows("is x", 'x y: =decision = "approved"', "x n", "y ie", "n ie")
    body = FORK + f'<subProcess id="sub">{inner}</subProcess>' + ends("e") + flows(*WAYS, "j sub", "sub e")
    run = started(body)
    done(done(run, "a", {"decision": 1}), "b", {"decision": 2})
    assert [(one.element, one.kind) for one in again(run).incidents] == [("x", "conflict")]
