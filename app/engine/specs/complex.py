"""Complex gateways (BPMN 13.4.5): start when the activation condition holds, reset when no further token can come."""

from app.engine.asking import decide, reckon
from app.engine.errors import Trouble
from app.engine.specs.inclusive import InclusiveGateway

PHASE = "gateway"


class ComplexGateway(InclusiveGateway):
    """`activation`: expression over the data and `activationCount`, the number of tokens that wait at the gateway.

    The scope's notes hold the flows that gave a token at the start, for as long as the gateway waits for its reset.
    Conditions behind it see `activationCount` and `waitingForStart`: true at the start, false at the reset.
    """

    activation = None

    def begin(self, token):
        if len(self.incoming) < 2:
            return True
        return token.workflow.run.arrive(token, self._complete)

    def _complete(self, waiting):
        scope = waiting[-1].workflow
        if self.name not in scope.notes:
            return self._started(scope, waiting)
        missing = {flow.id for flow in self.incoming} - set(scope.notes[self.name])
        return self._reset(scope, waiting) if missing <= {token.via for token in waiting} else None

    def _started(self, scope, waiting):
        latest = waiting[-1]
        if self.activation and not reckon(latest, self.activation, {"activationCount": len(waiting)}):
            return None
        met = _one_of_each(waiting)
        latest.internal_data[PHASE] = {"activationCount": len(waiting), "waitingForStart": True}
        if len(met) < len(self.incoming):
            scope.notes[self.name] = [token.via for token in met]
        return met

    def _reset(self, scope, waiting):
        """The late tokens; those of flows that gave one at the start belong to the next start."""
        late = [token for token in _one_of_each(waiting) if token.via not in scope.notes[self.name]]
        del scope.notes[self.name]
        for token in late[-1:]:
            token.internal_data[PHASE] = {"activationCount": len(late), "waitingForStart": False}
        return late

    def due(self, scope, waiting):
        """Once no further token can come the gateway resets; what is left over may start it anew."""
        if self.name in scope.notes:
            if self._may_come(scope):
                return None
            late = self._reset(scope, waiting)
            if late:
                return late
        return self._left_over(scope, waiting) if waiting else None

    def _left_over(self, scope, waiting):
        if "incident" in waiting[-1].internal_data:
            return None
        try:
            return self._started(scope, waiting)
        except Trouble as trouble:
            scope.run.stop(waiting[-1], trouble, "begin")
            return None

    def _may_come(self, scope):
        missing = [flow.id for flow in self.incoming if flow.id not in scope.notes[self.name]]
        moving = {token.task_spec.name for token in scope.walking()}
        return any(self._reaches(name, missing) for name in moving)

    def choose(self, token):
        seen = token.internal_data.get(PHASE, {"activationCount": 1, "waitingForStart": True})
        asked = [flow for flow in self.flows if flow.condition and flow.id != self.default]
        chosen = [flow for flow in asked if decide(token, flow.condition, seen)]
        if not seen["waitingForStart"]:
            # Ways without a condition are for the start, or every "two of three" would go on twice.
            return chosen or [flow for flow in self.flows if asked and flow.id == self.default]
        chosen += [flow for flow in self.flows if not flow.condition and flow.id != self.default]
        chosen = chosen or [flow for flow in self.flows if flow.id == self.default]
        return chosen or (self.no_way() if self.flows else [])


def _one_of_each(waiting):
    """The first token of each flow, the latest of them last."""
    first = {}
    for token in waiting:
        first.setdefault(token.via, token)
    return list(first.values())
