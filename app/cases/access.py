"""Who may see and do what with cases and tasks. Not yours is not there."""

from dataclasses import dataclass

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value

from app.base import Refusal, db
from app.base.reading import columns, things
from app.cases.case import Case
from app.cases.conversation import Watcher
from app.cases.task import Candidate, Claim, Task
from app.people import Group, Person, Role, reach_of


class NotThere(Refusal):
    """There is nothing here for you."""

    status = 404


class HandedOver(Refusal):
    """{name} has this task now."""


@dataclass(frozen=True)
class Reach:
    """What a person acts for, at this moment: themselves, the absent people they stand in for, their groups."""

    person: Person
    covers: tuple[int, ...]
    groups: tuple[int, ...]

    @classmethod
    def of(cls, person, now) -> "Reach":
        return cls(person, *reach_of(person, now))

    @property
    def people(self) -> tuple[int, ...]:
        return (self.person.id, *self.covers)

    def candidate(self, of=Candidate):
        """The condition that a candidate row is for this person. One clause for inbox, link, API and mail."""
        return (
            or_(of.person_id.in_(self.people), of.group_id.in_(self.groups))
            if self.groups
            else of.person_id.in_(self.people)
        )


def task_for(reach: Reach, id: int) -> Task:
    """The task, open or closed, if it is or was for this person; else NotThere."""
    rows = things(_TASK, {"id": id}, Task, Candidate, Claim)
    if not rows:
        raise NotThere
    task, _, claim = rows[0]
    candidates = [candidate for _, candidate, _ in rows if candidate is not None]
    if not (any(_is_for(reach, one) for one in candidates) or _keeps(reach, claim, candidates)):
        raise NotThere
    set_committed_value(task, "candidates", candidates)
    set_committed_value(task, "claim", claim)
    return task


def _keeps(reach: Reach, claim: Claim | None, candidates: list[Candidate]) -> bool:
    """Who took it as a stand-in keeps it; who took it from a group keeps it only while in the group."""
    theirs = claim is not None and claim.person_id == reach.person.id
    return theirs and any(one.person_id is not None for one in candidates)


_TASK = (
    select(*columns(Task, Candidate, Claim))
    .where(Task.id == bindparam("id"))
    .outerjoin_from(Task, Candidate, Candidate.task_id == Task.id)
    .outerjoin(Claim, Claim.task_id == Task.id)
    .order_by(Candidate.id)
)


def task_to_do(reach: Reach, id: int) -> Task:
    """The task for a deed on it, if this person has it; raises HandedOver if it was theirs and is another's now."""
    task = task_locked(reach, id)
    ensure_theirs(reach, task)
    return task


def ensure_theirs(reach: Reach, task: Task):
    """Raises HandedOver unless the task is closed, claimed (`complete` looks by whom), or open to this person now."""
    holders = [one for one in task.candidates if one.open]
    if task.closed or task.claim is not None or any(_is_for(reach, one) for one in holders):
        return
    names = (holders[0].person or holders[0].group).names if holders else {}
    raise HandedOver(name=names.get("en", ""), names=dict(names))


def _is_for(reach: Reach, candidate: Candidate) -> bool:
    return candidate.person_id in reach.people or candidate.group_id in reach.groups


def task_locked(reach: Reach, id: int) -> Task:
    """The task, open or closed, if it is or was for this person. Its case is locked first and the task read after that.

    The lock alone, after an earlier reading, let two approvers both succeed.
    """
    case = Case.locked_of_task(id)
    if case is None:
        raise NotThere
    task = task_for(reach, id)
    set_committed_value(task, "case", case)
    return task


def stands_in_for(reach: Reach, task: Task) -> Person | None:
    """The absent person for whom a completion by this person would count; None when it is their own."""
    candidates = [one for one in task.candidates if one.open] or task.candidates
    own = any(one.person_id == reach.person.id or one.group_id in reach.groups for one in candidates)
    if own:
        return None
    return next((one.person for one in candidates if one.person_id in reach.covers), None)


def works_on(reach: Reach, case: Case) -> bool:
    """Whether the person is or was a candidate of the case, owns its service or heads its department's queue."""
    asked = (
        select(Candidate.id).join(Task, Task.id == Candidate.task_id).where(Task.case_id == case.id, reach.candidate())
    )
    return owns(reach, case) or db.session.scalar(asked.limit(1)) is not None


def owns(reach: Reach, case: Case) -> bool:
    """Whether the person is one of the owners of the case's service."""
    return owner_group(case) in reach.groups if owner_group(case) else case.offer.owner == reach.person.key


def owner_group(case: Case) -> int | None:
    key = case.offer.owner.removeprefix("group:")
    return (
        db.session.scalar(select(Group.id).where(Group.key == key))
        if case.offer.owner.startswith("group:")
        else None
    )


def case_for(reach: Reach, number: str) -> Case:
    """The case of this number if the person asked for it, gets, follows or works on it or may audit; else NotThere."""
    case = db.session.scalar(select(Case).where(Case.number == number.upper()))
    if case is None or not may_see(reach, case):
        raise NotThere
    return case


def may_see(reach: Reach, case: Case) -> bool:
    if reach.person.id in (case.requester_id, case.beneficiary_id):
        return True
    watched = db.session.get(Watcher, (case.id, reach.person.id)) is not None
    return watched or works_on(reach, case) or _audits(reach.person)


def _audits(person) -> bool:
    return (
        db.session.scalar(select(Role.id).where(Role.person_id == person.id, Role.name == "auditor").limit(1))
        is not None
    )


def visible_cases(reach: Reach):
    """A select of cases for lists and searches: the same rule as `may_see`, as a query (without the auditor's)."""
    candidate = aliased(Candidate)
    worked = select(Task.case_id).join(candidate, candidate.task_id == Task.id).where(reach.candidate(candidate))
    watched = select(Watcher.case_id).where(Watcher.person_id == reach.person.id)
    mine = or_(
        Case.requester_id == reach.person.id,
        Case.beneficiary_id == reach.person.id,
        Case.id.in_(worked),
        Case.id.in_(watched),
    )
    return select(Case).where(mine)
