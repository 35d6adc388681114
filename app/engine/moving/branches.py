"""What stands side by side must do so in the new version too: no work twice, no join that waits for ever."""

from functools import cached_property
from itertools import combinations

from app.engine.moving.reason import reason
from app.engine.specs.gateways import ParallelGateway
from app.engine.specs.inclusive import Synchronising


class Paths:
    """Where tokens can get to in one process or sub-process, by names of nodes."""

    def __init__(self, spec):
        self.spec = spec
        self.known = {}

    @cached_property
    def after(self) -> dict[str, tuple[str, ...]]:
        """The nodes right behind each one; boundary events lie behind their activity."""
        nodes = [node for node in self.spec.task_specs.values() if node is not self.spec.start]
        return {
            node.name: (*(way.node.name for way in node.flows), *(one.name for one in getattr(node, "boundaries", ())))
            for node in nodes
        }

    def ahead(self, name: str, *without: str) -> frozenset[str]:
        """The node itself and everything a token there can reach without passing one of `without`."""
        key = (name, without)
        if key not in self.known:
            self.known[key] = self._reached([name], set(without))
        return self.known[key]

    def from_starts(self, *without: str) -> frozenset[str]:
        key = (None, without)
        if key not in self.known:
            entries = [node.name for node in (*self.spec.starts, *self.spec.entries.values())]
            self.known[key] = self._reached([name for name in entries if name not in without], set(without))
        return self.known[key]

    def alone(self, name: str) -> frozenset[str]:
        """What a token does by itself: up to the joins, where it meets others."""
        if name in self.joins:
            return frozenset()
        key = (name, "alone")
        if key not in self.known:
            self.known[key] = self._reached([name], self.joins) - self.joins
        return self.known[key]

    @cached_property
    def joins(self) -> set[str]:
        return {name for name, node in self.spec.task_specs.items() if name in self.after and _joins(node)}

    def _reached(self, todo, without):
        seen = set()
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            todo.extend(one for one in self.after.get(name, ()) if one not in without)
        return frozenset(seen)


class Branches:
    """The paths of both drawings, learned once for all runs of a Route."""

    def __init__(self, route):
        self.route = route
        self.drawn = {}

    def paths(self, spec) -> Paths:
        return self.drawn.setdefault(spec, Paths(spec))

    def troubles(self, level):
        """Work that would be done twice, and joins that would wait for branches that never began."""
        positions = [one for one in level.positions if one.token.role == ""]
        for one, two in combinations(positions, 2):
            yield from self._twice(one, two, level)
        yield from self._starving(level, positions)

    def _twice(self, one, two, level):
        new, old = self.paths(level.spec), self.paths(level.scope.spec)
        both = self._met(new, one.new, two.new)
        if not both:
            return
        before = {self.route.id(name) for name in self._met(old, one.old, two.old)}
        fresh = [name for name in self.route.new.order if name in both - before]
        work = [name for name in fresh if level.spec.task_specs[name].element.kind != "endEvent"]
        if work:
            yield reason("move-twice", "stay", one.old, level.spec.task_specs[work[0]])

    def _met(self, paths, one, two):
        return paths.alone(one.name) & paths.alone(two.name)

    def _starving(self, level, positions):
        new, old = self.paths(level.spec), self.paths(level.scope.spec)
        places = [(one.new.name, one.flow) for one in positions]
        for node in level.spec.task_specs.values():
            if _counts(node) and any(node.name in new.ahead(name) for name, _ in places):
                missing = _missing(node, new, places)
                before = level.scope.spec.task_specs.get(self._was(node.name))
                known = [(one.old.name, _way(one.token)) for one in positions]
                if missing and not (before is not None and _counts(before) and _missing(before, old, known)):
                    told = self.route.new.about(missing[0].source_node.element)
                    names = {"branch": told["it"], "branch_id": told["at"]}
                    yield reason("move-branch-missing", "stay", positions[0].old, node, **names)

    def _was(self, name):
        return next((old for old, new in self.route.mapping.items() if new == name), name)


def _missing(join, paths, places) -> list:
    """Ways into the join that no token has come by, and none can come by."""
    came = {flow.id for name, flow in places if flow is not None and name == join.name}
    moving = [name for name, _ in places if name != join.name]
    return [
        way for way in join.incoming
        if way.id not in came and not any(way.source_node.name in paths.ahead(name, join.name) for name in moving)
    ]


def _way(token):
    """The flow by which a token came to the join of the old version that it waits at."""
    if token not in token.workflow.arrivals.get(token.task_spec.name, ()):
        return None
    return next((way for way in token.task_spec.incoming if way.id == token.via), None)


def _counts(node) -> bool:
    return isinstance(node, ParallelGateway) and len(node.incoming) > 1


def _joins(node) -> bool:
    meets = isinstance(node, (ParallelGateway, Synchronising)) and len(node.incoming) > 1
    return meets or getattr(node, "start_quantity", 1) > 1
