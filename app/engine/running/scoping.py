"""Opening scopes, ending ways through them, closing and cancelling."""

from SpiffWorkflow.util.task import TaskState

from app.engine.adhoc import adhoc_next, adhoc_start
from app.engine.errors import Trouble
from app.engine.scope import LIVING, Scope
from app.engine.token import Token


class Scoping:
    """Sub-processes, called processes and the process itself (BPMN 13.3.4, 13.5.6)."""

    def open(self, owner, spec, data, entry=None, payload=None) -> None:
        """Begin a scope for `owner` at its start nodes, or at `entry` with what triggered it."""
        scope = Scope(self, spec, owner)
        if scope.depth > self.budget.depth:
            where = self.diagram.about(owner.task_spec.element)
            raise Trouble("budget", "calls-too-deep", f"depth {scope.depth}", **where)
        scope.base = data
        self.scopes[scope.key] = scope
        self.listen_scope(scope)
        if not scope.interrupted:
            self._enter(scope, entry, payload)
        if scope.deserted():
            self.close_scope(scope)

    def _enter(self, scope, entry, payload, by=None):
        if scope.spec.adhoc and entry is None:
            adhoc_start(scope)
            return
        nodes = [scope.spec.task_specs[entry]] if entry else scope.spec.starts
        tokens = [Token(scope, node, dict(scope.base), role="caught" if entry else "") for node in nodes]
        tokens += [Token(scope, node, dict(scope.base)) for node in scope.spec.companions.get(entry, ())]
        if scope.owner and scope.owner.disputed and scope.owner.task_spec.shares:
            for token in tokens:
                token.disputed = dict(scope.owner.disputed)
        if len(tokens) > 1:
            tokens[0].fork_to(tokens)
        if by is not None and tokens[0].task_spec.all_of:
            self.attempt(tokens[0], lambda token: self.await_others(token, by, payload), "begin")
        elif payload:
            tokens[0].internal_data["payload"] = payload

    def end_of_way(self, token) -> None:
        """A token is consumed; the last one ends its scope."""
        scope = token.workflow
        scope.absorb(token)
        scope.forget(token)
        if scope.spec.adhoc and scope.owner:
            self.attempt(scope.owner, lambda owner: adhoc_next(scope), "scope")
        elif scope.deserted():
            self.close_scope(scope)

    def close_scope(self, scope) -> None:
        if self.scopes.get(scope.key) is not scope:
            return
        for token in scope.tokens():
            self.miss(token)
            scope.forget(token)
        if scope.owner is None:
            self.finished = True
            return
        del self.scopes[scope.key]
        self.keep_records(scope)
        self.attempt(scope.owner, lambda owner: owner.task_spec.scope_done(owner, scope), "scope")

    def terminate(self, token) -> None:
        """Everything else in the scope ends at once (BPMN 13.5.6)."""
        scope = token.workflow
        self.clear_around(token)
        scope.absorb(token)
        scope.forget(token)
        self.close_scope(scope)

    def clear_around(self, token) -> None:
        for other in token.workflow.tokens():
            if other is not token and other.alive:
                self.drop(other)

    def drop(self, token) -> None:
        """Cancel a token with everything below it: listeners, instances, the scope it owns."""
        scope = token.workflow
        for child in token.children:
            self.drop(child)
        inner = self.scopes.pop(token.id, None)
        for one in inner.tokens() if inner else ():
            if one.alive:
                self.drop(one)
        if token.task_spec.visible_work and token.state == TaskState.STARTED and token.role in LIVING | {"instance"}:
            self.report(token, "cancelled")
        waiting = scope.arrivals.get(token.task_spec.name)
        if waiting and token in waiting:
            waiting.remove(token)
        token._set_state(TaskState.CANCELLED)
        self.miss(token)
        scope.forget(token)

    def instances(self, token) -> list:
        return [child for child in token.children if child.role == "instance"]

    def forget_instance(self, instance) -> None:
        instance.workflow.forget(instance)
