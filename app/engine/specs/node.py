"""What every node of a diagram does: begin, perhaps wait, close, and send tokens on."""

from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.util.task import TaskState

from app.engine.asking import decide
from app.engine.errors import Trouble
from app.engine.token import Token


class Node(TaskSpec):
    """A flow node (BPMN 10.1). SpiffWorkflow's life cycle of a task, without predicting what has not been reached.

    `flows` are the outgoing flows with their target nodes, `default` the id of the default flow.
    """

    visible_work = by_event = False

    def __init__(self, scope_spec, element, facts):
        super().__init__(scope_spec, element.id)
        self.scope_spec, self.element, self.facts = scope_spec, element, facts
        self.flows, self.incoming, self.before, self.default = [], [], [], None
        self.listening = ()

    def begin(self, token):
        """Do the node's work. True: done at once. None: parked until something completes it."""
        return True

    def close(self, token, values: dict) -> None:
        """Take the results in and choose the way out. Trouble leaves everything as it was, to be tried again."""
        token.going = self.choose(token)

    def choose(self, token) -> list:
        """Unconditional flows always, conditional ones that hold, the default if none of those holds (BPMN 13.2.1)."""
        if not any(flow.condition for flow in self.flows):
            return [flow for flow in self.flows if flow.id != self.default or len(self.flows) == 1]
        chosen = [
            flow for flow in self.flows if flow.condition and flow.id != self.default and decide(token, flow.condition)
        ]
        chosen = chosen or [flow for flow in self.flows if flow.id == self.default]
        chosen += [flow for flow in self.flows if not flow.condition and flow.id != self.default]
        return chosen or self.no_way()

    def no_way(self):
        raise Trouble("gateway", "no-way-out")

    def leave(self, token) -> None:
        """The token has done its work here: report it and let tokens go on along the chosen flows."""
        run = token.workflow.run
        if not token.internal_data.get("loop", {}).get("done"):
            run.report(token, "done")
        run.drop_listeners(token)
        if token.role == "handler":
            run.handled(token)
        elif token.going:
            self.send(token, token.going)
        else:
            run.end_of_way(token)

    def send(self, token, flows):
        scope = token.workflow
        scope.run.taken_rows += [flow.id for flow in flows if flow.id]
        if len(flows) == 1:
            Token(scope, flows[0].node, token.data, via=flows[0].id).take_over(token)
        else:
            token.fork_to([Token(scope, flow.node, dict(token.data), via=flow.id) for flow in flows])
        scope.forget(token)

    def scope_done(self, token, scope) -> None:
        raise NotImplementedError(f"{self.element.kind} has no inner scope")

    def _run(self, token):
        """SpiffWorkflow marks a failed task as finished; here the failure goes up to the run, which keeps the token."""
        if not self.begin(token):
            return None
        values = token.internal_data.pop("payload", {})
        try:
            self.close(token, values)
        except Trouble as trouble:
            token.internal_data["results"], trouble.phase = values, "close"
            raise
        return True

    def _on_complete(self, token):
        self.leave(token)

    def park(self, token) -> None:
        token._set_state(TaskState.STARTED)
