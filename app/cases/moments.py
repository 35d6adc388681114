"""When steps are due and timers fire: ordinary time, or working time of the beneficiary's site."""

from datetime import UTC, datetime

from app.base import NotASpan, Span
from app.clocks import calendar
from app.engine import ExpressionBroken, evaluate


def later(case, now: datetime, span: str, working: bool) -> datetime:
    """`now` plus an ISO duration, in the working time of the case's site if `working`."""
    if not working:
        return now + Span.read(span).plain
    return calendar(case.facts.get("hours") or "always", case.facts.get("zone") or "UTC").add(now, span)


def due_of(facts, data: dict, case, now: datetime) -> datetime | None:
    """When a step is due: its `due` property (a duration), else its due date (an expression or a date); else None."""
    working = counts_working(facts, {**case.facts, **data})
    for text in (facts.properties.get("due"), facts.due):
        if text:
            return _moment(text, data, case, now, working)
    return None


def counts_working(facts, data: dict) -> bool:
    """Whether the element's property `calendar` says "working": the word itself, or an expression that gives it."""
    text = facts.properties.get("calendar", "")
    try:
        return (evaluate(text, data) if text[:1] in ("=", "$", "#") else text) == "working"
    except ExpressionBroken:
        return False


def _moment(text: str, data: dict, case, now: datetime, working: bool) -> datetime | None:
    try:
        value = evaluate(text, {**case.facts, **data}) if text[:1] in "=$#" else text
        return later(case, now, value, working) if str(value).startswith("P") else _read(str(value))
    except (ExpressionBroken, NotASpan, ValueError):
        return None  # a wrong due date must not keep the task from its people


def _read(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
