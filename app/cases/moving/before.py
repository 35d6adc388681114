"""A case and its rows before it was moved: as little as is needed to bring it back."""

import json
import zlib
from dataclasses import dataclass, field
from datetime import datetime

from app.cases.moving.shown import MODELS, gone, open_to, photograph, row_of

CASE = ("version_id", "earlier", "open", "marks", "state", "waiting_for")


@dataclass
class Before:
    """`case`: its columns; `run`: its state; `rows`: kind -> row id -> columns of rows that were changed or closed.

    `candidates`: id -> whether open, of tasks that were closed; `new`: kind -> ids of rows that the move made; `sent`:
    whether messages left because of it.
    """

    case: dict
    run: str
    rows: dict[str, dict]
    candidates: dict
    new: dict[str, list[int]] = field(default_factory=dict)
    sent: bool = False

    @classmethod
    def of(cls, case, attempt, changes: dict) -> "Before":
        """Taken before anything is written; `changes`: kind -> engine ids whose rows will say something else."""
        closed = {kind: gone(kind, case.open.get(kind, {}), attempt.run) for kind in MODELS}
        rows = {kind: _rows(case, kind, {*changes[kind], *closed[kind], *_timed(kind, attempt)}) for kind in MODELS}
        tasks = [row_of(case.open["steps"][id]) for id in closed["steps"]]
        kept = {name: getattr(case, name) for name in CASE}
        kept["closed_at"] = case.closed_at.isoformat() if case.closed_at else None
        run = case.run.decode("utf-8", "surrogatepass")
        return cls(kept, run, rows, open_to(tasks))

    @classmethod
    def unpacked(cls, packed: bytes) -> "Before":
        said = json.loads(zlib.decompress(packed))
        rows = {kind: {int(id): row for id, row in rows.items()} for kind, rows in said.pop("rows").items()}
        candidates = {int(id): open for id, open in said.pop("candidates").items()}
        return cls(rows=rows, candidates=candidates, **said)

    def packed(self) -> bytes:
        return zlib.compress(json.dumps(vars(self)).encode(), 1)

    def note_new(self, case, run):
        """Remember which rows the move made, and whether others were told: by messages, or by an end they wait for."""
        known = self.case["open"]
        self.new = {
            kind: [row_of(one) for id, one in case.open.get(kind, {}).items() if id not in known.get(kind, {})]
            for kind in MODELS
        }
        ended = case.closed_at is not None and self.case["closed_at"] is None
        self.sent = bool(run.sent) or ended and case.parent_call_id is not None

    @property
    def columns(self) -> dict:
        """What to write on the case to have it back."""
        closed = self.case["closed_at"]
        return {**self.case, "closed_at": datetime.fromisoformat(closed) if closed else None,
                "run": self.run.encode("utf-8", "surrogatepass")}


def _rows(case, kind, ids):
    known = case.open.get(kind, {})
    return photograph(kind, [row_of(known[id]) for id in ids if id in known])


def _timed(kind, attempt):
    return attempt.since if kind == "timers" else ()
