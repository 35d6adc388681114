"""What one run may spend before it is stopped visibly: moves in one act, open tokens, nested scopes and bytes."""

from dataclasses import dataclass

from app.engine.errors import Trouble


@dataclass(frozen=True)
class Budget:
    """What one run may use.

    `moves`: tokens moved in one act; `tokens`: open at once; `splits`: inside each other and still open;
    `depth`: scopes inside each other; `size`: bytes of a dumped state.
    """

    moves: int = 25_000
    tokens: int = 5_000
    splits: int = 500
    depth: int = 40
    size: int = 32_000_000


BUDGET = Budget()


def spend(run, token) -> None:
    """One more move of this token. Trouble names the loop that has made too many, or says that too much is open."""
    run.moves += 1
    element = token.task_spec.element
    run.tally[element.name or element.id] += 1
    if run.moves > run.budget.moves:
        names = ", ".join(f"“{name}”" for name in run.busiest())
        limit = f"more than {run.budget.moves} moves in one act"
        raise Trouble("budget", "goes-round", limit, names=names)
    if run.open_count > run.budget.tokens or len(token.forks) > run.budget.splits:
        limit = f"more than {run.budget.tokens} tokens or {run.budget.splits} splits inside each other"
        raise Trouble("budget", "too-much-open", limit)
