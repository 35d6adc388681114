"""Timer events (BPMN 10.5.5.10). The product owns the clock: a timer is a row with a due moment, never polled."""

from datetime import UTC, date, datetime, time, timedelta

from app.engine.asking import ask, reckon
from app.engine.errors import Trouble
from app.engine.events.definition import Definition
from app.engine.events.moments import NotAMoment, after, cycle, following, moment


class TimerEvent(Definition):
    """`form` is "date", "duration" or "cycle", `text` the expression as written."""

    kind = "timer"
    catchable = True

    def __init__(self, form, text):
        super().__init__("timer")
        self.form, self.text = form, text

    def subscribe(self, token, now):
        value = self._value(token)
        try:
            return {"kind": "timer", "form": self.form, "text": str(value), **written(self._plan(value, now))}
        except (NotAMoment, OverflowError) as wrong:
            raise Trouble("timer", "timer-unreadable", str(value), detail=wrong) from None

    def again(self, subscription, now):
        if self.form != "cycle":
            return None
        plan = following(read(subscription))
        return {**subscription, **written(plan)} if plan else None

    def _value(self, token):
        """ISO text stands for itself; other unmarked text may be Python, as SpiffWorkflow's models have it."""
        value = ask(token, self.text)
        if value == self.text and not _looks_iso(value):
            value = reckon(token, self.text)
        if isinstance(value, datetime):
            return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
        if isinstance(value, date):
            return datetime.combine(value, time(), UTC).isoformat()
        return f"PT{value.total_seconds():f}S" if isinstance(value, timedelta) else str(value)

    def _plan(self, text, now):
        if self.form == "cycle":
            return cycle(text, now)
        if self.form == "date":
            return {"due": moment(text)}
        return {"due": after(now, text)}


def written(plan: dict) -> dict:
    """Moments as text, so that a state is plain JSON."""
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in plan.items()}


def read(subscription: dict) -> dict:
    plan = {name: subscription.get(name) for name in ("due", "every", "left", "until")}
    return {**plan, **{name: datetime.fromisoformat(plan[name]) for name in ("due", "until") if plan[name]}}


def _looks_iso(text):
    start = text.strip()[:1]
    return start.isdigit() or start in "PR*+-@"
