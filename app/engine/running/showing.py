"""What is open, as rows."""

from datetime import datetime

from SpiffWorkflow.util.task import TaskState

from app.engine.rows import Call, Failure, Incident, Step, Timer, Wait
from app.engine.scope import LIVING
from app.engine.specs.activity import PersonTask
from app.engine.specs.call import OutsideTask
from app.engine.words.incidents import incident_text

STANDING = LIVING | {"instance"}


class Showing:
    @property
    def steps(self) -> tuple[Step, ...]:
        """Where people are waited for, oldest first."""
        return tuple(_step(token) for token in self._parked(PersonTask))

    @property
    def calls(self) -> tuple[Call, ...]:
        """Where the outside is waited for."""
        return tuple(_call(token) for token in self._parked(OutsideTask))

    @property
    def timers(self) -> tuple[Timer, ...]:
        return tuple(_timer(id, token, sub) for id, token, _, sub in self.subscriptions() if sub["kind"] == "timer")

    @property
    def waits(self) -> tuple[Wait, ...]:
        return tuple(
            Wait(id, token.task_spec.element.id, sub["kind"], sub["name"], sub["keys"], token.workflow.callers)
            for id, token, _, sub in self.subscriptions()
            if sub["kind"] in ("message", "signal")
        )

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Where the run stands broken; or, of kind "stuck", where it waits for what can never come.

        Then listeners that never listened and are gone with their scope, until somebody has taken note of them.
        """
        broken = tuple(_incident(token) for token in self.all_tokens() if token.incident)
        missed = tuple(_missed(element, kept) for element, kept in self.missed.items())
        return (broken or tuple(_stuck(token) for token in self._stuck_tokens())) + missed

    @property
    def failure(self) -> Failure | None:
        """The first error that nobody caught, if any."""
        for incident in self.incidents:
            if incident.kind == "error":
                return Failure(incident.element, incident.detail, incident.message)
        return None

    @property
    def stuck(self) -> tuple[str, ...]:
        """Elements that hold tokens for ever: nothing that is open anywhere could move them."""
        return tuple(token.task_spec.element.id for token in self._stuck_tokens())

    def _stuck_tokens(self):
        tokens = self.all_tokens()
        if self.finished or any(token.incident or self.parked(token, (PersonTask, OutsideTask)) for token in tokens):
            return []
        if any(_may_move(token) for _, token, _, _ in self.subscriptions()):
            return []
        standing = [token for token in tokens if token.role in STANDING and token.id not in self.scopes]
        return [token for token in standing if _innermost(token)]

    @property
    def data(self) -> dict:
        """The variables of the process as they stand, without those that branches contradict each other in."""
        disputed = self.disputed
        return {name: value for name, value in self.top.view().items() if name not in disputed}

    @property
    def disputed(self) -> dict:
        """Variables that parallel branches left with different values at a join, and those values."""
        found = {}
        for token in self.top.walking():
            found.update(token.disputed or {})
        return {**self.top.disputed, **found}

    @property
    def sent(self):
        return tuple(self.sent_rows)

    @property
    def passed(self):
        return tuple(self.passed_rows)

    @property
    def taken(self) -> tuple[str, ...]:
        """Ids of the flows that tokens went along, in order: also those into what is still open."""
        return tuple(self.taken_rows)

    @property
    def ended(self):
        return tuple(self.ended_rows)

    def all_tokens(self):
        return [token for scope in self.scopes.values() for token in scope.tokens()]

    def _parked(self, kind):
        return sorted(
            (token for token in self.all_tokens() if self.parked(token, kind)), key=lambda token: int(token.id)
        )

    def parked(self, token, kind) -> bool:
        """Does this token wait for somebody to complete it?"""
        return (
            isinstance(token.task_spec, kind)
            and token.state == TaskState.STARTED
            and not token.incident
            and "loop" not in token.internal_data
            and token.id not in self.scopes
        )


def _step(token):
    node, element = token.task_spec, token.task_spec.element
    return Step(
        token.id,
        element.id,
        element.name,
        element.kind,
        token.workflow.spec.process,
        element.lane,
        node.facts,
        dict(token.visible()),
        datetime.fromisoformat(token.internal_data["at"]),
        token.internal_data.get("index"),
        token.workflow.callers,
    )


def _call(token):
    node, element = token.task_spec, token.task_spec.element
    index = token.internal_data.get("index")
    return Call(
        token.id,
        element.id,
        element.name,
        node.call_kind,
        node.topic,
        node.given(token),
        node.facts,
        index,
        token.workflow.callers,
    )


def _timer(id, token, sub):
    node, element = token.task_spec, token.task_spec.element
    working = node.facts.properties.get("calendar") == "working"
    interrupting = getattr(node, "interrupting", True)
    return Timer(
        id,
        element.id,
        element.name,
        sub["form"],
        sub["text"],
        datetime.fromisoformat(sub["due"]),
        interrupting,
        working,
        token.workflow.callers,
    )


def _incident(token):
    element = token.task_spec.element
    return _said(token.id, element.id, element.name, token.incident, token.workflow.callers)


def _missed(element, kept):
    return _said(kept["id"], element, kept["name"], kept, tuple(kept["callers"]))


def _said(id, element, name, said, callers):
    texts = said["kind"], said["message"], said["detail"]
    return Incident(f"i{id}", element, name, *texts, callers, said.get("rule", ""), said.get("params", {}))


def _stuck(token):
    element = token.task_spec.element
    missing = sorted(flow.id for flow in token.task_spec.incoming if flow.id and not _arrived(token, flow.id))
    params = token.workflow.run.diagram.about(element)
    message, callers = incident_text("stuck", params), token.workflow.callers
    return Incident(
        f"i{token.id}", element.id, element.name, "stuck", message, ", ".join(missing), callers, "stuck", params
    )


def _arrived(token, flow):
    return any(one.via == flow for one in token.workflow.arrivals.get(token.task_spec.name, (token,)))


def _may_move(token):
    """An event sub-process that does not interrupt runs beside what stands; all else that is heard moves something."""
    return token.role != "start" or token.task_spec.interrupting


def _innermost(token):
    """Instances say it for their loop, and the first token at a join for those that wait with it."""
    first = token.workflow.arrivals.get(token.task_spec.name, (token,))[0]
    return first is token and not any(child.role == "instance" for child in token.children)
