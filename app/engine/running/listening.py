"""Subscriptions: arming, firing and delivering (BPMN 13.4.4, 13.5.1, 13.5.2, 13.5.4)."""

from SpiffWorkflow.util.task import TaskState

from app.engine import mapping
from app.engine.asking import decide
from app.engine.specs.scoped import standing
from app.engine.token import Token

LISTENERS = frozenset(("boundary", "target", "start"))


class Listening:
    """What may come from outside, from a clock or from the data, and where it leads."""

    def listen(self, token, nodes, role="boundary") -> None:
        """Arm the events attached to an activity or offered by an event gateway."""
        if any(child.role == role for child in token.children):
            return
        for node in nodes:
            if token.alive and node.listens:
                self._arm(Token(token.workflow, node, token.data, holder=token, role=role, state=TaskState.WAITING))

    def listen_scope(self, scope) -> None:
        """Arm the event sub-processes of a scope that has just begun."""
        for node in scope.spec.listeners:
            if node.listens and not scope.interrupted:
                self._arm(Token(scope, node, dict(scope.base), role="start", state=TaskState.WAITING))

    def _arm(self, listener):
        def subscribe(one):
            one.task_spec.subscribe(one)
            self._wake(one)

        self.attempt(listener, subscribe, "subscribe")

    def miss(self, token) -> None:
        """A listener that stood broken goes with what it listened beside: nobody may overlook that it never listened.

        Of each element the first is kept, so that a circle leaves one and not thousands.
        """
        if token.incident and token.role in LISTENERS:
            element = token.task_spec.element
            kept = {"id": token.id, "name": element.name, "callers": list(token.workflow.callers), **token.incident}
            self.missed.setdefault(element.id, kept)

    def note_missed(self, incident_id: str) -> bool:
        """Somebody has seen this missed incident: it is no longer shown. Was there one?"""
        found = [element for element, kept in self.missed.items() if f"i{kept['id']}" == incident_id]
        for element in found:
            del self.missed[element]
        return bool(found)

    def drop_listeners(self, token) -> None:
        for child in token.children:
            self.drop(child)

    def subscriptions(self):
        """Every open subscription: its id, its token, its place among the token's, and itself."""
        for scope in self.scopes.values():
            for token in scope.tasks.values():
                subs = token.internal_data.get("subs")
                if subs and not token.incident:
                    for index, sub in enumerate(subs):
                        if sub and index not in token.internal_data.get("seen", ()):
                            yield (token.id if len(subs) == 1 else f"{token.id}.{index}"), token, index, sub

    def hear(self, kind, name, keys, values) -> bool:
        """A signal reaches everybody, a message the first whose keys all agree. Did anybody take it?"""
        takers = [
            (token, index)
            for _, token, index, sub in self.subscriptions()
            if sub["kind"] == kind
            and sub["name"] == name
            and all(keys.get(key, ...) == v for key, v in sub["keys"].items())
        ]
        for token, index in takers[:1] if kind == "message" else takers:
            if token.alive:
                self.trigger(token, index, values)
        return bool(takers)

    def trigger(self, token, index, values) -> None:
        """One of a token's subscriptions has come true."""
        node = token.task_spec
        if node.all_of:
            seen = sorted({*token.internal_data.get("seen", ()), index})
            token.internal_data["seen"] = seen
            token.internal_data["heard"] = {**token.internal_data.get("heard", {}), **values}
            values = token.internal_data["heard"]
            if len(seen) < len(token.internal_data["subs"]):
                return
            token.internal_data["seen"] = []
        FIRE[token.role](self, token, index, values)

    def await_others(self, token, by, values) -> None:
        """A parallel multiple start has heard the first of its events; the process begins with the last (10.5.2)."""
        token.role = ""
        token._set_state(TaskState.STARTED)
        token.task_spec.subscribe(token)
        heard = next((index for index, one in enumerate(token.task_spec.definitions) if one.name == by), 0)
        self.trigger(token, heard, values)

    def _fire_plain(self, token, index, values):
        self.drop_listeners(token)
        self.finish(token, values)

    def _fire_target(self, token, index, values):
        gateway = token.parent
        gateway.internal_data.update(chosen=token.task_spec.name, payload=values)
        self.finish(gateway, {})

    def _fire_boundary(self, token, index, values):
        self.fire_boundary(token.parent, token.task_spec, values)
        self._renew(token, index)

    def _fire_start(self, token, index, values):
        self.start_event_subprocess(token.workflow, token.task_spec, values)
        self._renew(token, index)

    def _renew(self, token, index):
        """A listener that has fired without interrupting listens on; a spent timer does not."""
        if not token.alive:
            return
        subs = token.internal_data["subs"]
        subs[index] = token.task_spec.definitions[index].again(subs[index], self.now)
        if not any(subs):
            token.workflow.forget(token)

    def settle_conditions(self) -> bool:
        """Conditional events whose condition has become true since it was last looked at."""
        if not self.diagram.conditional:
            return False
        listeners = [token for _, token, _, sub in self.subscriptions() if sub["kind"] == "conditional"]
        return sum(self._wake(token) for token in listeners) > 0

    def _wake(self, token) -> bool:
        woken = False
        for index, sub in enumerate(token.internal_data.get("subs", ())):
            if sub and sub["kind"] == "conditional" and token.alive:
                woken = self._look(token, index, sub) or woken
        return woken

    def _look(self, token, index, sub):
        was = sub["held"]

        def look(one):
            sub["held"] = decide(one, sub["text"], self._seen_by(one))

        self.attempt(token, look, "subscribe")
        if sub["held"] and not was and not token.incident:
            self.trigger(token, index, {})
            return True
        return False

    def _seen_by(self, token):
        """The variables as they stand in the scope, for a boundary event also inside its activity."""
        inner = self.scopes.get(token.parent.id) if token.role == "boundary" else None
        return standing(inner or token.workflow)

    def store_payload(self, token, values) -> None:
        """What came with a message: through the element's outputs, or as it is."""
        mapping.store(token, _maps(token), values)

    def localize(self, token) -> None:
        token.local = mapping.local(token, _maps(token)) or None


def _maps(token):
    facts = token.task_spec.facts
    return mapping.Maps(facts.inputs, facts.outputs)


FIRE = {
    "": Listening._fire_plain,
    "instance": Listening._fire_plain,
    "handler": Listening._fire_plain,
    "target": Listening._fire_target,
    "boundary": Listening._fire_boundary,
    "start": Listening._fire_start,
}
