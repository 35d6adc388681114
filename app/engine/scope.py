"""A process, sub-process or called process being worked through.

SpiffWorkflow's workflow without prediction and history.
"""

from SpiffWorkflow.specs.StartTask import StartTask
from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
from SpiffWorkflow.util.task import TaskState
from SpiffWorkflow.workflow import Workflow

from app.engine.join import split_time
from app.engine.token import MISSING, Token, same
from app.engine.tree import TreeIterator, unfinished

LIVING = frozenset(("", "caught", "handler"))
ROOT = "."


class ScopeSpec(WorkflowSpec):
    """The nodes of one process or sub-process, and where its tokens begin.

    `starts` are entered when nobody says where to begin, `entries` by what triggers them, and with an entry its
    `companions`: the other events of a parallel instantiating gateway (10.6.6). `listeners` are the start events of its
    event sub-processes.
    The library's own start node is called "." so that no BPMN id can collide with it (its "Start" and "End" can).
    """

    def __init__(self, id, process, kind):
        super().__init__(name=id)
        self.start = StartTask(self, name=ROOT)
        self.id, self.process, self.kind = id, process, kind
        self.starts, self.entries, self.companions, self.listeners = [], {}, {}, []
        self.adhoc = None

    def node(self, name):
        """A node of this scope, or the start of one of its event sub-processes; None if there is no such."""
        return self.task_specs.get(name) or next((one for one in self.listeners if one.name == name), None)


class Scope(Workflow):
    """One living instance of a ScopeSpec; `owner` is the token (of the scope around it) that waits for its end."""

    def __init__(self, run, spec, owner=None):
        super().__init__(spec, deserializing=True)
        self.run, self.owner = run, owner
        self.depth = 0 if owner is None else owner.workflow.depth + 1
        self.callers = () if owner is None else owner.workflow.callers
        if owner is not None and spec.kind == "process":
            self.callers = (*self.callers, owner.task_spec.element.id)
        self.task_tree = None
        self.task_tree = Token(self, spec.start, {}, id=ROOT, state=TaskState.COMPLETED)
        self.base = {}
        self.residue = {}
        self.disputed = {}
        self.records = []
        self.arrivals = {}
        self.notes = {}

    @property
    def key(self):
        return self.owner.id if self.owner else ROOT

    @property
    def interrupted(self) -> bool:
        """Has an interrupting event sub-process taken over?"""
        return ".interrupted" in self.notes

    def get_tasks_iterator(self, first_task=None, **kwargs):
        return TreeIterator(first_task or self.task_tree, **kwargs)

    def is_completed(self):
        """Derived from all tokens, not from a flag or from the first thousand levels."""
        return not unfinished(self.task_tree)

    def tokens(self):
        return [token for token in self.tasks.values() if token is not self.task_tree]

    def walking(self):
        """Tokens that keep the scope alive; listeners for things that may never happen do not."""
        return [token for token in self.tasks.values() if token.role in LIVING and token is not self.task_tree]

    def deserted(self) -> bool:
        return not any(token.role in LIVING for token in self.tasks.values() if token is not self.task_tree)

    def forget(self, token) -> None:
        """Take a finished token out of the tree: what has passed lives in the product's events, not in the state."""
        parent = token.parent
        if parent is not None:
            parent._children.remove(token.id)
        del self.tasks[token.id]
        self.run.open_count -= 1

    def absorb(self, token) -> None:
        """Keep what an ended token leaves to its scope.

        Later changes win, contradictions between branches are noted.
        """
        stamps = token.stamps or {}
        for name in {**self.residue, **token.data, **stamps}:
            self._leave(name, stamps.get(name, 0), token)
        for name, values in (token.disputed or {}).items():
            self.disputed.setdefault(name, values)

    def _leave(self, name, stamp, token):
        value = token.data.get(name, MISSING)
        before = self.residue.get(name)
        writer = tuple(step for step in token.forks if step[0] < stamp)
        if before is None:
            if value is not MISSING or name in self.base:
                self.residue[name] = (stamp, value, writer)
            return
        if self.owner and not same(before[1], value) and min(stamp, before[0]) > split_time(before[2], writer):
            self.disputed[name] = [before[1], value]
        if stamp >= before[0]:
            self.residue[name] = (stamp, value, writer)

    def view(self) -> dict:
        """The variables as they stand now: for each name the latest change made by anybody, ended or still walking."""
        if not self.residue and self.deserted():
            return dict(self.base)
        latest = dict(self.residue)
        for token in self.walking():
            stamps = token.stamps or {}
            for name in {**token.data, **stamps}:
                if name not in latest or stamps.get(name, 0) > latest[name][0]:
                    latest[name] = (stamps.get(name, 0), token.data.get(name, MISSING), token.forks)
        return {name: entry[1] for name, entry in latest.items() if entry[1] is not MISSING}
