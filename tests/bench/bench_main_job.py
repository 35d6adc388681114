"""Open, submit, approve over HTTP against the bare engine doing the same, in one run."""

import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from sqlalchemy import event, select

from app.base import db
from app.cases import Task
from tests.bench import Figure
from tests.bench.bare import Bare
from tests.bench.purchase import MODEL, prepare
from tests.bench.visit import Visit
from tests.support.desk import Desk

ROUNDS, WARM = 150, 20
ASKED = {"amount": 1500, "cost_center": "4110", "quantity": 3}
DECIDED = {"approved": True}


def measure():
    if not MODEL.exists():
        print(f"The reference model is not here ({MODEL.name}); nothing to measure.")
        return
    desk = Desk("sqlite")
    try:
        yield from _measure(desk)
    finally:
        desk.close()


def _measure(desk):
    app = prepare(desk)
    bare, ours = Bare(MODEL, Path(tempfile.mkdtemp())), Ours(app)
    for act in ours.round(None):
        act()  # the first of a process reads the version of the service, too
    yield from counted(app, ours)
    times = {"wall": time.perf_counter, "processor": time.process_time}
    theirs, own = [], []
    for _ in range(ROUNDS):
        theirs.append(timed(bare_round, bare, times.values()))
        own.append(timed(ours.round, None, times.values()))
    for index, name in enumerate(times):
        ratio = median(own, index) / median(theirs, index)
        yield Figure(f"open + submit + approve against the bare engine, {name} time", ratio, "x", 4)
        yield Figure(f"open + submit + approve, {name} time", 1000 * median(own, index), "ms")


def counted(app, ours):
    """SQL statements and commits of each operation, counted before anything is timed: counting costs, too."""
    seen, most = {}, {}
    with app.app_context():
        engine = db.engine
    listeners = {"before_cursor_execute": "statements", "commit": "commits"}
    for name, what in listeners.items():
        listeners[name] = lambda *_, what=what: seen.__setitem__(what, seen[what] + 1)
        event.listen(engine, name, listeners[name])
    for _ in range(WARM):
        for name, act in ours.acts():
            seen.update(statements=0, commits=0)
            act()
            most[name] = {what: max(count, most.get(name, seen)[what]) for what, count in seen.items()}
    for name, listener in listeners.items():
        event.remove(engine, name, listener)
    for name, counts in most.items():
        yield Figure(f"{name}: SQL statements", counts["statements"], "statements", 12)
        yield Figure(f"{name}: commits", counts["commits"], "commits", 1)


class Ours:
    """The same three operations over HTTP: cookie, CSRF token, rights, forms, events and sandbox as for anybody."""

    def __init__(self, app):
        self.app = app
        self.asks, self.decides = Visit(app, "sara"), Visit(app, "nadia")

    def acts(self):
        """One request after the other; which task is next is looked up between them."""
        yield "open", partial(self.post, self.asks, "/services/purchase-approval/cases", {})
        yield "submit", partial(self.post, self.asks, self.next_task(), ASKED)
        yield "approve", partial(self.post, self.decides, self.next_task(), {"approved": "true"})

    def round(self, _):
        for _, act in self.acts():
            yield act

    def post(self, visit, url, data):
        status, text = visit.post(url, data)
        assert status == 303, text[:500]

    def next_task(self) -> str:
        newest = select(Task.id).where(Task.closed_at.is_(None)).order_by(Task.id.desc()).limit(1)
        with self.app.app_context():
            return f"/tasks/{db.session.scalar(newest)}/completion"


def bare_round(bare):
    ids = []
    yield lambda: ids.append(bare.open())
    yield lambda: bare.complete(ids[0], ASKED)
    yield lambda: bare.complete(ids[0], DECIDED)


def timed(round, what, clocks) -> tuple[float, ...]:
    """Seconds by each clock for the acts of one round, without what lies between them."""
    spent = [0.0 for _ in clocks]
    for act in round(what):
        before = [clock() for clock in clocks]
        act()
        spent = [sum_ + clock() - begin for sum_, clock, begin in zip(spent, clocks, before, strict=True)]
    return tuple(spent)


def median(rounds, index) -> float:
    return statistics.median(spent[index] for spent in rounds)
