"""Conditional events (BPMN 10.5.5.3): true data wakes them."""

from app.engine.events.definition import Definition


class Conditional(Definition):
    kind = "conditional"
    catchable = True

    def __init__(self, condition):
        super().__init__("condition")
        self.condition = condition

    def subscribe(self, token, now):
        return {"kind": "conditional", "text": self.condition, "held": False}
