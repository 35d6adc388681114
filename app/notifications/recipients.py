"""Who is told about which event: the one table."""

from sqlalchemy import select

from app.base import db
from app.cases import Candidate, Case, Comment, Task, Watcher
from app.cases.access import owner_group
from app.people import Absence, Directory, Group, Membership, Person

LARGEST_GROUP = 25
"""Larger groups read their inbox; a mail to everybody in them would teach people to ignore mails."""


def asked(event, case) -> set[int]:
    return {case.requester_id, case.beneficiary_id}


def followers(event, case) -> set[int]:
    return asked(event, case) | set(db.session.scalars(select(Watcher.person_id).where(Watcher.case_id == case.id)))


def candidates(event, case) -> set[int]:
    """Whoever may do the task, their stand-ins, the members of small groups."""
    rows = db.session.execute(
        select(Candidate.person_id, Candidate.group_id).where(Candidate.task_id == event.task_id)
    ).all()
    people = {person for person, _ in rows if person}
    away = select(Absence.stand_in_id).where(Absence.person_id.in_(people), Absence.running(event.at))
    stand_ins = set(db.session.scalars(away)) - {None}
    return people | stand_ins | _members({group for _, group in rows if group})


def newly_given(event, case) -> set[int]:
    return _people([event.data.get("to") or event.data.get("person")])


def conversation(event, case) -> set[int]:
    """Everybody on the case; an internal note reaches only those who work on it."""
    said = db.session.get(Comment, event.data["comment"])
    works = (
        select(Candidate.person_id)
        .join(Task, Task.id == Candidate.task_id)
        .where(Task.case_id == case.id, Candidate.person_id.is_not(None))
    )
    working = set(db.session.scalars(works))
    return working - asked(event, case) if said.internal else working | followers(event, case)


def workers(event, case) -> set[int]:
    """Whose open work has just become needless, or who had done some."""
    done = select(Task.closed_by_id).where(Task.case_id == case.id, Task.closed_by_id.is_not(None))
    had = (
        select(Candidate.person_id)
        .join(Task, Task.id == Candidate.task_id)
        .where(Task.case_id == case.id, Task.closed_at == event.at, Candidate.person_id.is_not(None))
    )
    return set(db.session.scalars(done)) | set(db.session.scalars(had))


def owners(event, case) -> set[int]:
    group = owner_group(case)
    return _members({group}) if group else _people([case.published.owner])


def audience(event, case) -> set[int]:
    """The people a step of the diagram names: a reminder, a proactive word."""
    references = event.data.get("audience") or []
    keys = [text.removeprefix("group:") for text in references if text.startswith("group:")]
    return _people([text for text in references if not text.startswith("group:")]) | _members_by_key(keys)


def standing_in(event, case) -> set[int]:
    """Who will see the work of somebody who is away."""
    return _people([event.data.get("stand_in")])


def keepers(event, case) -> set[int]:
    """Who answers for a service, and who asked for what is happening to it."""
    owner = str(event.data.get("owner") or "")
    group = [owner.removeprefix("group:")] if owner.startswith("group:") else []
    return _members_by_key(group) | _people([event.data.get("asked_by"), *([] if group else [owner])])


def overseers(event, case) -> set[int]:
    """Whoever answers for a service, and those who would have been asked for a second look."""
    return keepers(event, case) | _people(event.data.get("publishers") or [])


def decided(event, case) -> set[int]:
    """Decisions are told to who asked; ordinary steps only move the drawing."""
    return asked(event, case) if event.data.get("outcome") else set()


RECIPIENTS = {
    "case.opened": asked,
    "case.closed": followers,
    "case.withdrawn": workers,
    "case.notice": audience,
    "task.opened": candidates,
    "task.reassigned": newly_given,
    "task.completed": decided,
    "comment.posted": conversation,
    "watcher.added": newly_given,
    "incident.raised": owners,
    "absence.arranged": standing_in,
    "service.set_back": overseers,
    "publication.scheduled": keepers,
    "publication.approved": keepers,
    "publication.refused": keepers,
    "publication.withdrawn": keepers,
    "publication.published": keepers,
    "publication.failed": keepers,
    "publication.moved": keepers,
}
"""Event kind -> who is told. The person who did it is never told of it."""

WITHOUT_CASE = {
    "absence.arranged", "service.set_back", *(kind for kind in RECIPIENTS if kind.startswith("publication.")),
}
"""Kinds that may concern no request: an absence that somebody arranged for themselves, a service that is published."""

MAILED = set(RECIPIENTS)
"""Kinds that are told by mail as well."""


def told_about(event) -> list[Person]:
    """The active people to tell of this event."""
    rule = RECIPIENTS.get(event.kind)
    case = db.session.get(Case, event.case_id) if event.case_id else None
    if rule is None or (case is None and event.kind not in WITHOUT_CASE):
        return []
    ids = rule(event, case) - {event.by_id, None}
    # Opening is the one thing its doer is told about: the number and what happens next.
    ids |= {event.by_id} if event.kind == "case.opened" else set()
    return list(db.session.scalars(select(Person).where(Person.id.in_(ids), Person.active).order_by(Person.id)))


def _people(keys) -> set[int]:
    return {person.id for person in map(Directory(None).person, filter(None, keys)) if person}


def _members(groups: set[int]) -> set[int]:
    found = db.session.execute(
        select(Membership.group_id, Membership.person_id).where(Membership.group_id.in_(groups))
    ).all()
    small = {group for group in groups if sum(1 for one, _ in found if one == group) <= LARGEST_GROUP}
    return {person for group, person in found if group in small}


def _members_by_key(keys: list[str]) -> set[int]:
    return _members(set(db.session.scalars(select(Group.id).where(Group.key.in_(keys))))) if keys else set()
