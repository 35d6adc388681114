"""A diagram being worked through: acts go in, rows come out, and the whole state is a few bytes of JSON."""

from collections import Counter, deque
from datetime import datetime

from SpiffWorkflow.util.task import TaskState

from app.engine import state
from app.engine.adhoc import adhoc_next
from app.engine.budget import BUDGET
from app.engine.errors import ErrorThrown, StepClosed
from app.engine.running.history import simplify
from app.engine.running.listening import Listening
from app.engine.running.moving import Moving
from app.engine.running.scoping import Scoping
from app.engine.running.showing import Showing
from app.engine.running.throwing import Throwing
from app.engine.running.undoing import Undoing
from app.engine.scope import ROOT, Scope
from app.engine.specs.activity import PersonTask
from app.engine.specs.call import OutsideTask
from app.engine.token import Token
from app.engine.values import plain


class Run(Moving, Scoping, Listening, Throwing, Undoing, Showing):
    """One instance of a process (BPMN chapter 13).

    Acts take `now`, an aware UTC datetime. After each, `steps`, `calls`, `timers`, `waits` and `incidents` say what is
    open; `passed`, `taken`, `sent` and `ended` say what has happened since this object was started or loaded.
    Ids of rows are unique within the run and stay the same while the row is open.
    """

    def __init__(self, diagram, budget=BUDGET):
        self.diagram, self.budget = diagram, budget
        self.now = None
        self.scopes = {}
        self.top = None
        self.last_id = self.ticks = self.moves = self.open_count = 0
        self.finished = self.cancelled = False
        self.ready, self.later = deque(), deque()
        self.passed_rows, self.sent_rows, self.ended_rows, self.taken_rows = [], [], [], []
        self.tally = Counter()
        self.missed = {}

    @classmethod
    def start(
        cls,
        diagram,
        data: dict,
        *,
        now: datetime,
        at: str | None = None,
        by: str | None = None,
        values: dict | None = None,
        budget=BUDGET,
    ):
        """Begin a run over `data`; `at` names one of `diagram.starts`, `values` what its message brought.

        `by` is the name of that message or signal, where the start waits for several: for the others the run waits.
        Raises ValueRefused (a ValueError) for data that cannot be kept.
        """
        run = cls(diagram, budget)
        run._begin_act(now)
        run.top = run.bare_scope(None, diagram.spec, plain(dict(data)))
        run.listen_scope(run.top)
        if not run.top.interrupted:
            run._enter(run.top, at or diagram.entry, plain(dict(values or {})), by)
        if run.top.deserted():
            run.close_scope(run.top)
        return run._end_act()

    @classmethod
    def load(cls, diagram, state_bytes: bytes, budget=BUDGET):
        """Continue from `dump()`. Raises StateUnreadable if the diagram lacks what the state stands on."""
        return state.load(cls(diagram, budget), state_bytes)

    def dump(self) -> bytes:
        """The tokens and their data as JSON; equal states give equal bytes, and what has passed is not in it.

        Raises StateTooLarge beyond the budget's size.
        """
        return state.dump(self)

    def complete(self, id: str, values: dict | None = None, *, now: datetime) -> None:
        """A person completes a Step, or the outside answers a Call. Raises StepClosed if it is not waiting."""
        token = self._waiting(id, (PersonTask, OutsideTask))
        values = plain(dict(values or {}))
        self._begin_act(now)
        self.finish(token, values)
        self._end_act()

    def fail(self, id: str, code: str, message: str = "", *, now: datetime, values: dict | None = None) -> None:
        """A Call (or Step) ends with an error: to the error event that catches `code`.

        Else an incident at the element.
        """
        token = self._waiting(id, (PersonTask, OutsideTask))
        self._begin_act(now)
        self.throw_error(token, ErrorThrown(code, message, plain(dict(values or {}))), "answer")
        self._end_act()

    def fire(self, timer_id: str, *, now: datetime) -> None:
        """A timer's moment has come: the product decides when. Raises StepClosed if there is no such timer."""
        self._begin_act(now)
        for id, token, index, sub in self.subscriptions():
            if id == timer_id and sub["kind"] == "timer":
                self.trigger(token, index, {})
                self._end_act()
                return
        raise StepClosed("This timer is no longer waiting.")

    def deliver(self, delivery, *, now: datetime) -> bool:
        """Hand in a message or signal. True if somebody took it; otherwise nothing has changed."""
        values = plain(dict(delivery.values))
        self._begin_act(now)
        taken = self.hear(delivery.kind, delivery.name, delivery.keys, values)
        self._end_act()
        return taken

    def retry(self, incident_id: str, *, now: datetime, values: dict | None = None) -> None:
        """Try the element of an incident again, with `values` as corrected variables.

        One that was missed is only taken note of: what it stood at is over. Raises StepClosed if it is settled.
        """
        if self.note_missed(incident_id):
            self._begin_act(now)
            self._end_act()
            return
        token = self.find_token(incident_id.removeprefix("i"))
        if token is None or not (token.incident or token in self._stuck_tokens()):
            raise StepClosed("This incident has already been settled.")
        values = plain(dict(values or {}))
        self._begin_act(now)
        for name, value in values.items():
            token.write(name, value)
        if values and "results" in token.internal_data:
            token.internal_data["results"] = {**token.internal_data["results"], **values}
        self._again(token, token.internal_data.pop("incident", {"phase": "begin"})["phase"])
        self._end_act()

    def cancel(self, *, now: datetime) -> None:
        """Withdrawn: everything open is cancelled and the run is over."""
        self._begin_act(now)
        self.clear(self.top, self.top.view())
        self.missed = {}
        self.cancelled = self.finished = True
        self._end_act()

    def next_id(self) -> str:
        self.last_id += 1
        return str(self.last_id)

    def tick(self) -> int:
        """A moment in the run's own history; later changes have larger ones."""
        self.ticks += 1
        return self.ticks

    def busiest(self) -> list:
        """The elements that have moved most tokens in this act."""
        return [self.diagram.elements[id] for id, _ in self.tally.most_common(3)]

    def find_token(self, id) -> Token | None:
        if id == ROOT:
            return None
        return next((scope.tasks[id] for scope in self.scopes.values() if id in scope.tasks), None)

    def bare_scope(self, owner, spec, data) -> Scope:
        scope = Scope(self, spec, owner)
        scope.base = data
        self.scopes[scope.key] = scope
        return scope

    def _waiting(self, id, kinds):
        token = self.find_token(id)
        if token is None or not self.parked(token, kinds):
            raise StepClosed("This is no longer waiting: it has already been completed or cancelled.")
        return token

    def _again(self, token, phase):
        if phase == "begin":
            token._set_state(TaskState.READY)
            self.enqueue(token)
        elif phase == "subscribe":
            token._set_state(TaskState.WAITING if token.role else TaskState.STARTED)
            self._arm(token)
        elif phase == "close":
            self.finish(token, token.internal_data.get("results", {}))
        elif phase == "loop":
            self.attempt(token, token.task_spec.loop.go_on, "loop")
        elif phase == "scope":
            self.attempt(token, lambda owner: adhoc_next(self.scopes[owner.id]), "scope")

    def _begin_act(self, now):
        if now.tzinfo is None:
            raise ValueError("now must be an aware datetime")
        self.now = now
        self.moves = 0
        self.tally.clear()

    def _end_act(self):
        self.pump()
        simplify(self)
        return self
