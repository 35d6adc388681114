"""Business rule tasks (BPMN 13.3.3): a decision of the bundle is taken here, any other is a call to the outside."""

from app.engine.dmn import DecisionRefused
from app.engine.errors import Trouble
from app.engine.specs.call import OutsideTask


class RuleTask(OutsideTask):
    """`decisions`: the DMN file that holds the task's decision, or None."""

    decisions = None

    def work(self, token):
        if self.decisions is None:
            return None
        try:
            value = self.decisions.decide(self.facts.decision, self.given(token), token.workflow.run.now)
        except DecisionRefused as refused:
            raise Trouble("expression", "decision-refused", refused.element, detail=refused) from None
        token.internal_data["payload"] = self._named(value)
        return True

    def _named(self, value):
        """The value under the name of its result variable; without one, a context's entries, else the decision's id."""
        if self.facts.result_variable:
            return {self.facts.result_variable: value}
        return value if isinstance(value, dict) else {self.facts.decision: value}
