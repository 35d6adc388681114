"""After every act of a run: the rows of tasks, timers, calls, waits and incidents are made to say what the run says."""

from sqlalchemy import String, bindparam, cast, delete, literal, select

from app.base import db, hint
from app.base.failpoint import failpoint
from app.base.writing import carry_out, change
from app.cases import open_calls, open_incidents, open_tasks, open_timers, open_waits
from app.cases.case import ENDED
from app.cases.conversation import Typed
from app.cases.deed import Deed
from app.cases.inner import answer_inner_calls
from app.cases.standing import state_of, who_has_it
from app.cases.task import Task
from app.cases.waiting import Delivery
from app.events import Event
from app.people import Directory

KEPT_PASSED = 400


def follow(case, run, deed: Deed, *, now, directory: Directory | None = None):
    """Write down what `run` waits for now, and the `deed` that moved it."""
    failpoint("run")
    directory = directory or Directory(now)
    with db.session.no_autoflush:
        answer_inner_calls(case, run, directory, now)
        before = case.open or {}
        tasks = open_tasks.follow(case, run, before.get("steps", {}), deed.task, directory, now)
        others = {
            "timers": open_timers.follow(case, run, before.get("timers", {}), now),
            "calls": open_calls.follow(case, run, before.get("calls", {}), now),
            "waits": open_waits.follow(case, run, before.get("waits", {})),
            "incidents": open_incidents.follow(case, run, before.get("incidents", {}), now),
        }
        db.session.flush()
        failpoint("flush")
        deed.record(case, _passed(run), now)
        for kind, rows in {"steps": tasks, **others}.items():
            if kind in ANNOUNCE:
                ANNOUNCE[kind](case, rows, now)
        _remember(case, run, tasks, others, now)
        _send(case, run, now)


ANNOUNCE = {"steps": open_tasks.announce, "calls": open_calls.announce, "incidents": open_incidents.announce}


def _passed(run) -> list:
    return [[one.element, one.state, one.at.isoformat(), one.via] for one in run.passed][-KEPT_PASSED:]


def _remember(case, run, tasks, others, now):
    steps = open_tasks.entries(case, tasks)
    standing = sorted({(*one.callers, one.element)[0] for one in (*run.timers, *run.calls, *run.waits)})
    open = {"standing": standing, "steps": steps, **{kind: rows.after() for kind, rows in others.items()}}
    state = state_of(case, run, steps)
    closes = state in ENDED and case.closed_at is None
    change(case, open=open, run=run.dump(), marks=_marks(case.marks or {}, run), waiting_for=who_has_it(steps),
           state=state, closed_at=now if closes else case.closed_at)
    if closes:
        _close(case, run, now)


def _close(case, run, now):
    Event.record("case.closed", case=case, now=now, state=case.state, end=list(run.ended)[-1:])
    carry_out(_FORGET, {"case": case.id})
    if case.parent_call_id:
        values = {**run.data, "outcome": case.state, "number": case.number}
        answer = Delivery(
            kind="answer", call_id=case.parent_call_id, values=values, due_at=now, sent_by_case_id=case.id
        )
        db.session.add(answer)
        hint(db.session, "delivery")


_TYPED, _TASK = Typed.__table__, Task.__table__
_OWN = select(literal("task:") + cast(_TASK.c.id, String)).where(_TASK.c.case_id == bindparam("case"))
_FORGET = delete(_TYPED).where(_TYPED.c.about.in_(_OWN))


def _marks(before: dict, run) -> dict:
    done, flows = dict(before.get("done", {})), dict(before.get("flows", {}))
    for one in run.passed:
        if one.state == "done":
            done[one.element] = done.get(one.element, 0) + 1
    for flow in run.taken:
        flows[flow] = flows.get(flow, 0) + 1
    return {"done": done, "flows": flows}


def _send(case, run, now):
    for sent in run.sent:
        delivery = Delivery(
            kind=sent.kind, name=sent.name, keys=sent.keys, values=sent.values, due_at=now, sent_by_case_id=case.id
        )
        db.session.add(delivery)
    if run.sent:
        hint(db.session, "delivery")
