"""Who gets a step: the element's own words, else its lane, else the service's owners. Never nobody, never everybody."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from app.base.reading import columns, things
from app.engine import ExpressionBroken, evaluate
from app.people import Directory, Group, Person


@dataclass(frozen=True)
class Assigned:
    """Rows of people and groups; `fallback` says that nobody could be found and the owners got it."""

    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    fallback: bool = False

    def __bool__(self):
        return bool(self.people or self.groups)


def assign(step, case, directory: Directory) -> Assigned:
    """The people and groups of `step`, an engine Step of `case`."""
    context = context_of(case, step.data)
    facts = step.facts
    # A step inside a called fragment stands in the lane of the call, unless its own lane is bound.
    lanes = map(case.published.lane_assignment, (step.element, *reversed(step.callers)))
    lane = next(filter(None, lanes), None)
    for wishes in (tuple(filter(None, (facts.assignee, *facts.users))), facts.groups, (lane,) if lane else ()):
        found = find(_references(wishes, context, directory), directory)
        if found:
            return found
    owners = find(_references((case.published.owner,), context, directory), directory)
    return Assigned(owners.people, owners.groups, fallback=True)


def context_of(case, data: dict) -> dict:
    """What assignments may read: the step's data over the case's facts; nobody can answer away who asked."""
    return {**case.facts, **data, **{key: case.facts.get(key) for key in ("requester", "beneficiary", "number")}}


def resolve(who, context: dict, directory: Directory) -> list[str]:
    """References ("sara", "group:lawyers") that an expression such as `manager(beneficiary)` gives, each once."""
    if isinstance(who, str) and who and not who.startswith("=") and "(" in who:
        who = "=" + who
    found = find(_references((who,), context, directory), directory)
    return [person.key for person in found.people] + [f"group:{group.key}" for group in found.groups]


def find(references: list[str], directory: Directory) -> Assigned:
    """Rows for references; an inactive person is answered for by the next active manager above."""
    keys = [text.removeprefix("group:") for text in references if text.startswith("group:")]
    names = [text for text in references if not text.startswith("group:")]
    people = [directory.acting(name) for name in names]
    # A bare name that is no person may be a group's: models of other tools write candidate groups so.
    keys += [
        name for name, person in zip(names, people, strict=True) if person is None and directory.person(name) is None
    ]
    groups = things(_GROUPS, {"keys": keys}, Group) if keys else ()
    return Assigned(tuple(dict.fromkeys(filter(None, people))), tuple(group for (group,) in groups))


_GROUPS = select(*columns(Group)).where(Group.key.in_(bindparam("keys", expanding=True))).order_by(Group.id)


def _references(wishes, context: dict, directory: Directory) -> list[str]:
    found = []
    for wish in wishes:
        _flatten(_value(wish, context, directory), found)
    return list(dict.fromkeys(found))


def _value(wish, context, directory):
    if not isinstance(wish, str) or wish[:1] not in "=$#":
        return wish
    try:
        return evaluate(wish, context, functions=directory.functions)
    except ExpressionBroken:
        return None  # the next wish decides; in the end the owners see the task and its empty assignment


def _flatten(value, found: list[str]):
    if isinstance(value, str):
        found += [part.strip().removeprefix("person:") for part in value.split(",") if part.strip()]
    elif isinstance(value, dict):
        _flatten(value.get("key") or value.get("value"), found)
    elif isinstance(value, (list, tuple)):
        for one in value:
            _flatten(one, found)
