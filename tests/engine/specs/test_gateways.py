"""Gateways, and activities that split like them."""

import pytest

from tests.engine.drawing import NOW, START, again, done, ends, flows, opened, path, person, started

FORK = START + '<parallelGateway id="f"/><parallelGateway id="j"/>' + person("a") + person("b") + ends("e")
BOTH = FORK + flows("s f", "f a", "f b", "a j", "b j", "j e")


def exclusive(default=' default="x_b"'):
    return START + f'<exclusiveGateway id="x"{default}/>' + person("a") + person("b") + ends("e")


WAYS = flows("s x", "x a: n > 10", "x b", "a e", "b e")


def test_an_exclusive_gateway_takes_the_first_way_that_fits():
    assert opened(started(exclusive() + WAYS, {"n": 11})) == ["a"]
    assert opened(started(exclusive() + WAYS, {"n": 3})) == ["b"]


def test_feel_and_juel_conditions_decide_too():
    for condition in ("=n > 10", "${n > 10}"):
        ways = flows("s x", f"x a: {condition}", "x b", "a e", "b e")
        assert opened(started(exclusive() + ways, {"n": 11})) == ["a"]
        assert opened(started(exclusive() + ways, {"n": 1})) == ["b"]


def test_a_gateway_without_a_way_stands_and_can_be_tried_again_with_corrected_data():
    run = started(exclusive("") + flows("s x", "x a: n > 10", "x b: n == 0", "a e", "b e"), {"n": 3})
    (incident,) = run.incidents
    assert (incident.element, incident.kind) == ("x", "gateway") and not run.finished and not run.steps
    run = again(run)
    run.retry(run.incidents[0].id, now=NOW, values={"n": 11})
    assert opened(run) == ["a"] and run.incidents == ()


def test_a_condition_that_breaks_is_an_incident_at_its_gateway():
    run = started(exclusive() + flows("s x", "x a: nobody > 10", "x b", "a e", "b e"))
    (incident,) = run.incidents
    assert (incident.element, incident.kind) == ("x", "expression") and "nobody" in incident.message


def test_a_parallel_join_waits_for_all():
    run = started(BOTH)
    assert opened(run) == ["a", "b"]
    done(run, "a")
    run = again(run)
    assert opened(run) == ["b"]
    done(run, "b")
    assert run.finished and run.passed[-2].flows == ("a_j", "b_j")


def test_a_parallel_join_counts_one_token_of_each_flow():
    """Two tokens on one flow are not one on each."""
    body = (
        START + '<parallelGateway id="f"/><exclusiveGateway id="m"/><parallelGateway id="j"/>' + person("a") + ends("e")
    )
    run = started(
        body
        + flows("s f", "f m", "f m2", "m j", "a j", "j e").replace('targetRef="m2"', 'targetRef="m"')
        + flows("f a")
    )
    assert opened(run) == ["a"] and not run.finished
    done(run, "a")
    assert path(run).count("j") == 1


@pytest.mark.parametrize(("n", "expected"), [(1, ["a"]), (2, ["a", "b"]), (9, ["c"])])
def test_an_inclusive_split_takes_every_way_that_fits_and_its_join_waits_for_those(n, expected):
    body = START + '<inclusiveGateway id="o" default="o_c"/><inclusiveGateway id="j"/>' + "".join(map(person, "abcz"))
    ways = flows("s o", "o a: n < 3", "o b: n == 2", "o c", "a j", "b j", "c j", "j z", "z e")
    run = started(body + ends("e") + ways, {"n": n})
    assert opened(run) == expected
    for element in expected:
        assert "z" not in opened(run)
        done(again(run), element)
        done(run, element)
    assert opened(run) == ["z"]


def test_an_inclusive_join_does_not_wait_for_what_can_no_longer_come():
    body = START + '<parallelGateway id="f"/><exclusiveGateway id="x" default="x_q"/><inclusiveGateway id="j"/>'
    ways = flows("s f", "f a", "f x", "a j", "x b: n > 1", "x q", "b j", "j z", "z e", "q e2")
    run = started(body + "".join(map(person, "abzq")) + ends("e", "e2") + ways, {"n": 0})
    done(run, "a")
    assert opened(run) == ["q", "z"]


