"""Activities with a scope of their own: sub-processes, transactions, called processes (BPMN 13.3.4, 10.3.5)."""

from app.engine.errors import Trouble
from app.engine.specs.activity import Activity
from app.engine.specs.call import OutsideTask
from app.engine.token import MISSING, same


class SubProcess(Activity):
    """Embedded: sees everything outside, and what it changes is seen outside when it ends. `inner` is its ScopeSpec."""

    inner = None
    shares = True

    def work(self, token):
        token.workflow.run.open(token, self.inner, dict(token.visible()))

    def scope_done(self, token, scope):
        changed = changes(scope)
        dispute(token, scope.disputed)
        if not self.maps.outputs:
            self.take(token, changed)
        token.workflow.run.finish(token, {name: value for name, value in changed.items() if value is not MISSING})

    def results(self, token, values):
        """Without outputs the changes have been taken already, removals too."""
        return values if self.maps.outputs else {}

    def interrupted(self, token, scope) -> None:
        """A boundary event ends it: what was changed inside until now stays visible."""
        self.take(token, changes(scope))

    def take(self, token, changed):
        """Changes made inside become changes of the token outside; the activity's own inputs stay inside."""
        for name, value in changed.items():
            if name not in (token.local or {}):
                token.write(name, value)


class EventSubProcess(SubProcess):
    """Started by an event of its scope, at the start event that heard it (BPMN 10.3.2, 13.5.4)."""

    by_event = True

    def work(self, token):
        said = token.internal_data
        token.workflow.run.open(token, self.inner, dict(token.visible()), said.get("entry"), said.get("payload"))


class CallActivity(OutsideTask):
    """Runs a process of the bundle inside this run, or is a Call of kind "process" for another service (BPMN 10.3.5).

    Declared inputs and outputs only; a call that declares nothing hands everything in and takes every change back.
    """

    call_kind = "process"
    inner = None

    @property
    def topic(self):
        return self.facts.called or self.element.id

    def work(self, token):
        if self.inner is not None:
            token.workflow.run.open(token, self.inner, self.given(token))
        elif not self.facts.called:
            raise Trouble("model", "call-names-nothing")

    def given(self, token):
        if self.maps.inputs and not self.facts.propagate_all:
            return dict(token.local or {})
        return {} if self.facts.propagate_all is False else dict(token.visible())

    def scope_done(self, token, scope):
        if self.maps.outputs or self.takes_all:
            dispute(token, scope.disputed)
        everything = {name: value for name, value in scope.view().items() if name not in scope.disputed}
        changed = {name: value for name, value in changes(scope).items() if value is not MISSING}
        ended = everything if self.maps.outputs else changed
        token.workflow.run.finish(token, ended)

    def results(self, token, values):
        return values if self.maps.outputs or self.takes_all else {}

    @property
    def takes_all(self):
        return self.facts.propagate_all is True or (self.facts.propagate_all is None and not self.maps.inputs)

    @property
    def shares(self):
        return self.takes_all

    def interrupted(self, token, scope):
        """What happens inside a called process is its own affair."""


def changes(scope) -> dict:
    """Name -> new value (or MISSING where removed) of what differs from the variables the scope began with."""
    now = scope.view()
    changed = {name: value for name, value in now.items() if not same(scope.base.get(name, MISSING), value)}
    gone = {name: MISSING for name in scope.base if name not in now}
    return {name: value for name, value in {**changed, **gone}.items() if name not in scope.disputed}


def standing(scope) -> dict:
    """The variables as they stand now: what was changed inside over what others have changed outside meanwhile."""
    owner = scope.owner
    if owner is None or not owner.task_spec.shares:
        return scope.view()
    seen = {**standing(owner.workflow), **(owner.local or {}), **changes(scope)}
    return {name: value for name, value in seen.items() if value is not MISSING}


def dispute(token, disputed: dict) -> None:
    """What branches inside contradict each other in has no value outside either."""
    for name, values in disputed.items():
        token.write(name, MISSING)
        token.disputed = {**(token.disputed or {}), name: values}
