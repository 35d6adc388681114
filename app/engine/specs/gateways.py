"""Exclusive and parallel gateways (BPMN 13.4.1, 13.4.2)."""

from app.engine import join
from app.engine.asking import decide
from app.engine.specs.node import Node


class ExclusiveGateway(Node):
    """Every arriving token takes the first outgoing flow whose condition holds."""

    def choose(self, token):
        ways = [flow for flow in self.flows if flow.id != self.default]
        for flow in ways:
            if flow.condition is None or decide(token, flow.condition):
                return [flow]
        default = [flow for flow in self.flows if flow.id == self.default]
        return default or (self.no_way() if self.flows else [])


class ParallelGateway(Node):
    """Waits for one token from each incoming flow, then sends one along each outgoing flow; conditions do not count.

    SpiffWorkflow predicts past unreached joins, so that blocks in a row load exponentially; nothing is predicted here.
    """

    def begin(self, token):
        if len(self.incoming) < 2:
            return True
        return token.workflow.run.arrive(token, self.ready)

    def ready(self, waiting):
        """One token per incoming flow, or None while one is missing."""
        by_flow = {}
        for token in waiting:
            by_flow.setdefault(token.via, token)
        return list(by_flow.values()) if len(by_flow) == len(self.incoming) else None

    def choose(self, token):
        return list(self.flows)


def unite(token, tokens) -> None:
    """One token goes on for all that met; the others are gone. Their flows are reported with it."""
    scope = token.workflow
    ordered = sorted(tokens, key=lambda one: int(one.id))
    join.merge(ordered, token)
    token.internal_data["flows"] = [one.via for one in ordered if one.via]
    for other in tokens:
        if other is not token:
            scope.forget(other)
