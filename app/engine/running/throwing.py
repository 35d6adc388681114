"""Errors, escalations and events that interrupt: who catches, and what becomes of the work around it (BPMN 13.5.3)."""

from functools import partial

from app.engine.errors import Trouble
from app.engine.scripts import ScriptBroken
from app.engine.token import Token


class Throwing:
    def throw_error(self, token, error, phase) -> None:
        """To the nearest catcher, outwards; an error nobody catches stands as an incident, it never ends as success."""
        if isinstance(error, ScriptBroken):
            catch = self._catch_script(token)
        else:
            catch = self._catch(token, "error", error.code)
        if catch is None:
            self.stop(token, _uncaught(token, error), phase)
            return
        if not token.task_spec.visible_work:
            self._thrown(token)
        catch(error.values)

    def _thrown(self, token):
        """An error end event has done its work although its scope is about to end."""
        self.report(token, "done")
        if token.task_spec.element.kind == "endEvent":
            self.ended_rows.append(token.task_spec.element.id)

    def escalate(self, token, code) -> None:
        """Escalations inform; without a catcher they pass unheard (10.5.5.5)."""
        catch = self._catch(token, "escalation", code)
        if catch:
            catch({})

    def _catch_script(self, token):
        """A script's exception has no code of the model: an error event on the script task itself takes it."""
        activity = _activity(token)
        for node in getattr(activity.task_spec, "boundaries", ()):
            if any(one.kind == "error" for one in node.definitions):
                return lambda values: self.fire_boundary(activity, node, values)
        return None

    def _catch(self, token, kind, code):
        """What to do at the nearest catcher from this token outwards, or None."""
        for activity, scope in _outwards(token):
            node = _matching(getattr(activity.task_spec, "boundaries", ()), kind, code)
            if node is not None:
                return partial(self.fire_boundary, activity, node)
            start = None if activity.task_spec.by_event else _matching(scope.spec.listeners, kind, code)
            if start is not None:
                return partial(self.start_event_subprocess, scope, start)
        return None

    def fire_boundary(self, host, node, values) -> None:
        """Tokens leave the boundary event; an interrupting one ends its activity first."""
        scope = host.workflow
        if node.interrupting:
            inner = self.scopes.get(host.id)
            if inner:
                host.task_spec.interrupted(host, inner)
            token = Token(scope, node, dict(host.data), role="caught")
            token.take_over(host)
            self.drop(host)
            token.internal_data["payload"] = values
        else:
            self.branch_off(host, node, values)

    def branch_off(self, host, node, values) -> None:
        """A token leaves a boundary event while its activity goes on."""
        token = Token(host.workflow, node, dict(host.data), role="caught")
        host.fork_to([host, token])
        token.internal_data["payload"] = values

    def start_event_subprocess(self, scope, start, values) -> None:
        """Begin an event sub-process in its scope; an interrupting start ends everything else there (10.5.6)."""
        data, others = scope.view(), scope.walking()
        disputed = {name: values for one in others for name, values in (one.disputed or {}).items() if name not in data}
        if start.interrupting:
            self.clear(scope, data)
            token = Token(scope, start.activity, data)
        else:
            token = Token(scope, start.activity, data)
            self.beside(token, others)
        token.disputed = disputed or None
        token.internal_data.update(entry=start.name, payload=values)

    def clear(self, scope, data) -> None:
        """Drop everything in a scope and keep `data` as what it leaves."""
        scope.notes = {".interrupted": True}
        for token in scope.tokens():
            if token.alive:
                self.drop(token)
        scope.residue = {name: (0, value, ()) for name, value in data.items()}

    def beside(self, token, others):
        """The new token parts from all others at once; the others' own splits stay what they were."""
        fork = self.tick()
        for one in (token, *others):
            one.forks = ((fork, 0 if one is token else 1), *one.forks)
            one.stamps = {} if one.stamps is None else one.stamps


def _matching(nodes, kind, code):
    """The event that names this code, else one that catches all of its kind."""
    found = [(node, one) for node in nodes for one in node.definitions if one.kind == kind and one.fits(code)]
    exact = [node for node, one in found if one.code is not None]
    return (exact or [node for node, _ in found] or [None])[0]


def _activity(token):
    """The token of the whole activity, of which this may be one instance."""
    return token.parent if token.role == "instance" else token


def _outwards(token):
    """This token's activity and its scope, then the activity that scope belongs to, and so on."""
    while token is not None:
        activity = _activity(token)
        yield activity, activity.workflow
        token = activity.workflow.owner


def _uncaught(token, error):
    if isinstance(error, ScriptBroken):
        return Trouble("script", "script-broke", error.message, detail=error.message)
    if token.task_spec.element.kind in ("endEvent", "intermediateThrowEvent"):
        return Trouble("error", "error-uncaught", error.code, code=error.code)
    if error.message:
        return Trouble("call", "answer-said", error.code, detail=error.message)
    return Trouble("call", "error-came-back", error.code, code=error.code)
