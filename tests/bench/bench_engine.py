"""The engine with age and size: what a step costs late in a case against what it cost early, each pair in one run."""

import statistics
import time
from datetime import UTC, datetime

from app.engine import Run, compile_bundle, read_bundle
from app.engine.feel import compile_expression
from tests.bench import Figure
from tests.engine.drawing import HEAD, START, ends, flows, person

NOW = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
ROUNDS, WINDOW = 5_000, 200
TIMER = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
CONTEXT = {f"key{n}": n for n in range(18)} | {"amount": 1200, "department": "it"}
CONDITION = 'amount > 1000 and department = "it"'


def measure():
    yield from polling()
    yield Figure("a chain of 2,000 tasks against ten of 200", chain(2_000) / (10 * chain(200)), "x", 2)
    for kind in ("parallel", "inclusive"):
        ratio = blocks(kind, 60) / (6 * blocks(kind, 10))
        yield Figure(f"60 {kind} blocks in a row against six times 10", ratio, "x", 4)
    yield from approvals()
    yield Figure("a call 20 deep against twice 10 deep", calls(20) / (2 * calls(10)), "x", 2)
    yield Figure("a compiled FEEL condition over 20 keys", 1e6 * feel(), "us", 25)


def polling():
    """A loop with a timer in it, 5,000 times round: loaded, moved on and dumped each time."""
    run, costs, sizes = Run.start(loop(), {"found": False}, now=NOW), [], []
    plan = run.diagram
    for _ in range(ROUNDS):
        begun = time.process_time()
        state = run.dump()
        run = Run.load(plan, state)
        run.fire(run.timers[0].id, now=run.timers[0].due_at)
        costs.append(time.process_time() - begun)
        sizes.append(len(state))
    early, late = statistics.median(costs[5 : 5 + WINDOW]), statistics.median(costs[-WINDOW:])
    yield Figure("a step in round 5,000 of a loop against round 5", late / early, "x", 2)
    yield Figure("a step in round 5,000 of a loop, dump and load with it", 1e6 * late, "us")
    yield Figure("the state in round 5,000 against round 5", sizes[-1] / sizes[5], "x", 1.1)


def chain(number: int) -> float:
    tasks = "".join(f'<task id="t{n}"/>' for n in range(number))
    ways = flows("s t0", *(f"t{n} t{n + 1}" for n in range(number - 1)), f"t{number - 1} e")
    return started(diagram(START + tasks + ends("e") + ways))


def blocks(kind: str, number: int) -> float:
    body, ways, last = START, [], "s"
    for n in range(number):
        body += f'<{kind}Gateway id="f{n}"/><task id="a{n}"/><task id="b{n}"/><{kind}Gateway id="j{n}"/>'
        condition = ": true" if kind == "inclusive" else ""
        ways += [f"{last} f{n}", f"f{n} a{n}{condition}", f"f{n} b{n}{condition}", f"a{n} j{n}", f"b{n} j{n}"]
        last = f"j{n}"
    return started(diagram(body + ends("e") + flows(*ways, f"{last} e")))


def approvals():
    """1,000 people asked at once: what one answer costs, and the state that carries them all."""
    many, few = voting(1_000), voting(10)
    yield Figure("the state of 1,000 parallel approvals against 100 times 10", many[1] / (100 * few[1]), "x", 1)
    yield Figure("all of 1,000 parallel approvals against 100 times all of 10", many[0] / (100 * few[0]), "x", 4)


def voting(number: int) -> tuple[float, int]:
    loop = f"<loopCardinality>{number}</loopCardinality>"
    loop = f"<multiInstanceLoopCharacteristics>{loop}</multiInstanceLoopCharacteristics>"
    run = Run.start(diagram(START + person("u", loop) + ends("e") + flows("s u", "u e")), {"about": "x" * 100}, now=NOW)
    size, begun = len(run.dump()), time.process_time()
    for one in run.steps:
        run.complete(one.id, {"vote": "yes"}, now=NOW)
    assert run.finished
    return time.process_time() - begun, size


def calls(depth: int) -> float:
    """Processes that call the next; the innermost step is done, dumped and loaded."""
    one = '<process id="p{0}"><startEvent id="s{0}"/>{1}<endEvent id="e{0}"/>{2}</process>'
    parts = [
        one.format(n, f'<callActivity id="c{n}" calledElement="p{n + 1}"/>', flows(f"s{n} c{n}", f"c{n} e{n}"))
        for n in range(depth)
    ]
    parts.append(one.format(depth, person("deep"), flows(f"s{depth} deep", f"deep e{depth}")))
    plan = compile_bundle(read_bundle({"m": f"{HEAD}{''.join(parts)}</definitions>".encode()}, trusted=True), "p0")

    def act():
        run = Run.load(plan, Run.start(plan, {"a": 1}, now=NOW).dump())
        run.complete(run.steps[0].id, {"b": 2}, now=NOW)
        assert run.finished

    return cheapest(act)


def feel() -> float:
    condition = compile_expression(CONDITION)
    rounds = 2_000
    return cheapest(lambda: [condition.holds(CONTEXT) for _ in range(rounds)]) / rounds


def loop():
    body = START + '<exclusiveGateway id="m"/><task id="look"/><exclusiveGateway id="g" default="g_t"/>'
    body += f'<intermediateCatchEvent id="t">{TIMER}</intermediateCatchEvent>' + ends("e")
    return diagram(body + flows("s m", "m look", "look g", "g e: =found", "g t", "t m"))


def diagram(body: str):
    text = f'{HEAD}<process id="p" isExecutable="true">{body}</process></definitions>'
    return compile_bundle(read_bundle({"model.bpmn": text.encode()}, trusted=True))


def started(plan) -> float:
    def act():
        assert Run.start(plan, {}, now=NOW).finished

    return cheapest(act)


def cheapest(act, times: int = 5) -> float:
    """Processor seconds of the cheapest of several tries: what the work costs without what a busy machine adds."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        act()
        spent.append(time.process_time() - begun)
    return min(spent)
