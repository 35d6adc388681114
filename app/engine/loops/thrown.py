"""Events a multi-instance activity throws by itself as its instances complete (BPMN 10.3.8, behaviour)."""

from app.engine.asking import decide


class Thrown:
    """`behaviour` one, none or complex; `rules`: (condition or None, definition) in the order drawn."""

    def __init__(self, behaviour, rules):
        self.behaviour, self.rules = behaviour, rules

    def after(self, token, counted) -> bool:
        """Throw what is due after an instance. True if a complex rule's event is to end the remaining instances."""
        if self.behaviour == "one" and token.internal_data["loop"]["done"] > 1:
            return False
        caught = False
        for condition, definition in self.rules:
            if condition is None or decide(token, condition, counted):
                caught = self._throw(token, definition) or caught
        return caught and self.behaviour == "complex"

    def _throw(self, token, definition):
        """The events on the activity's own boundary hear it; they start beside the activity, which ends by itself."""
        nodes = [node for node in token.task_spec.boundaries if any(_same(one, definition) for one in node.definitions)]
        for node in nodes:
            token.workflow.run.branch_off(token, node, {})
        return any(node.interrupting for node in nodes)


def _same(one, other):
    return one.kind == other.kind and (getattr(one, "code", None) or one.name) == (
        getattr(other, "code", None) or other.name
    )
