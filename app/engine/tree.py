"""Walking all tokens of a scope, however many and however deep.

SpiffWorkflow 3.2's iterator stops at depth 1000 and `is_completed` then answers True with work left.
"""

from SpiffWorkflow.util.task import TaskFilter, TaskState


class TreeIterator:
    """Depth-first over the whole tree, without a depth at which the world ends."""

    def __init__(self, task, task_filter=None, end_at_spec=None, **kwargs):
        kwargs.pop("max_depth", None), kwargs.pop("depth_first", None)
        self.filter = task_filter or TaskFilter(**kwargs)
        self.end_at_spec = end_at_spec
        self.stack = [task]

    def __iter__(self):
        return self

    def __next__(self):
        while self.stack:
            task = self.stack.pop()
            if task.task_spec.name != self.end_at_spec:
                self.stack.extend(reversed(task.children))
            if self.filter.matches(task):
                return task
        raise StopIteration


def unfinished(root) -> bool:
    """Is any token below the root still open?"""
    found = TreeIterator(root, state=TaskState.NOT_FINISHED_MASK)
    return any(task is not root for task in found)
