"""Never slower with age, never wrong with size; and what runs away stops."""

import time

from app.engine import Run, compile_bundle
from tests.engine.drawing import NOW, START, bundle, diagram, done, ends, flows, path, person, script, started

TIMER = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
POLLING = (
    START
    + '<exclusiveGateway id="m"/><task id="look"/>'
    + f'<exclusiveGateway id="g" default="g_t"/><intermediateCatchEvent id="t">{TIMER}</intermediateCatchEvent>'
    + ends("e")
    + flows("s m", "m look", "look g", "g e: =found", "g t", "t m")
)


def test_a_polling_loop_of_5000_rounds_costs_what_the_fifth_did():
    """SpiffWorkflow's iterators stop at depth 1000: a polling loop of four nodes died after 249 rounds."""
    plan = diagram(POLLING)
    run, costs, sizes = Run.start(plan, {"found": False}, now=NOW), [], []
    for _ in range(5000):
        begun = time.process_time()
        state = run.dump()
        run = Run.load(plan, state)
        run.fire(run.timers[0].id, now=run.timers[0].due_at)
        costs.append(time.process_time() - begun)
        sizes.append(len(state))
    assert not run.finished and sizes[-1] - sizes[5] < 20
    assert min(costs[-500:]) < 2 * min(costs[:500])


def test_a_chain_of_2000_tasks():
    """SpiffWorkflow recurses out of its stack at 400."""
    chain = "".join(f'<task id="t{n}"/>' for n in range(2000))
    ways = flows("s t0", *(f"t{n} t{n + 1}" for n in range(1999)), "t1999 e")
    run = started(START + chain + ends("e") + ways)
    assert run.finished and len(path(run)) == 2002


def test_60_parallel_blocks_in_a_row():
    """SpiffWorkflow loads them exponentially: 16 took 29 seconds, 20 hung."""
    body, ways, last = START, [], "s"
    for n in range(60):
        body += f'<parallelGateway id="f{n}"/><task id="a{n}"/><task id="b{n}"/><parallelGateway id="j{n}"/>'
        ways += [f"{last} f{n}", f"f{n} a{n}", f"f{n} b{n}", f"a{n} j{n}", f"b{n} j{n}"]
        last = f"j{n}"
    begun = time.process_time()
    run = started(body + ends("e") + flows(*ways, f"{last} e"))
    assert run.finished and len(path(run)) == 242 and time.process_time() - begun < 5


def test_60_inclusive_blocks_in_a_row():
    body, ways, last = START, [], "s"
    for n in range(60):
        body += f'<inclusiveGateway id="f{n}"/><task id="a{n}"/><task id="b{n}"/><inclusiveGateway id="j{n}"/>'
        ways += [f"{last} f{n}", f"f{n} a{n}: true", f"f{n} b{n}: true", f"a{n} j{n}", f"b{n} j{n}"]
        last = f"j{n}"
    run = started(body + ends("e") + flows(*ways, f"{last} e"))
    assert run.finished and len(path(run)) == 242


def test_1000_parallel_approvals():
    loop = (
        "<multiInstanceLoopCharacteristics><loopCardinality>1000</loopCardinality></multiInstanceLoopCharacteristics>"
    )
    run = started(START + person("u", loop) + ends("e") + flows("s u", "u e"), {"about": "x" * 1000})
    assert len(run.steps) == 1000 and len(run.dump()) < 400_000
    run = Run.load(run.diagram, run.dump())
    for one in run.steps:
        run.complete(one.id, {"vote": "yes"}, now=NOW)
    assert run.finished and path(run).count("u") == 1000


def test_a_parallel_split_of_500_joins_again():
    tasks = "".join(f'<task id="t{n}"/>' for n in range(500))
    ways = flows("s f", *(f"f t{n}" for n in range(500)), *(f"t{n} j" for n in range(500)), "j e")
    run = started(START + '<parallelGateway id="f"/><parallelGateway id="j"/>' + tasks + ends("e") + ways)
    assert run.finished and path(run).count("j") == 1


def test_calls_20_deep():
    process = (
        '<process id="p{n}" isExecutable="true"><startEvent id="s{n}"/>{body}<endEvent id="e{n}"/>{ways}</process>'
    )
    outside = "".join(
        process.format(
            n=n, body=f'<callActivity id="c{n}" calledElement="p{n + 1}"/>', ways=flows(f"s{n} c{n}", f"c{n} e{n}")
        )
        for n in range(1, 20)
    ) + process.format(n=20, body=person("deep"), ways=flows("s20 deep", "deep e20"))
    call = START + '<callActivity id="c0" calledElement="p1"/>' + ends("e") + flows("s c0", "c0 e")
    run = Run.start(compile_bundle(bundle(call, outside), "p"), {"a": 1}, now=NOW)
    assert run.steps[0].callers == tuple(f"c{n}" for n in range(20))
    done(run, "deep", {"b": 2})
    assert run.finished and run.data == {"a": 1, "b": 2}


def test_a_loop_that_never_waits_stops_and_names_itself():
    body = START + '<exclusiveGateway id="m"/><task id="x" name="Round and round"/><task id="n"/>' + ends("e")
    run = started(body + flows("s m", "m x", "x m", "n e"))
    (incident,) = run.incidents
    assert incident.kind == "budget" and "Round and round" in incident.message
    run.retry(incident.id, now=NOW)
    assert len(run.incidents) == 1


def test_a_million_instances_are_refused_at_the_element():
    loop = "<loopCardinality>10 ** 6</loopCardinality>"
    loop = f"<multiInstanceLoopCharacteristics>{loop}</multiInstanceLoopCharacteristics>"
    run = started(START + person("u", loop) + ends("e") + flows("s u", "u e"))
    assert run.incidents[0].kind == "budget" and run.steps == ()


def test_a_fork_that_multiplies_itself_stops():
    body = (
        START + '<exclusiveGateway id="m"/><parallelGateway id="f"/>' + person("u") + flows("s m", "m f", "f m", "f u")
    )
    run = started(body + ends("e") + flows("u e"))
    assert {one.kind for one in run.incidents} == {"budget"}


def test_a_script_that_grows_its_data_stops():
    run = started(START + script("c", "x = ['a' * 1000] * 10 ** 6") + ends("e") + flows("s c", "c e"))
    assert run.incidents[0].kind == "script"
