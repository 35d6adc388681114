"""Catching events: start, intermediate, boundary, receive tasks and the event-based gateway (BPMN 10.5, 13.5)."""

from app.engine.specs.activity import Activity
from app.engine.specs.node import Node
from app.engine.token import Token


class Catching:
    """`definitions` to wait for; `all_of`: a parallel multiple event needs every one of them (10.5.5.7)."""

    definitions = ()
    all_of = False

    def subscribe(self, token) -> None:
        now = token.workflow.run.now
        token.internal_data["subs"] = [one.subscribe(token, now) for one in self.definitions if one.catchable]

    @property
    def listens(self) -> bool:
        return any(definition.catchable for definition in self.definitions)


class StartEvent(Catching, Node):
    """Whoever started the process or sub-process has already decided; a token here goes straight on.

    For event sub-processes `interrupting` says whether the start ends everything else in the scope (10.5.6).
    """

    interrupting = True

    def close(self, token, values):
        token.workflow.run.store_payload(token, values)
        super().close(token, values)


class CatchEvent(Catching, Node):
    """An intermediate catch event: waits, unless an event gateway has already waited for it, or a link leads here."""

    visible_work = True

    def begin(self, token):
        if token.role == "caught" or not self.listens:
            return True
        token.internal_data["at"] = token.workflow.run.now.isoformat()
        self.subscribe(token)
        return None

    def close(self, token, values):
        token.workflow.run.store_payload(token, values)
        super().close(token, values)


class BoundaryEvent(Catching, Node):
    """Listens while its activity is open; `interrupting` as cancelActivity, `host` the activity's node."""

    interrupting = True
    host = None

    def close(self, token, values):
        token.workflow.run.store_payload(token, values)
        super().close(token, values)


class ReceiveTask(Catching, Activity):
    """Waits for its message (BPMN 13.3.3); one that starts the process has been given it already."""

    instantiates = False

    def work(self, token):
        if token.role == "caught" or not self.definitions:
            return True if token.role == "caught" else None
        self.subscribe(token)
        return None


class EventGateway(Node):
    """Offers all events behind it and goes the way of the first (BPMN 13.4.4)."""

    visible_work = True
    instantiates = parallel = False

    def begin(self, token):
        token.internal_data["at"] = token.workflow.run.now.isoformat()
        token.workflow.run.listen(token, [flow.node for flow in self.flows], role="target")

    def choose(self, token):
        chosen = token.internal_data.get("chosen")
        return [flow for flow in self.flows if flow.node.name == chosen]

    def send(self, token, flows):
        """The event behind has happened: its token does not wait again."""
        scope = token.workflow
        scope.run.taken_rows.append(flows[0].id)
        other = Token(scope, flows[0].node, token.data, role="caught", via=flows[0].id)
        other.take_over(token)
        other.internal_data["payload"] = token.internal_data.get("payload", {})
        scope.forget(token)
