"""What the rows of open things say of their element, before and after a move; what they said is kept for going back."""

from datetime import datetime

from sqlalchemy import bindparam, select, update

from app.base.writing import carry_out
from app.cases.incident import Incident
from app.cases.task import Candidate, Task
from app.cases.waiting import Call, Timer, Wait

MODELS = {"steps": Task, "timers": Timer, "calls": Call, "waits": Wait, "incidents": Incident}
KEPT = {
    "steps": ("element", "place", "name", "form", "approval", "state", "closed_at"),
    "timers": ("element", "name", "text", "due_at", "handled_at"),
    "calls": ("element", "name", "topic", "answered_at", "handled_at"),
    "waits": ("case_id", "wait", "element", "kind", "name", "keys"),
    "incidents": ("element", "name", "resolved_at"),
}
"""The columns that a move may change."""
MOMENTS = ("closed_at", "due_at", "handled_at", "answered_at", "resolved_at")


def said_by(kind: str, one) -> dict:
    """The columns that follow from the diagram, for an open thing of a run."""
    if kind == "steps":
        facts = one.facts
        return {"element": one.element, "place": (*one.callers, one.element)[0], "name": one.name or one.element,
                "form": facts.form, "approval": facts.properties.get("approval") == "true"}
    if kind == "waits":
        return {"element": one.element, "kind": one.kind, "name": one.name, "keys": one.keys}
    if kind == "calls":
        return {"element": one.element, "name": one.name or one.element, "topic": one.topic or ""}
    return {"element": one.element, "name": one.name or ""}


def differences(kind: str, before, after) -> dict[str, dict]:
    """Engine id -> columns that say something else of what is open in both runs."""
    old = {one.id: one for one in getattr(before, kind)}
    found = {}
    for one in getattr(after, kind):
        if one.id in old and (said := said_by(kind, one)) != said_by(kind, old[one.id]):
            found[one.id] = said
    return found


def gone(kind: str, known: dict, after) -> list[str]:
    """Engine ids of open things that the run does not have any more."""
    current = {one.id for one in getattr(after, kind)}
    return [id for id in known if id not in current]


def row_of(entry) -> int:
    """The row's id, of what a case remembers of an open thing."""
    return entry["task"] if isinstance(entry, dict) else entry


def photograph(kind: str, ids: list[int]) -> dict[int, dict]:
    """The rows as they are now, as plain data."""
    if not ids:
        return {}
    table = MODELS[kind].__table__
    columns = [table.c[name] for name in KEPT[kind]]
    rows = carry_out(select(table.c.id, *columns).where(table.c.id.in_(ids))).mappings().all()
    return {row["id"]: {name: _plain(row[name]) for name in KEPT[kind]} for row in rows}


def open_to(tasks: list[int]) -> dict[int, bool]:
    """Which candidates of these tasks see them in their inbox."""
    if not tasks:
        return {}
    columns = Candidate.__table__.c
    return dict(carry_out(select(columns.id, columns.open).where(columns.task_id.in_(tasks))).all())


def write(kind: str, id: int, values: dict):
    """Columns of one row, as `photograph` or `said_by` gives them."""
    table = MODELS[kind].__table__
    carry_out(update(table).where(table.c.id == bindparam("its_id")),
              {"its_id": id, **{name: _moment(name, value) for name, value in values.items()}})


def _plain(value):
    return value.isoformat() if isinstance(value, datetime) else value


def _moment(name, value):
    return datetime.fromisoformat(value) if name in MOMENTS and isinstance(value, str) else value
