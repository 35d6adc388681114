"""Inclusive gateways (BPMN 13.4.3): wait for every token that can still come, take every way that fits."""

from functools import cached_property

from app.engine.asking import decide
from app.engine.specs.node import Node


class Synchronising(Node):
    """A join that looks at the whole scope to decide whether another token may still come."""

    def begin(self, token):
        if len(self.incoming) < 2:
            return True
        return token.workflow.run.arrive(token, self.never_on_arrival)

    def never_on_arrival(self, waiting):
        """Decided only when nothing moves any more, so that nothing on its way is overlooked."""

    @cached_property
    def sources(self) -> dict:
        """Incoming flow id -> names of the nodes from which a token can reach it without passing this gateway."""
        return {flow.id: self._backwards(flow) for flow in self.incoming}

    def due(self, scope, waiting) -> list | None:
        """The tokens to unite (the first of each flow), or None while the clause of 13.4.3 says wait."""
        first = {}
        for token in waiting:
            first.setdefault(token.via, token)
        empty = [flow.id for flow in self.incoming if flow.id not in first]
        moving = {token.task_spec.name for token in scope.walking() if token.task_spec is not self}
        for name in moving:
            if self._reaches(name, empty) and not self._reaches(name, first):
                return None
        return list(first.values())

    def _reaches(self, name, flows):
        return any(name in self.sources[flow] for flow in flows)

    def _backwards(self, flow):
        seen, todo = set(), [flow.source_node]
        while todo:
            node = todo.pop()
            if node.name in seen or node is self:
                continue
            seen.add(node.name)
            todo.extend(node.before)
        return seen


class InclusiveGateway(Synchronising):
    def choose(self, token):
        if len(self.flows) == 1 and not self.flows[0].condition:
            return list(self.flows)
        ways = [flow for flow in self.flows if flow.id != self.default]
        chosen = [flow for flow in ways if flow.condition is None or decide(token, flow.condition)]
        chosen = chosen or [flow for flow in self.flows if flow.id == self.default]
        return chosen or (self.no_way() if self.flows else [])