def test_a_complex_gateway_goes_on_at_two_of_three_and_swallows_the_third():
    gate = '<complexGateway id="c"><activationCondition>activationCount &gt;= 2</activationCondition></complexGateway>'
    body = START + '<parallelGateway id="f"/>' + gate + "".join(map(person, ["a1", "a2", "a3", "z"])) + ends("e")
    run = started(body + flows("s f", "f a1", "f a2", "f a3", "a1 c", "a2 c", "a3 c", "c z", "z e"))
    done(run, "a1")
    assert "z" not in opened(run)
    done(run, "a2")
    assert opened(run) == ["a3", "z"]
    run = again(run)
    done(run, "a3")
    assert opened(run) == ["z"]
    done(run, "z")
    assert run.finished


def discriminator(*ways: str) -> str:
    """Two of three, in a loop: what follows may send a token back in front of the split."""
    gate = '<complexGateway id="c"><activationCondition>activationCount &gt;= 2</activationCondition></complexGateway>'
    return START + gate + "".join(map(person, ["a1", "a2", "a3", "z"])) + flows("a1 c", "a2 c", "a3 c", *ways)


def test_a_complex_gateway_starts_anew_after_its_reset():
    ways = ["s m", "m f", "f a1", "f a2", "f a3", "c z", "z x", "x m: again", "x e"]
    gates = '<exclusiveGateway id="m"/><parallelGateway id="f"/><exclusiveGateway id="x" default="x_e"/>'
    run = started(discriminator(*ways) + gates + ends("e"), {"again": True})
    for one in ("a1", "a2", "a3"):
        done(run, one)
    assert opened(run) == ["z"]
    done(run, "z")
    assert opened(run) == ["a1", "a2", "a3"]
    run = again(done(again(done(run, "a3")), "a1"))
    assert opened(run) == ["a2", "z"]
    done(done(run, "z", {"again": False}), "a2")
    assert run.finished


def test_a_second_token_of_one_flow_waits_for_the_next_start():
    """It belongs to no flow that is still missing; nobody may lose it without a word."""
    ways = ["s f", "f a1", "f a2", "f m", "m a3", "c z", "z e"]
    two = '<parallelGateway id="f"/><task id="m" completionQuantity="2"/>'
    run = started(discriminator(*ways) + two + ends("e"))
    for one in ("a1", "a3", "a3", "a2"):
        done(run, one)
    done(run, "z")
    assert run.stuck == ("c",) and not run.finished


def test_a_complex_gateway_goes_on_when_its_last_token_can_no_longer_come():
    ways = ["s f", "f a1", "f a2", "f x", "x a3: n > 1", "x e", "c z", "z e2"]
    gates = '<parallelGateway id="f"/><exclusiveGateway id="x" default="x_e"/>'
    run = started(discriminator(*ways) + gates + ends("e", "e2"), {"n": 0})
    run = done(done(again(run), "a1"), "a2")
    assert opened(run) == ["z"]
    assert done(run, "z").finished


def test_several_flows_out_of_a_task_split():
    """SpiffWorkflow rejects them; BPMN 13.2.1 splits."""
    run = started(
        START + person("u") + person("a") + person("b") + ends("e") + flows("s u", "u a", "u b", "a e", "b e")
    )
    done(run, "u")
    assert opened(run) == ["a", "b"]


def test_a_lone_conditional_flow_out_of_a_task_is_obeyed():
    """SpiffWorkflow ignores the condition."""
    body = START + '<task id="t"/>' + person("a") + ends("e") + flows("s t", "t a: n > 1", "a e")
    assert opened(started(body, {"n": 2})) == ["a"]
    run = started(body, {"n": 0})
    assert run.steps == () and run.incidents[0].element == "t"


def test_conditional_default_and_plain_flows_of_a_task_together():
    body = START + '<task id="t" default="t_b"/>' + "".join(map(person, "abc")) + ends("e")
    ways = flows("s t", "t a: n > 1", "t b", "t c", "a e", "b e", "c e")
    assert opened(started(body + ways, {"n": 2})) == ["a", "c"]
    assert opened(started(body + ways, {"n": 0})) == ["b", "c"]


def test_a_join_nobody_can_complete_says_so():
    body = START + '<exclusiveGateway id="x" default="x_b"/><parallelGateway id="j"/><task id="a"/><task id="b"/>'
    run = started(body + ends("e") + flows("s x", "x a: n > 1", "x b", "a j", "b j", "j e"), {"n": 0})
    assert run.stuck == ("j",) and not run.finished
