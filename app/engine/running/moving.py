"""Moving tokens until nothing moves any more; what breaks stays behind as an incident."""

from SpiffWorkflow.util.task import TaskState

from app.engine.budget import spend
from app.engine.errors import ErrorThrown, Trouble
from app.engine.rows import Passed
from app.engine.specs.gateways import unite
from app.engine.specs.inclusive import Synchronising


class Moving:
    """The token game of one run (BPMN chapter 13)."""

    def enqueue(self, token) -> None:
        hurried = getattr(token.task_spec, "hurried", False)
        (self.later if hurried else self.ready).append(token)

    def pump(self) -> None:
        """Everything that can move moves; then joins and conditions that look at the whole are decided, and again."""
        while True:
            while self.ready or self.later:
                token = self.ready.popleft() if self.ready else self.later.popleft()
                if token.alive and token.state == TaskState.READY:
                    self.attempt(token, self._move, "begin")
            if not (self._settle_joins() or self.settle_conditions()):
                return

    def _move(self, token):
        spend(self, token)
        token.run()

    def attempt(self, token, action, phase) -> None:
        """Do something at a token; Trouble becomes its incident, an error looks for its catcher."""
        try:
            action(token)
        except Trouble as trouble:
            self.stop(token, trouble, phase)
        except ErrorThrown as error:
            self.throw_error(token, error, phase)

    def stop(self, token, trouble, phase) -> None:
        """The token stays where it is, visibly, until somebody tries again."""
        token.internal_data["incident"] = {
            "kind": trouble.kind,
            "rule": trouble.rule,
            "params": trouble.params,
            "message": str(trouble),
            "detail": trouble.note,
            "phase": trouble.phase or phase,
        }
        token._set_state(TaskState.STARTED)

    def finish(self, token, values) -> None:
        """A waiting token goes on with results; if taking them in breaks, they are kept for another try."""

        def close(one):
            one.internal_data["results"] = values
            one.task_spec.close(one, values)
            del one.internal_data["results"]
            one.complete()

        self.attempt(token, close, "close")

    def report(self, token, state) -> None:
        element = token.task_spec.element
        flows = tuple(token.internal_data.get("flows") or ((token.via,) if token.via else ()))
        process = token.workflow.spec.process
        self.passed_rows.append(
            Passed(
                element.id,
                element.kind,
                element.name,
                process,
                self.now,
                state,
                flows[-1] if flows else None,
                flows,
                token.workflow.callers,
            )
        )

    def arrive(self, token, ready):
        """A token reaches a join: True when it goes on for all that met, None while it waits."""
        waiting = token.workflow.arrivals.setdefault(token.task_spec.name, [])
        if token not in waiting:
            waiting.append(token)
        token._set_state(TaskState.WAITING)
        met = ready(waiting)
        if met is None:
            return None
        self._unite(token, met, waiting)
        return True

    def gather(self, token, quantity) -> bool:
        return bool(self.arrive(token, lambda waiting: waiting[:quantity] if len(waiting) >= quantity else None))

    def _unite(self, token, met, waiting):
        for one in met:
            waiting.remove(one)
        if not waiting:
            del token.workflow.arrivals[token.task_spec.name]
        token._set_state(TaskState.READY)
        unite(token, met)

    def _settle_joins(self) -> bool:
        moved = False
        for scope in [scope for scope in self.scopes.values() if scope.arrivals or scope.notes]:
            for name in list({**scope.arrivals, **scope.notes}):
                node = scope.spec.task_specs.get(name)
                if isinstance(node, Synchronising):
                    moved = self._settle(scope, node) or moved
        return moved

    def _settle(self, scope, node):
        waiting = scope.arrivals.get(node.name, [])
        met = node.due(scope, waiting)
        if not met:
            return False
        token = met[-1]
        self._unite(token, met, waiting)
        self.finish(token, {})
        return True
