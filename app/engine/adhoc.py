"""Ad-hoc sub-processes (BPMN 13.3.5): what has no incoming flow may be done in any order until the condition holds.

While a completion condition does not hold, what people do is offered again; without one everything is done once.
"""

from app.engine.asking import decide
from app.engine.specs.activity import PersonTask
from app.engine.token import Token


class AdHoc:
    """`sequential`: one at a time. `cancel_remaining`: what is still open when the condition holds is cancelled."""

    def __init__(self, sequential, condition, cancel_remaining):
        self.sequential, self.condition, self.cancel_remaining = sequential, condition, cancel_remaining


def adhoc_start(scope) -> None:
    adhoc = scope.spec.adhoc
    names = [node.name for node in scope.spec.starts]
    first, scope.notes[".todo"] = (names[:1], names[1:]) if adhoc.sequential else (names, [])
    _start(scope, first)


def adhoc_next(scope) -> None:
    """After every way that ended inside: enough, or the next one, or nothing left to do."""
    run, adhoc = scope.run, scope.spec.adhoc
    if adhoc.condition:
        if _enough(scope):
            scope.notes[".todo"], scope.notes[".enough"] = [], True
            if adhoc.cancel_remaining:
                for token in scope.walking():
                    run.drop(token)
        elif not scope.notes.get(".enough"):
            _offer_again(scope)
    if scope.deserted() and scope.notes.get(".todo"):
        todo = scope.notes[".todo"]
        scope.notes[".todo"] = todo[1:]
        _start(scope, todo[:1])
    elif scope.deserted():
        run.close_scope(scope)


def _offer_again(scope):
    """What people may do stays on offer (13.3.5: the set of enabled activities is updated); automatic work is not.

    In sequence one round of everything comes first.
    """
    walking = {token.task_spec.name for token in scope.walking()}
    people = [node.name for node in scope.spec.starts if isinstance(node, PersonTask) and not node.flows]
    if not scope.spec.adhoc.sequential:
        _start(scope, [name for name in people if name not in walking])
    elif not walking and not scope.notes.get(".todo"):
        scope.notes[".todo"] = people


def _start(scope, names):
    """Who begins now has seen what was done before: it is later work, not a branch beside it."""
    view, others = scope.view() or dict(scope.base), scope.walking()
    scope.residue = {name: (stamp, value, ()) for name, (stamp, value, _) in scope.residue.items()}
    tokens = [Token(scope, scope.spec.task_specs[name], dict(view)) for name in names]
    if len(tokens) > 1:
        tokens[0].fork_to(tokens)
    for token in tokens if others else ():
        scope.run.beside(token, others)


def _enough(scope):
    return decide(scope.owner, scope.spec.adhoc.condition, scope.view())
