"""Forgetting splits that no longer matter, so that a run's state does not grow with its age."""

from collections import defaultdict


def simplify(run) -> None:
    """A split of which only one branch is still remembered decides no join any more."""
    for scope in run.scopes.values():
        tokens = [token for token in scope.tasks.values() if token.forks or token.stamps is not None]
        if tokens:
            _forget(scope, tokens)


def _forget(scope, tokens):
    branches = defaultdict(set)
    for forks in (*(token.forks for token in tokens), *(entry[2] for entry in scope.residue.values())):
        for fork, branch in forks:
            branches[fork].add(branch)
    spent = {fork for fork, known in branches.items() if len(known) < 2}
    if spent:
        for token in tokens:
            token.forks = _without(token.forks, spent)
        scope.residue = {name: (*entry[:2], _without(entry[2], spent)) for name, entry in scope.residue.items()}
    for token in tokens:
        if not token.forks and not scope.residue and token.role not in ("instance", "handler"):
            token.stamps = None


def _without(forks, spent):
    return tuple(step for step in forks if step[0] not in spent)
