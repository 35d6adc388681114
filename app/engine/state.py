"""A run's state as JSON: open tokens and their data only.

The specs stay with the diagram, the past with the product.
"""

import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from SpiffWorkflow.util.task import TaskState

from app.engine.errors import StateTooLarge, StateUnreadable
from app.engine.scope import ROOT
from app.engine.token import MISSING, Token, same
from app.engine.values import MARK

VERSION = 1
WRITE = {
    datetime: lambda value: value.isoformat(),
    date: lambda value: value.isoformat(),
    time: lambda value: value.isoformat(),
    timedelta: lambda value: [value.days, value.seconds, value.microseconds],
    Decimal: str,
}
READ = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda parts: timedelta(*parts),
    "Decimal": Decimal,
    "missing": lambda _: MISSING,
}


def dump(run) -> bytes:
    state = {
        "v": VERSION,
        "process": run.diagram.process,
        "ids": run.last_id,
        "ticks": run.ticks,
        "finished": run.finished,
        "cancelled": run.cancelled,
        "scopes": [_scope(scope) for scope in run.scopes.values()],
        **({"missed": run.missed} if run.missed else {}),
    }
    data = json.dumps(state, default=_special, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    if len(data) > run.budget.size:
        raise StateTooLarge(f"The data of this case has grown beyond {run.budget.size // 1_000_000} MB.")
    return data


def load(run, data: bytes):
    special = f'"{json.dumps(MARK)[1:-1]}"'.encode() in data
    state = json.loads(data, object_hook=_ordinary if special else None)
    run.last_id, run.ticks = state["ids"], state["ticks"]
    run.finished, run.cancelled = state["finished"], state["cancelled"]
    run.missed = state.get("missed", {})
    for saved in state["scopes"]:
        _load_scope(run, saved)
    run.top = run.scopes[ROOT]
    return run


def _scope(scope):
    tokens = scope.tokens()
    saved = {"spec": scope.spec.id, "owner": scope.owner.id if scope.owner else None}
    reference = scope.base
    if scope.owner is None:
        reference = scope.base = _top_base(scope, tokens)
        saved["base"] = ordered(reference)
    elif scope.base is not scope.owner.data:
        saved["base"] = difference(scope.base, scope.owner.data)
    kept = {"residue": ordered(scope.residue), "disputed": ordered(scope.disputed)}
    kept.update(records=scope.records, notes=scope.notes)
    saved.update((name, value) for name, value in kept.items() if value)
    saved["tokens"] = [_token(token, reference, scope) for token in tokens]
    return saved


def _top_base(scope, tokens):
    """Nobody compares the process's first data with anything, so its first token's data serves as common ground."""
    return tokens[0].data if tokens else {}


def _token(token, reference, scope):
    parent = token.parent
    below = parent is not None and parent is not scope.task_tree
    saved = [token.id, token.task_spec.name, token.state, difference(token.data, parent.data if below else reference)]
    more = {"role": token.role, "via": token.via, "parent": parent.id if below else None, "local": token.local}
    more.update(forks=token.forks, stamps=ordered(token.stamps), disputed=ordered(token.disputed))
    more["in"] = token.internal_data
    return [*saved, {name: value for name, value in more.items() if value or name == "stamps" and value is not None}]


def difference(data, reference):
    """What must be added to and taken from the reference; None when they are the same."""
    if data is reference:
        return None
    changed = {name: data[name] for name in sorted(data) if not same(reference.get(name, MISSING), data[name])}
    gone = sorted(reference.keys() - data.keys())
    return [changed, gone] if gone else [changed]


def ordered(variables):
    """By name: the order in which variables were set says nothing, and equal states shall be equal bytes."""
    return dict(sorted(variables.items())) if variables else variables


def combine(reference, saved):
    if saved is None:
        return reference
    data = {**reference, **saved[0]}
    for name in saved[1] if len(saved) > 1 else ():
        del data[name]
    return data


def _load_scope(run, saved):
    owner = run.find_token(saved["owner"]) if saved["owner"] else None
    spec = run.diagram.specs.get(saved["spec"])
    if spec is None or (saved["owner"] and owner is None):
        raise StateUnreadable(f"The diagram has no “{saved['spec']}” any more.")
    base = saved.get("base", {}) if owner is None else combine(owner.data, saved.get("base"))
    scope = run.bare_scope(owner, spec, base)
    scope.residue = {
        name: (stamp, value, _forks(forks)) for name, (stamp, value, forks) in saved.get("residue", {}).items()
    }
    scope.disputed, scope.records = saved.get("disputed", {}), saved.get("records", [])
    scope.notes = saved.get("notes", {})
    for one in saved["tokens"]:
        _load_token(scope, one)


def _load_token(scope, saved):
    id, name, token_state, data, more = saved
    node = scope.spec.node(name)
    if node is None:
        raise StateUnreadable(f"The diagram has no “{name}” any more.")
    parent = scope.tasks[more["parent"]] if "parent" in more else None
    data = combine(parent.data if parent else scope.base, data)
    token = Token(scope, node, data, parent, more.get("role", ""), more.get("via"), token_state, id)
    token.local, token.stamps, token.disputed = more.get("local"), more.get("stamps"), more.get("disputed")
    token.forks = _forks(more.get("forks", ()))
    token.internal_data = more.get("in", {})
    if token_state == TaskState.WAITING and token.role in ("", "handler"):
        scope.arrivals.setdefault(name, []).append(token)


def _forks(saved):
    return tuple(tuple(step) for step in saved)


def _special(value):
    if value is MISSING:
        return {MARK: ["missing", ""]}
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(UTC)
    return {MARK: [type(value).__name__, WRITE[type(value)](value)]}


def _ordinary(found):
    if MARK in found:
        kind, text = found[MARK]
        return READ[kind](text)
    return found
