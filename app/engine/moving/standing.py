"""Every token of a run looked at: which node of the new version takes it over, and why none can."""

from dataclasses import dataclass, field

from app.engine.moving.likely import may_begin
from app.engine.moving.reason import reason
from app.engine.running.listening import LISTENERS
from app.engine.specs.activity import Activity
from app.engine.specs.node import Node

PEOPLE = ("userTask", "manualTask")


@dataclass
class Position:
    """A walking token between the versions: `flow` is the new flow by which it came to the join it waits at."""

    token: object
    old: Node
    new: Node
    flow: object = None


@dataclass
class Level:
    """One living scope with its spec in the new version and the positions in it."""

    scope: object
    spec: object
    positions: list[Position] = field(default_factory=list)


class Standing:
    """`reasons` found, `levels` that can move, `anew`: token id -> the node it begins anew at.

    `offered`: id of a process called before -> id of the one that is called now.
    """

    def __init__(self, route, run):
        self.route, self.run = route, run
        self.reasons, self.levels, self.anew, self.offered = [], [], {}, {}
        if run.finished:
            self.reasons.append(reason("move-ended", "stay", None))
            return
        for scope in list(run.scopes.values()):
            self._scope(scope)

    def _scope(self, scope):
        spec = self.route.spec(scope.spec)
        owner = self.route.node(scope.owner.task_spec) if scope.owner else None
        if scope.owner is not None and (spec is None or getattr(owner, "inner", None) is not spec):
            self._scope_gone(scope)
            return
        level = Level(scope, spec)
        self.levels.append(level)
        for token in scope.tokens():
            if token.role not in LISTENERS and token.role != "instance":
                self._token(token, level)
        self._records(scope.records, scope.spec, spec, scope.owner.task_spec if scope.owner else None)

    def _scope_gone(self, scope):
        node = scope.owner.task_spec
        new = self.route.node(node)
        inner = getattr(new, "inner", None)
        if inner is not None and scope.spec.kind == "process":
            self.offered[scope.spec.id] = (inner.id,)
            self.reasons.append(reason("move-call-changed", "mapping", node, new, called=inner.id))
        else:
            self.reasons.append(reason("move-scope-gone", "stay", node))

    def _token(self, token, level):
        old = token.task_spec
        new, waiting = self.route.node(old), token in level.scope.arrivals.get(old.name, ())
        found = self._difference(token, old, new, waiting, level)
        if found and found.kind == "mapping" and self._begins_anew(token, old, new):
            self.anew[token.id] = new
            found = reason("move-begins-anew", "note", old, new)
        if found:
            self.reasons.append(found)
        if new is not None and (found is None or found.kind in ("note", "person")):
            flow = self.arrival(token, new) if waiting else None
            level.positions.append(Position(token, old, new, flow))

    def _difference(self, token, old, new, waiting, level):
        """What keeps the new node from taking the token over as it stands, or None."""
        if waiting:
            return self._waiting(token, old, new)
        if token.id in self.run.scopes and (new is None or not alike(old, new)):
            return reason("move-scope-gone", "stay", old)
        if new is None:
            return self._nowhere(token, old, level)
        if token.role == "handler":
            return None if alike(old, new) else reason("move-undo-gone", "stay", old)
        return _unlike(token, old, new)

    def _waiting(self, token, old, new):
        if new is None or not alike(old, new) or getattr(old, "start_quantity", 1) != getattr(new, "start_quantity", 1):
            return reason("move-join-gone", "stay", old)
        if token.via and self.arrival(token, new) is None:
            return reason("move-branch-gone", "stay", old, new)
        return None

    def _nowhere(self, token, old, level):
        route = self.route
        if "undo_in" in token.internal_data or token.role == "handler":
            return reason("move-undo-gone", "stay", old)
        if old.name in route.mapping:
            return reason("move-target-elsewhere", "mapping", old, route.new.elements.get(route.id(old.name)))
        elsewhere = route.new.elements.get(old.name)
        return reason("move-elsewhere" if elsewhere else "move-gone", "mapping", old)

    def _begins_anew(self, token, old, new) -> bool:
        """Somebody has said so, and nothing is lost but the waiting itself."""
        said = token.internal_data
        busy = token.id in self.run.scopes or "loop" in said or "undo_in" in said or token.role != ""
        return old.name in self.route.mapping and not busy and new is not None and may_begin(new)

    def arrival(self, token, new):
        """The flow into the join `new` by which a token that waits there has come, or None.

        By its own id, or drawn under another one; else the only new way in that comes from where the token came.
        """
        ways = {way.id: way for way in new.incoming}
        way = ways.get(self.route.id(token.via)) if token.via else None
        if way is not None:
            return way
        old = next((one for one in token.task_spec.incoming if one.id == token.via), None)
        source = self.route.node(old.source_node) if old else None
        taken = {self.route.id(one.id) for one in token.task_spec.incoming}
        fresh = [one for one in new.incoming if one.id not in taken]
        near = self.route.branches.paths(new.scope_spec).ahead(source.name, new.name) if source else ()
        found = [one for one in fresh if one.source_node.name in near]
        return found[0] if len(found) == 1 else None

    def _records(self, records, old_spec, spec, place):
        """What has been done inside must still be known how to be undone."""
        for record in records:
            old = old_spec.task_specs[record["activity"]]
            new = spec.task_specs.get(self.route.id(old.name)) if spec else None
            inner = "records" in record
            if new is None or (getattr(new, "inner", None) is None if inner else getattr(new, "undo", None) is None):
                self.reasons.append(reason("move-undo-gone", "stay", old))
            elif inner:
                self._records(record["records"], old.inner, new.inner, old)


def alike(old, new) -> bool:
    """The same kind of thing: the token need not notice the difference."""
    kinds = {old.element.kind, new.element.kind}
    return (len(kinds) == 1 or kinds <= set(PEOPLE)) and old.by_event == new.by_event


def same_events(old, new) -> bool:
    """Whether both wait for the same kinds of events, in the same order."""
    kinds = ([one.kind for one in getattr(node, "definitions", ())] for node in (old, new))
    return len({tuple(one) for one in kinds}) == 1 and getattr(old, "all_of", 0) == getattr(new, "all_of", 0)


def _unlike(token, old, new):
    loop = token.internal_data.get("loop")
    if not alike(old, new):
        rule, kind = ("move-loop-changed", "stay") if loop else ("move-kind-changed", "mapping")
        return reason(rule, kind, old, new)
    if isinstance(old, Activity):
        repeated = _repetition(old.loop) == _repetition(new.loop)
        if loop and not repeated:
            return reason("move-loop-changed", "stay", old, new)
        if not loop and type(old.loop) is not type(new.loop) and "at" in token.internal_data:
            return reason("move-kind-changed", "mapping", old, new)
        if loop and loop["done"] and _rule(old.loop) != _rule(new.loop):
            return reason("move-vote-rule", "person", old, new, done=loop["done"], total=loop.get("total", ""))
    if "subs" in token.internal_data and not same_events(old, new):
        return reason("move-event-changed", "mapping", old, new)
    return None


def _repetition(loop):
    """What instances that have begun depend on."""
    facts = getattr(loop, "facts", None)
    named = (facts.element_variable, facts.output_collection, facts.output_element) if facts else ()
    return type(loop), getattr(loop, "sequential", None), named


def _rule(loop):
    """What decides when enough instances are done."""
    facts = getattr(loop, "facts", None)
    return (facts.completion_condition or "").strip() if facts else (getattr(loop, "condition", None), loop.maximum)
