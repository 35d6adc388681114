"""A model run in memory with a virtual clock: due timers fire, participants talk, people answer from a list."""

from collections import Counter, deque
from dataclasses import asdict
from datetime import UTC, datetime

from app.engine.bpmn import children
from app.engine.compile import compile_bundle
from app.engine.finding import ModelRefused
from app.engine.rows import Delivery
from app.engine.run import Run

BEGIN = datetime(2027, 1, 4, 8, 0, tzinfo=UTC)
ACTS = 12_000
VISITS = 100
TICKS = 25


def simulate(
    bundle, process: str | None = None, data: dict | None = None, answers: dict | None = None, now=BEGIN
) -> dict:
    """Run a bundle's process until only people or the outside are waited for.

    `answers`: element id -> values, or a list of values for visit after visit; steps and calls without one stay open.
    Gives {"outcome": finished|waiting|failed|refused, "trace", "open", "data", "incidents", "findings"}, plain data;
    moments are ISO text, the participants' events are in the order they happened.
    """
    try:
        stage = Stage(bundle, process, answers or {}, now)
        stage.play(data or {})
    except ModelRefused as refused:
        return _refused(refused.findings)
    return stage.report()


class Stage:
    """All participants of a file, their clock and the messages on their way."""

    def __init__(self, bundle, process, answers, now):
        self.now, self.trace, self.post, self.acts = now, [], deque(), 0
        self.repairs = (*bundle.repairs, *bundle.accepted)
        self.main = compile_bundle(bundle, process)
        others = [] if process else _participants(bundle, self.main)
        self.diagrams = [self.main, *(compile_bundle(bundle, id) for id in others)]
        self.answers = {}
        for key, value in answers.items():
            self.answers[key] = deque(value if isinstance(value, list) else [value] * VISITS)
        self.ticks = Counter()
        self.runs = []

    def play(self, data):
        for diagram in self.diagrams:
            if diagram is self.main or diagram.spec.starts:
                self._begin(diagram, data)
        while self.acts < ACTS and (self._answer() or self._deliver() or self._tick()):
            self.acts += 1

    def report(self) -> dict:
        incidents = [_row(one) for run in self.runs for one in run.incidents if one.kind != "stuck"]
        main = self.runs[0]
        return {
            "outcome": self._outcome(),
            "trace": self.trace,
            "open": [one for run in self.runs for one in _open(run)],
            "data": _text(main.data),
            "ended": [element for run in self.runs for element in run.ended],
            "incidents": incidents,
            "findings": [one.as_dict() for one in self.repairs],
        }

    def _outcome(self):
        if any(run.failure for run in self.runs):
            return "failed"
        return "finished" if all(run.finished for run in self.runs) else "waiting"

    def _begin(self, diagram, data, at=None, by=None, values=None):
        run = Run.start(diagram, data, now=self.now, at=at, by=by, values=values)
        self.runs.append(run)
        self._note(run)

    def _note(self, run):
        """Everything that has just happened in a run, told once."""
        for one in run.passed_rows:
            if one.state == "done":
                self.trace.append(
                    {"element": one.element, "kind": one.kind, "name": one.name, "at": one.at.isoformat()}
                )
        self.post.extend((run, one) for one in run.sent_rows)
        run.passed_rows, run.sent_rows = [], []

    def _answer(self) -> bool:
        for run in self.runs:
            for one in (*run.steps, *run.calls):
                given = self.answers.get(one.element)
                if given:
                    run.complete(one.id, given.popleft() or {}, now=self.now)
                    self._note(run)
                    return True
        return False

    def _deliver(self) -> bool:
        """One message or signal in the post: to whoever waits for it, or to a participant it starts."""
        while self.post:
            sender, sent = self.post.popleft()
            delivery = Delivery(sent.kind, sent.name, sent.keys, sent.values)
            if self._taken(sender, sent, delivery):
                return True
        return False

    def _taken(self, sender, sent, delivery):
        taken, beginning = False, {}
        for run in list(self.runs):
            if run is sender and sent.kind == "signal":
                continue
            beginning.update({one.element: run.diagram for one in run.waits if one.name == sent.name})
            if run.deliver(delivery, now=self.now):
                self._note(run)
                taken = True
                if sent.kind == "message":
                    return True
        return self._starts(sent, beginning) or taken

    def _starts(self, sent, beginning):
        """A new run of whatever the event starts, unless a run that is only beginning has waited for it."""
        started = False
        for diagram in self.diagrams:
            for start in diagram.starts:
                if start.kind == sent.kind and start.text == sent.name and start.element not in beginning:
                    self._begin(diagram, {}, start.element, sent.name, sent.values)
                    if sent.kind == "message":
                        return True
                    started = True
        return started

    def _tick(self) -> bool:
        """The clock moves to the next due timer, and it fires."""
        due = [(one.due_at, index, one) for index, run in enumerate(self.runs) for one in run.timers if self._ends(one)]
        if not due:
            return False
        moment, index, row = min(due, key=lambda one: (one[0], one[1], [int(part) for part in one[2].id.split(".")]))
        self.ticks[row.id] += 1
        timer = row.id
        self.now = max(self.now, moment)
        self.runs[index].fire(timer, now=self.now)
        self._note(self.runs[index])
        return True

    def _ends(self, timer):
        """A cycle that never ends is not waited out: after some ticks it has shown what it does."""
        return (
            timer.kind != "cycle"
            or self.ticks[timer.id] < TICKS
            or timer.text.startswith("R")
            and timer.text[1].isdigit()
        )


def _participants(bundle, main):
    """The other processes of the main process's own file that nothing calls."""
    called = {facts.called for facts in bundle.facts.values() if facts.called}
    for root in bundle.models.values():
        ids = [one.get("id") for one in children(root, "process")]
        if main.process in ids:
            return [id for id in ids if id != main.process and id not in called]
    return []


def _open(run):
    rows = [("step", one.kind, one) for one in run.steps] + [("call", one.kind, one) for one in run.calls]
    rows += [("wait", one.kind, one) for one in run.waits] + [("timer", one.kind, one) for one in run.timers]
    found = [{"what": what, "element": one.element, "kind": kind, "name": one.name} for what, kind, one in rows]
    return found + [{"what": "stuck", "element": id, "kind": "token", "name": ""} for id in run.stuck]


def _row(incident):
    return {name: value for name, value in asdict(incident).items() if name not in ("id", "callers")}


def _text(value):
    """Plain JSON: dates and the like as text."""
    if isinstance(value, dict):
        return {name: _text(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_text(item) for item in value]
    return value if isinstance(value, (str, bool, int, float, type(None))) else str(value)


def _refused(findings):
    nothing = {"trace": [], "open": [], "data": {}, "ended": [], "incidents": []}
    return {"outcome": "refused", **nothing, "findings": [one.as_dict() for one in findings]}
