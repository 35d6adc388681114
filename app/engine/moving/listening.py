"""Listeners after a move: new ones begin now, gone ones are noted, the others keep their due moment and their keys."""

from datetime import datetime

from SpiffWorkflow.util.task import TaskState

from app.engine.moving.reason import reason
from app.engine.running.listening import LISTENERS
from app.engine.specs.activity import Activity
from app.engine.specs.events import EventGateway
from app.engine.token import Token


def settle_listeners(route, run, moved) -> tuple[dict, list]:
    """Begin what is new on `moved`, which was `run`. ({timer id: since when it counts}, notes)."""
    since, notes = {}, []
    for scope in list(moved.scopes.values()):
        before = run.scopes[scope.key]
        _at_scope(route, before, scope, notes)
        for token in scope.tokens():
            old = run.find_token(token.id)
            if old is not None and token.alive:
                _at_token(route, old, token, notes)
                _subscription(route, old, token, since, notes)
    _gone(run, moved, notes)
    return since, notes


def _at_scope(route, before, scope, notes):
    if scope.interrupted:
        return
    known = {route.id(one.name) for one in before.spec.listeners}
    for node in scope.spec.listeners:
        if node.listens and node.name not in known:
            notes.append(reason("move-listener-added", "note", scope.owner.task_spec if scope.owner else None, node))
            _arm(Token(scope, node, dict(scope.base), role="start", state=TaskState.WAITING))


def _at_token(route, old, token, notes):
    """Events at the edge of an open activity, or behind an event gateway."""
    node, role = token.task_spec, "boundary"
    if isinstance(node, EventGateway):
        there, role = ([way.node for way in one.flows] for one in (old.task_spec, node)), "target"
    elif isinstance(node, Activity) and token.role not in (*LISTENERS, "instance"):
        there = (one.boundaries for one in (old.task_spec, node))
    else:
        return
    if "at" not in token.internal_data:
        return
    before, now = there
    known = {route.id(one.name) for one in before}
    for one in now:
        if one.listens and one.name not in known and token.alive:
            notes.append(reason("move-listener-added", "note", old.task_spec, one))
            _arm(Token(token.workflow, one, token.data, holder=token, role=role, state=TaskState.WAITING))


def _arm(listener):
    listener.workflow.run.attempt(listener, lambda one: one.task_spec.subscribe(one), "subscribe")


def _subscription(route, old, token, since, notes):
    """What a token waits for, where the new version words it differently."""
    subs, catching = token.internal_data.get("subs"), getattr(token.task_spec, "definitions", ())
    if not subs:
        return
    now = [one for one in catching if one.catchable]
    before = [one for one in old.task_spec.definitions if one.catchable]
    for index, (was, one) in enumerate(zip(before, now, strict=True)):
        if subs[index] is None:
            continue
        if one.kind == "timer" and token.task_spec.name in route.recompute:
            _reckon(token, index, one, since)
        elif one.kind == "timer":
            if (was.form, was.text) != (one.form, one.text):
                notes.append(reason("move-timer-kept", "note", old.task_spec, token.task_spec))
        elif vars(was) != vars(one):
            _again(token, index, one, token.workflow.run.now)


def _reckon(token, index, definition, since):
    """As if the new text had held from the beginning; a cycle begins now, or it would strike many times at once."""
    host = token.parent if token.role in ("boundary", "target") else token
    run, began = token.workflow.run, host.internal_data.get("at")
    start = datetime.fromisoformat(began) if began and definition.form != "cycle" else run.now
    _again(token, index, definition, start)
    subs = token.internal_data["subs"]
    since[token.id if len(subs) == 1 else f"{token.id}.{index}"] = start


def _again(token, index, definition, now):
    def subscribe(one):
        held = one.internal_data["subs"][index].get("held")
        one.internal_data["subs"][index] = definition.subscribe(one, now)
        if held is not None:
            one.internal_data["subs"][index]["held"] = held

    token.workflow.run.attempt(token, subscribe, "subscribe")


def _gone(run, moved, notes):
    for token in run.all_tokens():
        host = token.parent if token.role in ("boundary", "target") else None
        gone = token.role in LISTENERS and moved.find_token(token.id) is None
        if gone and (host is None or moved.find_token(host.id) is not None):
            notes.append(reason("move-listener-removed", "note", token.task_spec))
