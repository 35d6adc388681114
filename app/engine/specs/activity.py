"""What all activities share: tokens needed to start, inputs, boundary events, loops and outputs (BPMN 10.3, 13.3.2)."""

from app.engine import mapping
from app.engine.scripts import run_script
from app.engine.specs.node import Node


class Activity(Node):
    """`boundaries`: its boundary event nodes; `loop`: its loop or multi-instance marker; quantities as BPMN 10.3.2."""

    visible_work = True

    def __init__(self, scope_spec, element, facts):
        super().__init__(scope_spec, element, facts)
        self.boundaries, self.loop, self.undo, self.for_compensation = [], None, None, False
        self.start_quantity = self.completion_quantity = 1
        self.maps = mapping.Maps(facts.inputs, facts.outputs)

    def begin(self, token):
        if token.role in ("", "handler") and not self.gathered(token):
            return None
        run = token.workflow.run
        token.internal_data.setdefault("at", run.now.isoformat())
        if token.role != "instance":
            run.listen(token, self.boundaries)
            if not token.alive:
                return None
            if self.loop:
                return self.loop.begin(token)
        if "pre_script" in self.facts.properties:
            run_script(token, self.facts.properties["pre_script"])
        token.local = {**(token.local or {}), **mapping.local(token, self.maps)} or None
        return self.work(token)

    def gathered(self, token) -> bool:
        """Are there as many tokens as startingQuantity asks for? Waiting ones are taken in by the last."""
        if self.start_quantity == 1 or token.role:
            return True
        return token.workflow.run.gather(token, self.start_quantity)

    def work(self, token):
        """The activity's own doing: True when done, None when parked. An abstract task has none (BPMN 13.3.3)."""
        return True

    def close(self, token, values):
        if token.role == "instance" or "loop" not in token.internal_data:
            mapping.store(token, self.maps, self.results(token, values))
            if "post_script" in self.facts.properties:
                run_script(token, self.facts.properties["post_script"])
        if token.role != "instance":
            token.going = self.choose(token) * self.completion_quantity

    def results(self, token, values: dict) -> dict:
        """The outcome as variables; a result variable takes it whole."""
        name = self.facts.result_variable
        return values if not name or name in values else {name: values.get("result", values)}

    def leave(self, token):
        if "loop" not in token.internal_data and (self.undo or "inner" in token.internal_data):
            token.workflow.run.remember(token)
        if token.role == "instance":
            self.loop.done(token)
        else:
            super().leave(token)


class Task(Activity):
    """The abstract task: passes as soon as it is reached (BPMN 13.3.3)."""


class PersonTask(Activity):
    """User and manual tasks: a step stays open until somebody completes it (BPMN 13.3.3)."""

    def work(self, token):
        return None
