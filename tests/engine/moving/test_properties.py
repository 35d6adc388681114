"""Random models moved at every step: to a copy nothing changes, to renamed elements and back neither."""

import itertools
import re
from collections import Counter

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some

from app.engine import Route, Run, compile_bundle
from tests.engine.drawing import NOW, bundle, ends, flows
from tests.engine.test_fixed_points import SEED, SHAPES, STEPS, Draft, deeds

IDS = re.compile(r'\b(id|sourceRef|targetRef|attachedToRef|default)="([^"]+)"')
START = {"v0": 1, "v1": 1, "v2": 0, "v3": 0}


def drawn(shape, draft=None) -> str:
    draft = draft or Draft()
    draft.ways.append(f"{draft.block(shape, 's')} e")
    return draft.body + ends("e") + flows(*draft.ways)


def renamed(text: str) -> tuple[str, dict]:
    """The same model with other ids for everything, and which is which."""
    names = {id: f"other_{id}" for key, id in IDS.findall(text) if key == "id"}
    return IDS.sub(lambda found: f'{found[1]}="other_{found[2]}"', text), names


def story(shape, choice, move):
    """A run and its twin take the same way, the twin being moved after every step."""
    text = drawn(shape)
    diagram = compile_bundle(bundle(text))
    run, twin = (Run.start(diagram, START, now=NOW) for _ in range(2))
    for _ in range(STEPS):
        if run.finished or run.incidents:
            break
        possible = deeds(run)
        _, deed = possible[choice.draw(some.integers(0, len(possible) - 1))]
        twin = move(diagram, text, twin)
        assert twin.dump() == run.dump()
        run.passed_rows, run.ended_rows = [], []
        deed(run), deed(twin)
        assert run.passed == twin.passed and run.steps == twin.steps and run.data == twin.data


def to_a_copy(diagram, text, run):
    return safe(Route(diagram, compile_bundle(bundle(text))).attempt(run, now=NOW))


def there_and_back(diagram, text, run):
    other, names = renamed(text)
    before = run.dump()
    there = safe(Route(diagram, compile_bundle(bundle(other)), names).attempt(run, now=NOW))
    assert run.dump() == before
    back = {new: old for old, new in names.items()}
    return safe(Route(there.diagram, diagram, back).attempt(again(there), now=NOW))


def again(run):
    return Run.load(run.diagram, run.dump())


def safe(moved):
    assert (moved.verdict.kind, moved.verdict.reasons, moved.verdict.notes) == ("safe", (), ())
    return again(moved.run)


@seed(SEED)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHAPES, some.data())
def test_moved_to_a_copy_at_every_step_a_run_takes_the_same_way(shape, choice):
    story(shape, choice, to_a_copy)


@seed(SEED)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHAPES, some.data())
def test_moved_to_other_names_and_back_a_run_is_the_same_to_the_byte(shape, choice):
    story(shape, choice, there_and_back)


@seed(SEED)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHAPES, some.data())
def test_to_a_changed_model_a_run_moves_whole_or_stays_as_it_was(shape, choice):
    """No exception, ids are kept, and what was moved can go on to its end without doing anything twice."""
    one = labelled(shape, itertools.count())
    two = changed(one, choice)
    run = Run.start(compile_bundle(bundle(drawn(one, Named()))), START, now=NOW)
    done = Counter(walk(run, choice, choice.draw(some.integers(0, 6))))
    before = run.dump()
    moved = Route(run.diagram, compile_bundle(bundle(drawn(two, Named())))).attempt(again(run), now=NOW)
    assert run.dump() == before
    if moved.run is None:
        assert moved.verdict.kind in ("mapping", "stay")
        return
    there = again(moved.run)
    assert [one.id for one in there.steps] == [one.id for one in run.steps]
    done.update(walk(there, choice, STEPS))
    assert not any(one.kind == "stuck" for one in there.incidents)
    if "twice" not in str(one) + str(two):
        assert [id for id, times in done.items() if id[0] == "u" and times > 1] == []


def walk(run, choice, steps) -> list[str]:
    """Some deeds; the elements that were completed."""
    for _ in range(steps):
        possible = deeds(run)
        if run.finished or run.incidents or not possible:
            break
        possible[choice.draw(some.integers(0, len(possible) - 1))][1](run)
    return [one.element for one in run.passed if one.state == "done"]


class Named(Draft):
    """Draws shapes with labels: what keeps its label keeps its ids, whatever stands around it."""

    def block(self, shape, source):
        label, *shape = shape
        outer, self.numbers = self.numbers, (f"{label}_{number}" for number in itertools.count())
        source = super().block(tuple(shape), source)
        self.numbers = outer
        return source


def labelled(shape, labels):
    name, *parts = shape
    return (f"n{next(labels)}", name, *(_labelled(part, labels) for part in parts))


def _labelled(part, labels):
    if isinstance(part, list):
        return [labelled(one, labels) for one in part]
    return labelled(part, labels) if isinstance(part, tuple) else part


def changed(shape, choice):
    """The shape after one or two changes that people make: another gateway, a step more or less, a frame around."""
    for at in range(choice.draw(some.integers(1, 2))):
        target = choice.draw(some.sampled_from([one[0] for one in everything(shape)]))
        shape = _changed(shape, target, choice, f"x{at}")
    return shape


def everything(shape):
    yield shape
    for part in shape[2:]:
        for one in part if isinstance(part, list) else [part] if isinstance(part, tuple) else []:
            yield from everything(one)


def _changed(shape, target, choice, fresh):
    label, name, *parts = shape
    if label != target:
        parts = [
            [_changed(one, target, choice, fresh) for one in part] if isinstance(part, list)
            else _changed(part, target, choice, fresh) if isinstance(part, tuple) else part
            for part in parts
        ]
        return label, name, *parts
    more = [_gate, _more, _fewer] if name in GATES else [_unframed] if name == "inside" else []
    ways = [_leaf, _framed, _after, *more]
    return choice.draw(some.sampled_from(ways))(shape, choice, fresh)


GATES = ("both", "one", "some")


def _leaf(shape, choice, fresh):
    return (shape[0], choice.draw(some.sampled_from(["task", "call", "wait", "each", "remind", "limit"])))


def _framed(shape, choice, fresh):
    return fresh, "inside", shape


def _unframed(shape, choice, fresh):
    return shape[2]


def _after(shape, choice, fresh):
    return f"{fresh}l", "line", [shape, (fresh, "task")] if choice.draw(some.booleans()) else [(fresh, "task"), shape]


def _gate(shape, choice, fresh):
    return shape[0], choice.draw(some.sampled_from(GATES)), shape[2]


def _more(shape, choice, fresh):
    return shape[0], shape[1], [*shape[2], (fresh, "task")]


def _fewer(shape, choice, fresh):
    return (shape[0], shape[1], shape[2][1:]) if len(shape[2]) > 2 else (f"{fresh}l", "line", shape[2])
