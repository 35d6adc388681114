"""The sandbox: one request played in memory with the product's own rules, so that nothing of it reaches anybody."""

from collections import Counter
from datetime import UTC, datetime

from app.base import NotASpan, Refusal, Span
from app.cases.assignment import context_of, resolve
from app.cases.facts import facts_of, known
from app.cases.moments import counts_working, later
from app.cases.telling import Telling
from app.engine import Delivery, Run, StepClosed
from app.people import Directory
from app.studio.trying.told import Told
from app.studio.trying.walk import NUMBER

INNER = ("people.resolve", "notify", "absence.arrange", "absence.remove")
MOST_ROUNDS = 200
MOST_FIRED = 300
KINDS = ("step", "call", "timer", "pass", "wait", "until", "message", "signal")


class ActRefused(Refusal):
    """This is not open any more: look at what is."""

    status = 409

    def __init__(self, element: str = "", open: tuple[str, ...] = ()):
        super().__init__()
        self.element, self.open = element, open


class NeverRests(Refusal):
    """Within this time the timers fire again and again without an end. Let less time pass."""

    status = 422


class AnswersRefused(Refusal):
    """These answers cannot be kept: {detail}"""

    status = 422


class Sandbox:
    """Looks like a case to those who assign, reckon and tell; nobody ever writes it down.

    `now` is the virtual clock, `marks` how often elements and flows were passed, `dues` timer id -> when it is due in
    working time, `passed` the elements that were completed in the last act, `told` what would have been said to whom
    (nothing with `quiet`).
    """

    def __init__(self, published, requester, beneficiary, now: datetime, answers: dict, quiet: bool = False):
        self.published, self.requester, self.beneficiary = published, requester, beneficiary
        self.now, self.answers = now, answers
        self.number = NUMBER
        self.facts = facts_of(NUMBER, requester, beneficiary)
        self.marks = {"done": {}, "flows": {}}
        self.dues: dict[str, str] = {}
        self.passed: list[str] = []
        self.told: list[dict] = []
        self.run: Run | None = None
        self._telling = Told(self, quiet)
        self._heard, self._expected = (0, 0), None

    def begin(self, expected: str | None = None) -> "Sandbox":
        """Send the answers; `expected` is an inner call that the next act answers itself."""
        try:
            self.run = Run.start(self.published.diagram, known(self.answers, self.facts), now=self.now)
        except ValueError as refused:
            raise AnswersRefused(detail=str(refused)) from refused
        self._telling.opened()
        self._settle(expected)
        self._follow(set(), set(), None)
        return self

    def resume(self, state: bytes, marks: dict, dues: dict) -> "Sandbox":
        """Go on from what was kept after an act."""
        self.run = Run.load(self.published.diagram, state)
        self.marks, self.dues = marks, dict(dues)
        return self

    def act(self, act: dict, expected: str | None = None) -> dict:
        """Do one act of a play or a walk; what is kept of it. Raises ActRefused, AnswersRefused, NeverRests."""
        kind = next((one for one in KINDS if one in act), None)
        before = {one.id for one in self.run.steps}, {one.id for one in self.run.incidents}
        closed, self._expected = self.run.finished, expected
        self.passed, self.told = [], []
        self._heard = len(self.run.passed), len(self.run.taken)
        try:
            kept = getattr(self, f"_{kind}")(act) if kind else None
            self._settle(expected)
        except StepClosed as gone:
            raise ActRefused(str(act.get(kind) or ""), self.open) from gone
        except ValueError as refused:
            raise AnswersRefused(detail=str(refused)) from refused
        self._follow(*before, act)
        if self.run.finished and not closed:
            self._telling.closed()
        return {**act, **(kept or {})}

    @property
    def open(self) -> tuple[str, ...]:
        """Elements at which something could be done now."""
        run = self.run
        return tuple(dict.fromkeys(one.element for one in (*run.steps, *run.calls, *run.timers, *run.waits)))

    def due(self, timer) -> datetime:
        """When a timer fires, in the working time of the beneficiary where it counts so."""
        return datetime.fromisoformat(self.dues[timer.id]) if timer.id in self.dues else timer.due_at

    @property
    def timers(self) -> list:
        """Open timers, the next first."""
        return sorted(self.run.timers, key=self.due) if self.run else []

    def _step(self, act):
        self.run.complete(self._find(self.run.steps, act["step"], act).id, act.get("answers") or {}, now=self.now)

    def _call(self, act):
        call = self._find(self.run.calls, act["call"], act)
        if "fails" in act:
            self.run.fail(call.id, str(act["fails"]), str(act.get("message") or ""), now=self.now)
        else:
            self.run.complete(call.id, self._answers(call, act.get("answers") or {}), now=self.now)

    def _timer(self, act):
        timer = self._find(self.timers, act["timer"], act)
        at = _moment(act["at"]) if act.get("at") else self.due(timer)
        self.now = max(self.now, at)
        self.run.fire(timer.id, now=self.now)
        return {"at": self.now.isoformat()}

    def _pass(self, act):
        """Time passes, and every timer that is due until then fires in its turn."""
        return {"fired": self._fire_until(_moment(act["pass"]), self.due)}

    def _wait(self, act):
        """A walk's span of time: it counts every hour."""
        try:
            until = self.now + Span.read(act["wait"]).plain
        except NotASpan as wrong:
            raise AnswersRefused(detail=str(wrong)) from wrong
        self._fire_until(until, lambda timer: timer.due_at)

    def _until(self, act):
        self.now = max(self.now, _moment(act["until"]))

    def _message(self, act):
        self._deliver("message", act)

    def _signal(self, act):
        self._deliver("signal", act)

    def _deliver(self, kind, act):
        news = Delivery(kind, act[kind], act.get("keys") or {}, act.get("values") or {})
        if not self.run.deliver(news, now=self.now):
            raise ActRefused(act[kind], self.open)

    def _fire_until(self, until: datetime, due) -> list[dict]:
        fired = []
        while len(fired) < MOST_FIRED:
            ripe = sorted((one for one in self.run.timers if due(one) <= until), key=due)
            if not ripe:
                self.now = max(self.now, until)
                return fired
            self.now = max(self.now, due(ripe[0]))
            fired.append({"timer": ripe[0].element, "at": self.now.isoformat()})
            self.run.fire(ripe[0].id, now=self.now)
            self._settle(self._expected)
            self._reckon()
        raise NeverRests

    def _find(self, things, element: str, act: dict):
        loop = act.get("loop")
        here = [one for one in things if one.element == element]
        found = [one for one in here if loop is None or getattr(one, "loop", None) == loop] or here
        if not found:
            raise ActRefused(element, self.open)
        return found[0]

    def _settle(self, expected):
        """What the product answers itself, as it would: people are found, notices noted, absences only told of."""
        directory = Directory(self.now, self.requester, self.beneficiary)
        for _ in range(MOST_ROUNDS):
            waiting = [one for one in self.run.calls if one.topic in INNER and one.element != expected]
            if not waiting:
                return
            for call in waiting:
                self._telling.inner(call, directory)
                self.run.complete(call.id, self._answers(call, {}, directory), now=self.now)
        raise NeverRests

    def _answers(self, call, answers: dict, directory: Directory | None = None) -> dict:
        if call.topic != "people.resolve":
            return answers
        directory = directory or Directory(self.now)
        return {"people": resolve(call.inputs.get("who"), context_of(self, call.inputs), directory), **answers}

    def _follow(self, steps, incidents, act):
        """Marks, due moments, and what would be said of the steps that are new."""
        passed, taken = self._heard
        done = [one.element for one in self.run.passed[passed:] if one.state == "done"]
        self.passed = done
        self.marks = {"done": _counted(self.marks["done"], done),
                      "flows": _counted(self.marks["flows"], self.run.taken[taken:])}
        self._reckon()
        if act:
            self._telling.done(act)
        self._telling.new([one for one in self.run.steps if one.id not in steps],
                          [one for one in self.run.incidents if one.id not in incidents])

    def _reckon(self):
        open = {one.id for one in self.run.timers}
        self.dues = {id: at for id, at in self.dues.items() if id in open}
        for timer in self.run.timers:
            if timer.id not in self.dues and timer.kind == "duration" and self._counts_working(timer):
                self.dues[timer.id] = later(self, self.now, timer.text, working=True).isoformat()

    def _counts_working(self, timer) -> bool:
        element = self.published.diagram.elements[timer.element]
        at = (one.data for one in self.run.steps if (one.element, one.callers) == (element.attached_to, timer.callers))
        return timer.working or counts_working(element.facts, {**self.facts, **next(at, self.run.data)})

    def version_of(self, element: str, moment=None):
        """As of a case: the version that knows this element."""
        return self.published

    def title_in(self, language: str) -> str:
        """As of a case."""
        return self.published.name(language)

    def telling(self, call, directory) -> Telling:
        """The words of a notice."""
        return Telling(self, self.run, call, directory, self.now)


def _counted(before: dict, new) -> dict:
    return dict(Counter(before) + Counter(new))


def _moment(text) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as wrong:
        raise AnswersRefused(detail=str(text)) from wrong
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
