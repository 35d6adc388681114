"""Requests under way, as in a house that works with it: the catalogue's walks played some steps far by real people."""

import time
from datetime import timedelta

from app.base import db, read_clock, transaction
from app.cases import Case, Reach, Task, comment, complete, open_case, stands_in_for, task_to_do
from app.cases.routes.filled import beneficiary_of
from app.catalog import Service, published
from app.people import Group, Membership, Person
from app.worker import KINDS, work_off

HAPPENED = (  # service, walk, steps done, hours ago, requester, other answers
    ("equipment", 0, 1, 25, None, {}),
    ("equipment", 2, 0, 5, "nima", {}),
    ("equipment", 1, 0, 30, "ali", {}),
    ("leave", 0, 1, 22, None, {"from_date": "2026-04-20", "to_date": "2026-04-22"}),
    ("leave", 2, 1, 9, None, {}),
    ("purchase", 0, 1, 8, None, {}),
    ("problem", 1, 1, 10, None, {}),
    ("new-employee", 0, 2, 40, None, {}),
)
SAID = (
    ("nadia", "Is this on top of the two laptops planned for your team this year, or one of them?", False),
    ("sara", "One of the two. The second one is for March.", False),
    ("omar", "We have one in stock. I hold it until Wednesday so that we do not wait for an order.", True),
)


def tell(now) -> list[str]:
    """Open the requests and go as far with them as it says above; their numbers."""
    return [_play(*one, now=now) for one in HAPPENED]


def start(slug: str, walk: int, far: int) -> str:
    """Open one request along a walk, `far` of its steps done; its number."""
    return _play(slug, walk, far, 2 * far + 1, None, {}, now=read_clock())


def work_until_idle():
    """Do all background work that is due, also while a site's sweeps hold a part of it."""
    limit = time.monotonic() + 60
    while any(_waiting(kind) for kind in KINDS.values()):
        for kind in KINDS.values():
            work_off(kind)
        if time.monotonic() > limit:
            raise TimeoutError("The background work does not come to an end.")


def _waiting(kind) -> bool:
    with transaction():
        due = kind.model.handled_at.is_(None) & (kind.model.due_at <= read_clock())
        return db.session.query(kind.model.query.filter(due).exists()).scalar()


def _play(slug, at, far, hours, requester, changes, *, now) -> str:
    now -= timedelta(hours=hours)
    with transaction():
        service = Service.query.filter_by(slug=slug).one()
        walk = published(service.current_version_id).spec["walks"][at]
        answers, by = {**walk["answers"], **changes}, Person.by_key(requester or walk["requester"])
        case = open_case(service, answers, requester=by, now=now, beneficiary=beneficiary_of(answers, by))
        id, number = case.id, case.number
    for act in [act for act in walk["steps"] if "step" in act][:far]:
        now += timedelta(hours=2)
        _do(id, act, now)
    if slug == "equipment" and far:
        _talk(id, now)
    return number


def _do(case_id, act, now):
    with transaction():
        task = Task.query.filter_by(case_id=case_id, element=act["step"], closed_at=None).order_by(Task.id).first()
        by = _holder(task)
        reach = Reach.of(by, now)
        task = task_to_do(reach, task.id)
        answers = dict(act["answers"])
        outcome, said, _ = (answers.pop(name, None) for name in ("outcome", "comment", "decided_by"))
        complete(task, answers, by=by, now=now, outcome=outcome, comment=said or "",
                 on_behalf_of=stands_in_for(reach, task))


def _holder(task) -> Person:
    """Whoever comes first among those who may do it."""
    candidate = next(one for one in task.candidates if one.open)
    if candidate.person_id:
        return db.session.get(Person, candidate.person_id)
    members = Person.query.join(Membership, Membership.person_id == Person.id)
    return members.join(Group, Group.id == Membership.group_id).filter(Group.id == candidate.group_id).first()


def _talk(case_id, now):
    for minutes, (by, text, internal) in enumerate(SAID, 1):
        with transaction():
            case = db.session.get(Case, case_id)
            comment(case, text, by=Person.by_key(by), now=now + timedelta(minutes=minutes), internal=internal)
