"""Messages and signals (BPMN 10.5.5.6, 10.5.5.9)."""

from app.engine.asking import ask, reckon
from app.engine.events.definition import Definition
from app.engine.mapping import accepted
from app.engine.rows import Sent


class Message(Definition):
    """A message fits when its name and every key agree.

    `keys`: name -> expression of the one who waits, `sent_keys` of the one who sends.
    """

    kind = "message"
    catchable = True

    def __init__(self, name, keys=None, sent_keys=None):
        super().__init__(name)
        self.keys, self.sent_keys = keys or {}, sent_keys or {}

    def subscribe(self, token, now):
        return {"kind": "message", "name": self.named(token), "keys": values_of(token, self.keys)}

    def named(self, token) -> str:
        return str(ask(token, self.name))


class Signal(Definition):
    kind = "signal"
    catchable = True

    def subscribe(self, token, now):
        return {"kind": "signal", "name": self.named(token), "keys": {}}

    def named(self, token) -> str:
        return str(ask(token, self.name))


def values_of(token, keys: dict) -> dict:
    return accepted({name: reckon(token, text) for name, text in keys.items()})


def send(token, message: Message) -> None:
    """Hand a message to the outside, with the declared inputs of its element and nothing else of the case."""
    node, run = token.task_spec, token.workflow.run
    values = dict(token.local or {})
    run.sent_rows.append(
        Sent(node.element.id, "message", message.named(token), values_of(token, message.sent_keys), values)
    )


def broadcast(token, signal: Signal) -> None:
    """Every catcher of this run hears it; the product carries it to other runs."""
    node, run = token.task_spec, token.workflow.run
    values = dict(token.local or {})
    name = signal.named(token)
    run.sent_rows.append(Sent(node.element.id, "signal", name, {}, values))
    run.hear("signal", name, {}, values)
