"""The standard loop (BPMN 13.3.6): again while the condition holds, at most `maximum` times."""

from app.engine.asking import decide
from app.engine.token import MISSING, Token


class StandardLoop:
    """`before`: the condition is tested before the first round as well (testBefore)."""

    def __init__(self, condition, maximum, before):
        self.condition, self.maximum, self.before = condition, maximum, before

    def begin(self, token):
        token.internal_data["loop"] = {"done": 0}
        if self.before and not self._again(token):
            return True
        self._round(token)
        return None

    def done(self, instance) -> None:
        token = instance.parent
        scope = token.workflow
        for name in instance.stamps:
            token.write(name, instance.data.get(name, MISSING))
        scope.run.report(instance, "done")
        scope.run.forget_instance(instance)
        token.internal_data["loop"]["done"] += 1
        scope.run.attempt(token, self.go_on, "loop")

    def go_on(self, token):
        if self._again(token):
            self._round(token)
        else:
            token.workflow.run.finish(token, {})

    def _again(self, token):
        rounds = token.internal_data["loop"]["done"]
        if self.maximum is not None and rounds >= self.maximum:
            return False
        return self.condition is None or decide(token, self.condition, {"loopCounter": rounds})

    def _round(self, token):
        instance = Token(
            token.workflow, token.task_spec, dict(token.data), holder=token, role="instance", via=token.via
        )
        instance.forks, instance.stamps = token.forks, {}
        instance.disputed = dict(token.disputed) if token.disputed else None
        instance.internal_data["index"] = token.internal_data["loop"]["done"]
        instance.local = {"loopCounter": token.internal_data["loop"]["done"]}
