"""What a person can say about the way: who takes over, which timer is reckoned anew, what is accepted."""

from dataclasses import dataclass

from app.cases.moving import Plan
from app.engine import Reason
from app.studio.moving.asked import Asked

MAP, ANEW, ACCEPT = "map", "anew", "accept"
KEPT, CALLED = "move-timer-kept", "move-call-changed"


@dataclass
class Choice:
    """One question. `key` is the old element (map), the new timer (anew) or the reason (accept); `chosen` the answer.

    `options`: elements of the new version, likeliest first; `count`: how many requests it is about.
    """

    kind: str
    key: str
    version_id: int
    reason: Reason
    chosen: str = ""
    options: tuple[str, ...] = ()
    count: int = 0


def choices(asked: Asked, *plans: Plan) -> list[Choice]:
    """The questions of the plans before and after what was said, each once, in the order of their weight.

    What was asked before and is settled by another answer is asked no more.
    """
    found: dict[tuple, Choice] = {}
    for plan in plans:
        counted: dict[tuple, int] = {}
        for group in plan.groups:
            for one in _of(group, asked):
                known = found.setdefault((one.kind, one.key), one)
                counted[one.kind, one.key] = counted.get((one.kind, one.key), 0) + group.count
                known.options = known.options or one.options
        for which, count in counted.items():
            found[which].count = max(found[which].count, count)
    asked_now = {(one.kind, one.key) for group in plans[-1].groups for one in _of(group, asked)}
    shown = [one for which, one in found.items() if one.chosen or which in asked_now]
    return sorted(shown, key=lambda one: (MAP, ACCEPT, ANEW).index(one.kind))


def _of(group, asked: Asked):
    for old, options in group.candidates.items():
        about = next((one for one in group.reasons if old == one.element or one.rule == CALLED), group.reasons[0])
        yield Choice(MAP, old, group.version_id, about, asked.mapping.get(old, ""), options)
    for one in group.reasons:
        if one.kind == "person":
            yield Choice(ACCEPT, one.key, group.version_id, one, one.key if one.key in asked.accepted else "")
    for one in group.notes:
        if one.rule == KEPT and one.other:
            yield Choice(ANEW, one.other, group.version_id, one, one.other if one.other in asked.recompute else "")
