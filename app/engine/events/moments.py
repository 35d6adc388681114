"""ISO 8601 durations, dates and repeating intervals, and cron (BPMN 10.5.5.10): text to moments in UTC."""

import re
from datetime import UTC, datetime, timedelta

from croniter import croniter

DURATION = re.compile(
    r"(?P<sign>[-+])?P(?=\d|T\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+(?:[.,]\d+)?)W)?(?:(?P<days>\d+(?:[.,]\d+)?)D)?"
    r"(?:T(?:(?P<hours>\d+(?:[.,]\d+)?)H)?(?:(?P<minutes>\d+(?:[.,]\d+)?)M)?(?:(?P<seconds>\d+(?:[.,]\d+)?)S)?)?"
)
REPEAT = re.compile(r"R(?P<times>-1|\d*)/(?P<rest>.+)")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")


class NotAMoment(ValueError):
    """This text is neither an ISO 8601 duration, date or cycle nor a cron line."""


def duration(text: str) -> tuple[int, timedelta]:
    """Whole months and the exact rest. Raises NotAMoment."""
    match = DURATION.fullmatch(text.strip())
    if not match:
        raise NotAMoment(f"“{text}” is not a duration such as PT8H or P3D.")
    part = {name: float((match[name] or "0").replace(",", ".")) for name in match.groupdict() if name != "sign"}
    sign = -1 if match["sign"] == "-" else 1
    months = sign * int(part.pop("years") * 12 + part.pop("months"))
    return months, sign * timedelta(**part)


def after(start: datetime, text: str) -> datetime:
    """`start` plus a duration; months keep the day of the month or its last."""
    months, rest = duration(text)
    return _months_later(start, months) + rest


def moment(text: str) -> datetime:
    """A date or date-time in UTC; without a zone it is read as UTC, without a time as midnight. Raises NotAMoment."""
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        raise NotAMoment(f"“{text}” is not a date such as 2027-03-20T09:00:00Z.") from None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)


def cycle(text: str, now: datetime) -> dict:
    """The first due moment of a cycle: {"due", "every" (duration or cron), "left" (None: for ever), "until"}."""
    match = REPEAT.fullmatch(text.strip())
    if not match:
        return {"due": _next_cron(text, now), "every": text.strip(), "left": None, "until": None}
    times = None if match["times"] in ("", "-1") else int(match["times"])
    first, every, until = _interval(match["rest"], now)
    return {"due": first, "every": every, "left": times, "until": until}


def following(plan: dict) -> dict | None:
    """The plan after one firing: next due moment and one time fewer, or None when it is over."""
    left = None if plan["left"] is None else plan["left"] - 1
    due = _next(plan["every"], plan["due"])
    if (left is not None and left <= 0) or (plan["until"] and due > plan["until"]):
        return None
    return {**plan, "due": due, "left": left}


def _interval(text, now):
    """`duration`, `start/duration`, `duration/end` or `start/end`: first moment, step and end."""
    one, _, two = text.partition("/")
    if not two:
        return after(now, one), one, None
    if DURATION.fullmatch(two):
        start = moment(one)
        return start, two, None
    if DURATION.fullmatch(one):
        return after(now, one), one, moment(two)
    return moment(two), f"PT{(moment(two) - moment(one)).total_seconds():.0f}S", None


def _next(every, last):
    return after(last, every) if DURATION.fullmatch(every) else _next_cron(every, last)


def _next_cron(text, now):
    line = text.strip().replace("?", "*")
    fields = line.split()
    try:
        if len(fields) == 6:
            return croniter(line, now, second_at_beginning=True).get_next(datetime)
        return croniter(line, now).get_next(datetime)
    except (ValueError, KeyError):
        raise NotAMoment(f"“{text}” is not a cycle such as R3/PT1H or a cron line.") from None


def _months_later(start, months):
    if not months:
        return start
    total = start.year * 12 + start.month - 1 + months
    year, month = divmod(total, 12)
    for day in range(start.day, 27, -1):
        try:
            return start.replace(year=year, month=month + 1, day=day)
        except ValueError:
            continue
    return start.replace(year=year, month=month + 1)
