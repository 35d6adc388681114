"""How many requests of a trial could really be moved."""

from sqlalchemy import select

from app.base import db
from app.cases.moving import Move, MovedCase
from app.engine import Verdict


def would_move(move: Move) -> int:
    """The safe ones, and those against which nothing speaks but what was accepted."""
    rows = db.session.execute(select(MovedCase.verdict, MovedCase.said).where(
        MovedCase.move_id == move.id, MovedCase.state == "tried", MovedCase.verdict.in_(("safe", "person"))))
    return sum(kind == "safe" or _passes(said, move.accepted) for kind, said in rows)


def _passes(said, accepted) -> bool:
    row = MovedCase(said=said)
    return Verdict.of(row.reasons).may_pass(accepted)
