"""Models from elsewhere: at every step of each, writing down and reading again changes nothing."""

from pathlib import Path

import pytest

from app.engine import Delivery, ModelRefused, Run, compile_bundle, read_bundle
from tests.engine.drawing import NOW

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FOLDERS = [
    "modelers",
    "camunda7",
    "camunda7-examples",
    "camunda8",
    "camunda-modeler",
    "flowable",
    "spiff",
    "conformance",
]
ACTS = 12


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_twin_that_is_written_down_after_every_step_takes_the_same_path(folder):
    if not CORPUS.exists():
        pytest.skip("The corpus folder is not beside the project, so no models from elsewhere were run.")
    walked = sum(walk(path) for path in sorted((CORPUS / folder).iterdir()) if path.suffix in (".bpmn", ".xml"))
    print(f"\n{folder}: {walked} models walked")
    assert walked


def walk(path) -> bool:
    try:
        plan = compile_bundle(read_bundle({path.name: path.read_bytes()}, trusted=True, accept=True))
    except ModelRefused:
        return False
    run = Run.start(plan, {}, now=NOW)
    for number in range(ACTS):
        state = run.dump()
        twin = Run.load(plan, state)
        assert twin.dump() == state, path.name
        possible = deeds(run)
        if not possible:
            break
        run.passed_rows = []
        for one in (run, twin):
            possible[number % len(possible)](one)
        assert run.passed == twin.passed and run.dump() == twin.dump(), path.name
    return True


def deeds(run):
    rows = [lambda r, i=one.id: r.complete(i, {}, now=NOW) for one in (*run.steps, *run.calls)]
    rows += [lambda r, i=one.id: r.fire(i, now=NOW) for one in run.timers]
    return rows + [lambda r, w=one: r.deliver(Delivery(w.kind, w.name, w.keys), now=NOW) for one in run.waits]
