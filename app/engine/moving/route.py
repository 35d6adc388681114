"""The way from one version of a diagram to another, shared by all runs that take it."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from SpiffWorkflow.util.task import TaskState

from app.engine.moving.branches import Branches
from app.engine.moving.likely import likely
from app.engine.moving.listening import settle_listeners
from app.engine.moving.reading import names_missing
from app.engine.moving.reason import Verdict, reason
from app.engine.moving.saved import renamed
from app.engine.moving.skipped import Skipped
from app.engine.moving.standing import Standing
from app.engine.run import Run
from app.engine.specs.gateways import ParallelGateway


@dataclass(frozen=True)
class Moved:
    """What came of an attempt: `run` is the run on the new diagram, None where it cannot stand there.

    `before`: the run that was judged. `since`: ids of timers that were reckoned anew -> the moment they count from.
    """

    verdict: Verdict
    run: Run | None = None
    before: Run | None = None
    since: dict[str, datetime] = field(default_factory=dict)


class Route:
    """From the Diagram `old` to `new`. Immutable; what is learned about the two drawings is learned once.

    `mapping`: ids of elements, flows and called processes of `old` -> who takes over in `new`. `recompute`: ids (of
    `new`) of timers whose moment is reckoned anew. `written(element id)` gives the variables that completing an element
    of `new` writes, None where nobody knows.
    """

    def __init__(self, old, new, mapping: dict | None = None, recompute=(), written=None):
        self.old, self.new = old, new
        self.mapping = {old.process: new.process, **(mapping or {})}
        self.recompute = frozenset(recompute)
        self.written = written or (lambda element: None)
        self.branches, self.skipped = Branches(self), Skipped(self)

    def attempt(self, run: Run, *, now: datetime) -> Moved:
        """Judge the run, loaded with the old diagram, and stand it on the new one; the given run stays as it is."""
        standing = Standing(self, run)
        found = list(standing.reasons)
        if any(one.kind in ("stay", "mapping") for one in found):
            return Moved(self._verdict(run, found, standing), before=run)
        found += [one for level in standing.levels for one in self.branches.troubles(level)]
        found += [one for level in standing.levels for one in self.skipped.troubles(level)]
        found += names_missing(self, run, standing.levels)
        if any(one.kind == "stay" for one in found):
            return Moved(self._verdict(run, found, standing), before=run)
        moved, since, notes = self._stand(run, standing, now)
        found += [*notes, *_new_incidents(run, moved)]
        verdict = self._verdict(run, found, standing)
        return Moved(verdict, None if verdict.kind == "stay" else moved, run, since)

    def id(self, id: str) -> str:
        """The id in the new version of an element, process or flow of the old one."""
        return self.mapping.get(id) or self._flows.get(id, id)

    def spec(self, old_spec):
        """The process or sub-process of the new version that takes over one of the old; None if there is no such."""
        found = self.new.specs.get(self.id(old_spec.id))
        return found if found is not None and found.kind == old_spec.kind else None

    def node(self, old_node):
        """The node that takes over, in the same process or sub-process; None if there is no such."""
        spec = self.spec(old_node.scope_spec)
        found = spec.node(self.id(old_node.name)) if spec else None
        return found if found is not None and found is not spec.start else None

    @cached_property
    def _flows(self) -> dict:
        """Flows of the old version that the new one draws under another id, between the same elements."""
        drawn = {}
        for flow in self.new.flows.values():
            drawn.setdefault((flow.source, flow.target), []).append(flow.id)
        found = {}
        for flow in self.old.flows.values():
            ends = tuple(self.mapping.get(end, end) for end in (flow.source, flow.target))
            if flow.id not in self.new.flows and len(drawn.get(ends, ())) == 1:
                found[flow.id] = drawn[ends][0]
        return found

    def _stand(self, run, standing, now):
        saved = renamed(self, run, json.loads(run.dump()), standing)
        data = json.dumps(saved, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
        moved = Run.load(self.new, data, run.budget)
        moved._begin_act(now)
        since, notes = settle_listeners(self, run, moved)
        for scope in moved.scopes.values():
            _look_again(scope)
        moved._end_act()
        return moved, since, notes

    def _verdict(self, run, found, standing):
        asked = {one.element for one in found if one.kind == "mapping" and one.rule != "move-call-changed"}
        candidates = {id: likely(self, id) for id in sorted(asked)}
        return Verdict.of(found, places(run), {**candidates, **standing.offered})


def places(run) -> tuple[str, ...]:
    """Where the run stands, in its own drawing, each element once and in reading order."""
    rows = (*run.steps, *run.calls, *run.timers, *run.waits, *run.incidents)
    order = {id: at for at, id in enumerate(run.diagram.order)}
    hosts = {id: one.attached_to for id, one in run.diagram.elements.items() if one.attached_to}
    found = {hosts.get(id, id) for id in ((*row.callers, row.element)[0] for row in rows)}
    return tuple(sorted(found, key=lambda id: order.get(id, len(order))))


def _look_again(scope):
    """A join that now waits for fewer branches may have them all."""
    for name, waiting in list(scope.arrivals.items()):
        if isinstance(scope.spec.task_specs.get(name), ParallelGateway):
            waiting[-1]._set_state(TaskState.READY)
            scope.run.enqueue(waiting[-1])


def _new_incidents(run, moved):
    known = {(one.id, one.kind) for one in run.incidents}
    for one in moved.incidents:
        if (one.id, one.kind) not in known:
            element = moved.diagram.elements[one.element]
            if one.kind == "stuck":
                yield reason("move-stands-still", "stay", None, element)
            else:
                said = {"message": one.message, "incident": one.rule, "about": dict(one.params)}
                yield reason("move-breaks", "person", None, element, **said)
