"""Walks: a service played in memory from its answers, with a clock of its own, to see where it goes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.base import NotASpan, Span
from app.catalog.published import Published
from app.catalog.walk_fault import WalkFault
from app.engine import Delivery, Run

INNER = ("people.resolve", "notify", "absence.arrange", "absence.remove")
ACTS = ("step", "call", "timer", "wait", "until", "message", "signal")
MOST_ROUNDS = 500

Resolve = Callable[[object, dict], list[str]]
"""Who an expression names, given the data around it: ("manager(beneficiary)", {...}) -> ["nadia"]."""


BEGIN = datetime(2026, 11, 21, 8, tzinfo=UTC)
"""When a walk begins that does not say itself when (`at`)."""


class WalkBroken(Exception):
    """A step of a walk cannot be taken: nothing of that name is open there."""

    def __init__(self, rule: str, **values):
        super().__init__(rule)
        self.rule, self.values = rule, values


@dataclass
class Walked:
    """How a walk went: `path` are the elements that completed, in order, `flows` the arrows that were taken, `reached`
    every element that something happened at; `faults` what was not as expected, `troubles` the same in English."""

    path: list[str] = field(default_factory=list)
    flows: list[str] = field(default_factory=list)
    reached: set[str] = field(default_factory=set)
    end: str | None = None
    open: list[str] = field(default_factory=list)
    faults: list[WalkFault] = field(default_factory=list)

    @property
    def well(self) -> bool:
        return not self.faults

    @property
    def troubles(self) -> list[str]:
        return [fault.text() for fault in self.faults]


def play(version: Published, walk: dict, *, facts: dict, resolve: Resolve, now: datetime | None = None) -> Walked:
    """Play one walk of the service's yaml.

    `facts` are what the product knows of who asks (requester, beneficiary, site, department, cost_centre). Calls for
    people are answered by `resolve`, and compared where the walk says itself whom it expects. It begins at the walk's
    own `at`, else at `now`. A time span in `wait` counts every hour, as if one always worked.
    """
    player = _Player(version, walk, facts, resolve, begins(walk, now))
    try:
        player.play()
    except WalkBroken as broken:
        player.walked.faults.append(WalkFault(broken.rule, player.at, broken.values))
    return player.result()


def begins(walk: dict, now: datetime | None = None) -> datetime:
    """The moment at which a walk begins."""
    try:
        return _moment(walk["at"]) if walk.get("at") else now or BEGIN
    except WalkBroken:
        return now or BEGIN


class _Player:
    def __init__(self, version, walk, facts, resolve, now):
        self.version, self.walk, self.facts, self.resolve, self.now = version, walk, facts, resolve, now
        self.walked = Walked()
        self.run, self.at, self.expected = None, 0, None

    def play(self):
        try:
            self.run = Run.start(
                self.version.diagram, {**self.facts, **(self.walk.get("answers") or {})}, now=self.now)
        except (ValueError, TypeError) as refused:
            raise WalkBroken("answers", detail=str(refused)) from refused
        acts = self.walk.get("steps") or ()
        for at, act in enumerate(acts, 1):
            self.at = at
            if not isinstance(act, dict):
                raise WalkBroken("unknown-act", act=act)
            self.expected = act.get("call")
            self._settle()
            self.expected = _call_of(acts, at)
            self._act(act)
        self.at, self.expected = 0, None
        self._settle()

    def result(self) -> Walked:
        walked, run = self.walked, self.run
        if run is None:
            return walked
        walked.path = [one.element for one in run.passed if one.state == "done"]
        walked.flows = list(run.taken)
        walked.end = next((one for one in reversed(run.ended) if one not in self._inside_fragments), None)
        walked.open = [one.element for one in (*run.steps, *run.calls, *run.timers, *run.waits)]
        walked.reached = {*self._entered(), *(one.element for one in run.passed),
                          *(one.element for one in (*run.steps, *run.calls))}
        walked.faults += [
            WalkFault("incident", 0, {"element": one.element, "message": one.message, "detail": one.detail or ""})
            for one in run.incidents
        ]
        walked.faults += _differences(self.walk, walked, run)
        return walked

    def _entered(self):
        flows = self.version.diagram.flows
        return (flows[id].target for id in self.run.taken if id in flows)

    @property
    def _inside_fragments(self) -> set[str]:
        main = self.version.spec["process"]
        return {one.id for one in self.version.diagram.elements.values() if one.process != main}

    def _act(self, act: dict):
        kind = next((one for one in ACTS if one in act), None)
        if kind is None:
            raise WalkBroken("unknown-act", act=act)
        try:
            getattr(self, f"_{kind}")(act)
        except (ValueError, TypeError) as refused:
            raise WalkBroken("answers", detail=str(refused)) from refused

    def _step(self, act):
        self.run.complete(self._open(self.run.steps, act["step"], act).id, act.get("answers") or {}, now=self.now)

    def _call(self, act):
        call = self._open(self.run.calls, act["call"], act)
        if "fails" in act:
            self.run.fail(call.id, str(act["fails"]), str(act.get("message") or ""), now=self.now)
        else:
            self._answer(call, act.get("answers") or {})

    def _timer(self, act):
        """This timer and no other fires, when its moment has come."""
        timer = self._open(self.run.timers, act["timer"], act)
        self.now = max(self.now, _moment(act["at"]) if act.get("at") else timer.due_at)
        self.run.fire(timer.id, now=self.now)

    def _until(self, act):
        """The clock goes on, and nothing else happens."""
        self.now = max(self.now, _moment(act["until"]))

    def _open(self, things, element: str, act: dict):
        found = [one for one in things if one.element == element]
        loop = act.get("loop")
        found = [one for one in found if loop is None or getattr(one, "loop", None) == loop] or found
        if not found:
            here = [one.element for one in (*self.run.steps, *self.run.calls, *self.run.timers)]
            raise WalkBroken("not-open", element=element, open=here)
        return found[0]

    def _answer(self, call, answers: dict):
        if call.topic == "people.resolve":
            found = self._people(call)
            if "people" in answers and sorted(answers["people"]) != sorted(found):
                values = {"element": call.element, "people": found, "wanted": ", ".join(answers["people"])}
                self.walked.faults.append(WalkFault("people-differ", self.at, values))
            answers = {"people": found, **answers}
        self.run.complete(call.id, answers, now=self.now)

    def _people(self, call) -> list[str]:
        return self.resolve(call.inputs.get("who"), {**self.run.data, **call.inputs, **self.facts})

    def _settle(self):
        """Answer what the product answers itself, but leave what the walk answers next."""
        for _ in range(MOST_ROUNDS):
            waiting = [one for one in self.run.calls if one.topic in INNER and one.element != self.expected]
            if not waiting:
                return
            for call in waiting:
                self._answer(call, {})
        raise WalkBroken("people-without-end")

    def _wait(self, act):
        try:
            until = self.now + Span.read(act["wait"]).plain
        except (NotASpan, OverflowError, TypeError) as wrong:
            raise WalkBroken("not-a-time", text=act["wait"]) from wrong
        for _ in range(MOST_ROUNDS):
            due = sorted((one for one in self.run.timers if one.due_at <= until), key=lambda one: one.due_at)
            if not due:
                self.now = until
                return
            self.now = max(self.now, due[0].due_at)
            self.run.fire(due[0].id, now=self.now)
            self._settle()
        raise WalkBroken("timers-without-end", span=act["wait"])

    def _message(self, act):
        self._deliver("message", act)

    def _signal(self, act):
        self._deliver("signal", act)

    def _deliver(self, kind, act):
        message = Delivery(kind, act[kind], act.get("keys") or {}, act.get("values") or {})
        if not self.run.deliver(message, now=self.now):
            raise WalkBroken("nobody-waits", message=act[kind])


def _call_of(acts, at: int) -> str | None:
    """The call that the act at this place answers itself."""
    return acts[at].get("call") if at < len(acts) and isinstance(acts[at], dict) else None


def _moment(text) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as wrong:
        raise WalkBroken("not-a-time", text=text) from wrong
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _differences(walk: dict, walked: Walked, run) -> list[str]:
    found = []
    if walk.get("end") and (not run.finished or walked.end != walk["end"]):
        values = {"element": walk["end"], "expected": walk["end"], "actual": walked.end, "open": walked.open}
        found.append(WalkFault("waiting" if walked.open else "wrong-end", 0, values))
    missing = _missing(walk.get("path") or [], walked.path)
    if missing:
        found.append(WalkFault("path", 0, {"element": missing}))
    return found


def _missing(expected: list[str], actual: list[str]) -> str | None:
    """The first expected element that does not follow the ones before it."""
    ahead = iter(actual)
    return next((element for element in expected if element not in ahead), None)
