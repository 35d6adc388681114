"""Throwing events: intermediate throw and end events (BPMN 10.5.4, 13.5.3)."""

from app.engine.errors import ErrorThrown
from app.engine.events.message import broadcast, send
from app.engine.specs.node import Node


class ThrowEvent(Node):
    """Throws its `definitions` in the order drawn, then goes on."""

    definitions = ()

    def begin(self, token):
        self.prepare(token)
        done = True
        for definition in self.definitions:
            done = THROW[definition.kind](token, definition) and done
        return True if done else None

    def prepare(self, token):
        token.workflow.run.localize(token)

    @property
    def hurried(self) -> bool:
        """A signal is thrown only after everything that could catch it has been reached."""
        return any(definition.kind == "signal" for definition in self.definitions)


class EndEvent(ThrowEvent):
    """Consumes its token (BPMN 13.5.6). Terminate ends the scope, cancel the transaction, an error its catcher's."""

    def leave(self, token):
        run = token.workflow.run
        run.report(token, "done")
        run.ended_rows.append(self.element.id)
        if token.role == "handler":
            run.handled(token)
        elif any(definition.kind == "terminate" for definition in self.definitions):
            run.terminate(token)
        elif any(definition.kind == "cancel" for definition in self.definitions):
            run.cancel_transaction(token)
        else:
            run.end_of_way(token)


def _send(token, definition):
    send(token, definition)
    return True


def _broadcast(token, definition):
    broadcast(token, definition)
    return token.alive


def _error(token, definition):
    raise ErrorThrown(definition.code or "", "")


def _escalate(token, definition):
    token.workflow.run.escalate(token, definition.code)
    return token.alive


def _compensate(token, definition):
    return token.workflow.run.compensate(token, definition.activity, definition.wait)


def _cancel(token, definition):
    token.workflow.run.clear_around(token)
    return token.workflow.run.compensate(token, None, True)


def _nothing(token, definition):
    return True


THROW = {
    "none": _nothing,
    "message": _send,
    "signal": _broadcast,
    "error": _error,
    "escalation": _escalate,
    "compensate": _compensate,
    "link": _nothing,
    "terminate": _nothing,
    "cancel": _cancel,
    "timer": _nothing,
    "conditional": _nothing,
}
