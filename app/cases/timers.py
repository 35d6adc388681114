"""Firing timers: the product decides when, the engine what follows."""

from app.cases.case import Case
from app.cases.deed import Deed
from app.cases.follow import follow
from app.cases.waiting import Timer
from app.engine import StepClosed


def fire(timer: Timer, *, now):
    """Fire one due timer. Running twice is harmless: the second time the run does not know it any more."""
    case = Case.locked(timer.case_id)
    if timer.timer not in case.open.get("timers", {}):
        return
    run = case.load_run()
    try:
        run.fire(timer.timer, now=now)
    except StepClosed:
        return
    # The worker settles this row itself; only the others that are gone now are settled with the run.
    case.open = {**case.open, "timers": {key: row for key, row in case.open["timers"].items() if row != timer.id}}
    follow(case, run, Deed("timer.fired", data={"element": timer.element}), now=now)
