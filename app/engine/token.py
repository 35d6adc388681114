"""A token: SpiffWorkflow's task without prediction, logging or wall clock, carrying its own variables."""

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

OPEN = TaskState.WAITING | TaskState.READY | TaskState.STARTED
MISSING = object()


class Token(Task):
    """One token on one node (BPMN 7.1.1).

    `role` says why it exists: "" walks the diagram, "instance" belongs to a loop, "boundary", "target" and "start" only
    listen (for an activity, an event gateway, an event sub-process), "caught" was just triggered, "handler" undoes.
    `forks` names the splits it came through, `stamps` when it changed which variable since the outermost of them,
    `disputed` the variables that parallel branches left with different values.
    """

    def __init__(self, scope, node, data, holder=None, role="", via=None, state=TaskState.READY, id=None):
        self.role = role
        self.via = via
        self.local = None
        self.forks = ()
        self.stamps = None
        self.disputed = None
        self.going = ()
        super().__init__(scope, node, holder or scope.task_tree, state, id or scope.run.next_id())
        self.data = data
        scope.run.open_count += 1
        if state == TaskState.READY:
            scope.run.enqueue(self)

    def _set_state(self, value):
        """SpiffWorkflow logs every change with the whole context; a run reports what passed by itself."""
        self._state = value

    def run(self):
        """As SpiffWorkflow's, but a token that has begun to wait, or is gone, keeps its state."""
        done = self.task_spec._run(self)
        if done:
            self.complete()
        elif self._state == TaskState.READY:
            self._set_state(TaskState.STARTED)
        return done

    @property
    def alive(self) -> bool:
        return self.workflow.tasks.get(self.id) is self

    @property
    def incident(self) -> dict | None:
        return self.internal_data.get("incident")

    def visible(self) -> dict:
        """The variables an expression at this token sees: its own over its activity's inputs."""
        return self.data if not self.local else {**self.data, **self.local}

    def write(self, name: str, value) -> None:
        """Set a variable, remembering when, so that a join can tell who changed it."""
        if self.disputed:
            self.disputed.pop(name, None)
        if same(self.data.get(name, MISSING), value):
            return
        if value is MISSING:
            del self.data[name]
        else:
            self.data[name] = value
        if self.stamps is not None:
            self.stamps[name] = self.workflow.run.tick()

    def fork_to(self, others) -> None:
        """Give this token's variables and history to tokens that from now on walk beside each other."""
        fork, forks, stamps, disputed = self.workflow.run.tick(), self.forks, self.stamps, self.disputed
        for branch, other in enumerate(others):
            other.forks = forks + ((fork, branch),)
            other.stamps = dict(stamps or {})
            other.disputed = dict(disputed) if disputed else None

    def take_over(self, other) -> None:
        """Continue the other token's history: same branch, same changes, same disputes."""
        self.forks, self.stamps = other.forks, other.stamps
        self.disputed = dict(other.disputed) if other.disputed else None


def same(one, two) -> bool:
    """Equality that keeps 1, 1.0 and True apart, also inside lists and dicts."""
    if one is two:
        return True
    if type(one) is not type(two):
        return False
    if isinstance(one, dict):
        return one.keys() == two.keys() and all(same(value, two[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(two) and all(map(same, one, two))
    return bool(one == two)
