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
    run.tally[token.task_spec.element.id] += 1
    if run.moves > run.budget.moves:
        round = [run.diagram.about(element) for element in run.busiest()]
        names, ids = ", ".join(f"“{one['it']}”" for one in round), ", ".join(one["at"] for one in round)
        limit = f"more than {run.budget.moves} moves in one act"
        raise Trouble("budget", "goes-round", limit, names=names, all=ids)
    if run.open_count > run.budget.tokens or len(token.forks) > run.budget.splits:
        limit = f"more than {run.budget.tokens} tokens or {run.budget.splits} splits inside each other"
        raise Trouble("budget", "too-much-open", limit)
