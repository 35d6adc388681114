"""Timers: one time, and one that can be understood (clause 10.5.5, ISO 8601 and cron)."""

import re
from collections.abc import Iterator
from datetime import datetime

from croniter import croniter

from app.engine.bpmn import ACTIVITIES, SUBPROCESSES, children, kind, nodes, text
from app.engine.check.drawing import Drawing, called
from app.engine.finding import Finding

TIMES = ("timeDate", "timeDuration", "timeCycle")
DURATION = re.compile(
    r"P(?=.)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=\d)(\d+(\.\d+)?[HMS])+)?"
)
EXPRESSION = re.compile(r"^\s*(=|[$#]\{)|[$#]\{")
NAME = re.compile(r"[A-Za-z_][\w.]*(\[[^\]]*\])?")
CODE = re.compile(r"""["'()+]|\btimedelta\b|\bdatetime\b""")


def timers_name_one_time(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: exactly one of date, duration and cycle."""
    for timer in drawing.all("timerEventDefinition"):
        said = [time for time in children(timer, *TIMES) if text(time)]
        if not said:
            yield drawing.error("timer-without-time", timer)
        elif len(said) > 1:
            yield drawing.error("timer-with-many-times", timer, count=len(said))


def timers_can_be_understood(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: dates, durations and cycles are ISO 8601 (a cycle may be cron), or an expression giving one."""
    for time in drawing.all(*TIMES):
        words = text(time)
        if kind(time.getparent()) != "timerEventDefinition" or not words or EXPRESSION.search(words):
            continue
        if not READERS[kind(time)](_unquoted(words)) and not _computed(words, time):
            yield drawing.error("timer-nonsense", time, text=words)


def _unquoted(words):
    quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
    return words[1:-1].strip() if quoted else words


def _computed(words, time):
    """Python that computes the time, or the name of a variable that holds it; a shouted word is neither."""
    if CODE.search(words) and not words[0].isdigit() and _unquoted(words) == words:
        return True
    return bool(NAME.fullmatch(words)) and not words.isupper()


def is_duration(words: str) -> bool:
    return bool(DURATION.fullmatch(words.removeprefix("-")))


def is_date(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def is_cycle(words: str) -> bool:
    """`R3/PT1H`, `R/2026-01-01T00:00/P1D`, `PT1H`, or five to seven fields of cron."""
    if re.match(r"R\d*/", words):
        parts = words.split("/")[1:]
        return 1 <= len(parts) <= 2 and all(is_duration(part) or is_date(part) for part in parts)
    return is_duration(words) or is_date(words) or _is_cron(words)


def _is_cron(words):
    """Quartz writes `?` for “any” and a field for seconds in front; both mean what cron means without them."""
    fields = words.replace("?", "*").split()
    if len(fields) == 7:
        fields = fields[:6]
    if len(fields) == 6:
        fields = fields[1:]
    plain = " ".join(field.split("/")[0] if "/" in field and field[0] == "0" else field for field in fields)
    return len(fields) == 5 and croniter.is_valid(plain)


def interrupting_timers_ring_once(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: a cycle on an interrupting boundary rings once; what interrupts is over."""
    for time in drawing.all("timeCycle"):
        event = time.getparent().getparent()
        if kind(event) == "boundaryEvent" and event.get("cancelActivity", "true") == "true" and _repeats(text(time)):
            yield drawing.info("timer-repeats-in-vain", event, text=text(time))


def _repeats(words):
    return bool(words) and not re.match(r"R1/", words)


READERS = {"timeDate": is_date, "timeDuration": is_duration, "timeCycle": is_cycle}
def timers_have_something_to_limit(drawing: Drawing) -> Iterator[Finding]:
    """Clause 13.5.3: a boundary timer runs while its activity does; scripts are done in the moment they begin."""
    for event in drawing.all("boundaryEvent"):
        host = drawing.get(event.get("attachedToRef"))
        if drawing.kinds(event) == ["timer"] and host is not None and not _lasts(drawing, host):
            yield drawing.warning("timer-in-vain", event, host=called(host))


def _lasts(drawing, activity):
    """Does anything in it wait, for people, for the outside, for time?"""
    if kind(activity) in SUBPROCESSES:
        return any(_lasts(drawing, node) for node in nodes(activity)) or not nodes(activity)
    if kind(activity) == "intermediateCatchEvent":
        return "link" not in drawing.kinds(activity)
    if kind(activity) in ("task", "scriptTask"):
        return any(kind(one).endswith("LoopCharacteristics") for one in activity)
    return kind(activity) in ACTIVITIES or kind(activity) in ("eventBasedGateway", "parallelGateway", "complexGateway")


RULES = (
    timers_name_one_time,
    timers_can_be_understood,
    interrupting_timers_ring_once,
    timers_have_something_to_limit,
)
