"""Compensation: completed activities are remembered with their data and undone in reverse order (BPMN 13.5.5)."""

from SpiffWorkflow.util.task import TaskState

from app.engine.token import Token


class Undoing:
    def remember(self, token) -> None:
        """A completed activity that can be undone: by its own handler, or by undoing what was done inside it."""
        record = {"activity": token.task_spec.name, "data": _named(token.data), "local": _named(token.local or {})}
        record.update(token.internal_data.pop("inner", {}) if not token.task_spec.undo else {})
        token.workflow.records.append(record)

    def keep_records(self, scope) -> None:
        """A sub-process that completed with something to undo hands that to its activity."""
        undone_by = [node for node in scope.spec.listeners if any(one.kind == "compensate" for one in node.definitions)]
        if (scope.records or undone_by) and scope.spec.kind in ("subProcess", "transaction", "adHocSubProcess"):
            scope.owner.internal_data["inner"] = {"records": scope.records, "data": _named(scope.view())}

    def compensate(self, token, activity, wait) -> bool | None:
        """Undo one activity, or all of the scope in reverse order. True: nothing to wait for."""
        scope = _home(token.workflow)
        picked = [record for record in scope.records if activity in (None, record["activity"])]
        if not picked:
            return True
        scope.records = [record for record in scope.records if record not in picked]
        token.internal_data["undoing"] = picked
        token.internal_data["undo_in"] = scope.key
        if not wait:
            while token.internal_data["undoing"]:
                self._undo(token, token.internal_data["undoing"].pop(), waited=False)
            return True
        self.undo_next(token)
        return None

    def undo_next(self, token) -> None:
        """The next of a compensating token's records; when all are undone the token goes on."""
        todo = token.internal_data.get("undoing")
        if todo:
            self._undo(token, todo.pop(), waited=True)
        elif token.role == "handler" and token.id in self.scopes:
            self.close_scope(self.scopes[token.id])
        else:
            self.finish(token, {})

    def handled(self, handler) -> None:
        """A handler is done: its changes become the compensating token's."""
        thrower = self.find_token(handler.internal_data.get("undoes"))
        for name in handler.stamps or () if thrower else ():
            if name in handler.data:
                thrower.write(name, handler.data[name])
        scope = handler.workflow
        scope.forget(handler)
        if thrower:
            self.undo_next(thrower)
        elif scope.deserted():
            self.close_scope(scope)

    def _undo(self, token, record, waited):
        scope = self.scopes[token.internal_data["undo_in"]]
        node = scope.spec.task_specs[record["activity"]]
        data = {**record["data"], **token.data, **record["local"]}
        target = node if "records" in record else node.undo
        state = TaskState.STARTED if "records" in record else TaskState.READY
        handler = Token(scope, target, data, role="handler", state=state)
        handler.stamps = {}
        handler.internal_data["undoes"] = token.id if waited else None
        if "records" in record:
            self._reopen(handler, record)

    def _reopen(self, handler, record):
        """A completed sub-process is undone inside: by its compensation event sub-process, or record by record."""
        inner = handler.task_spec.inner
        scope = self.bare_scope(handler, inner, {**record["data"]})
        scope.records = record["records"]
        starts = [node for node in inner.listeners if any(one.kind == "compensate" for one in node.definitions)]
        if starts:
            token = Token(scope, starts[0].activity, dict(scope.base))
            token.internal_data["entry"] = starts[0].name
        else:
            handler.internal_data.update(undoing=scope.records, undo_in=scope.key)
            scope.records = []
            self.undo_next(handler)

    def cancel_transaction(self, token) -> None:
        """The transaction has been undone; its cancel event goes on (BPMN 13.5.5, 10.3.4)."""
        scope = token.workflow
        while scope.spec.kind != "transaction" and scope.owner:
            scope = scope.owner.workflow
        token.workflow.absorb(token)
        token.workflow.forget(token)
        boundaries = scope.owner.task_spec.boundaries if scope.owner else ()
        cancelled = [node for node in boundaries if any(one.kind == "cancel" for one in node.definitions)]
        if cancelled:
            self.fire_boundary(scope.owner, cancelled[0], {})
        else:
            self.close_scope(scope)


def _named(variables):
    return dict(sorted(variables.items()))


def _home(scope):
    """An event sub-process undoes what the scope around it has done."""
    while scope.spec.kind == "event" and scope.owner:
        scope = scope.owner.workflow
    return scope
