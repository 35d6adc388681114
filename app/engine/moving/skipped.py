"""Steps of the new version that a run has already gone past, although everybody who starts today must take them."""

from app.engine.moving.reason import reason

STEPS = ("userTask", "manualTask", "callActivity", "subProcess", "transaction", "adHocSubProcess", "businessRuleTask")


class Skipped:
    """The new steps of each process and sub-process, looked for once for all runs of a Route."""

    def __init__(self, route):
        self.route = route
        self.fresh = {}

    def troubles(self, level):
        for node in self._new_steps(level.spec):
            passed = next((one for one in level.positions if self._behind(one, node, level.spec)), None)
            if passed:
                yield reason("move-step-skipped", "person", passed.old, node)

    def _new_steps(self, spec):
        if spec not in self.fresh:
            taken_over = set(self.route.mapping.values())
            self.fresh[spec] = [
                node for node in spec.task_specs.values()
                if node is not spec.start and node.element.kind in STEPS and not node.by_event
                and node.name not in self.route.old.elements and node.name not in taken_over
                and not getattr(node, "for_compensation", False)
            ]
        return self.fresh[spec]

    def _behind(self, position, node, spec) -> bool:
        """Whether no way from the start leads to where the token is without passing the node."""
        place = position.flow.source_node.name if position.flow else position.new.name
        if position.flow and place == node.name:
            return True
        paths = self.route.branches.paths(spec)
        return place != node.name and place in paths.from_starts() and place not in paths.from_starts(node.name)
