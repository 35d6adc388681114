"""The story of a case: events and messages in the order in which they happened."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from app.base import db
from app.cases.attachment import Attachment
from app.cases.conversation import Comment, Watcher
from app.events import Event
from app.people import Person

MOST = 500
SHOWN = {
    "case.opened",
    "task.completed",
    "answers.corrected",
    "task.claimed",
    "task.released",
    "task.reassigned",
    "task.undone",
    "timer.fired",
    "message.received",
    "signal.received",
    "call.opened",
    "call.answered",
    "case.withdrawn",
    "case.closed",
    "case.notice",
    "watcher.added",
    "incident.raised",
    "incident.retried",
    "case.moved",
    "case.move_undone",
}


@dataclass
class Entry:
    """One line: an event with its people and its element's name, or a message (`comment`)."""

    kind: str
    at: datetime
    by: Person | None = None
    on_behalf_of: Person | None = None
    step: str = ""
    data: dict = field(default_factory=dict)
    comment: Comment | None = None
    files: list = field(default_factory=list)
    person: Person | None = None


def timeline(case, *, internal: bool, language: str) -> list[Entry]:
    """Oldest first, at most MOST of the newest; internal messages only for those who work on the case."""
    events = db.session.scalars(
        select(Event).where(Event.case_id == case.id, Event.kind.in_(SHOWN)).order_by(Event.id.desc()).limit(MOST)
    ).all()
    comments = select(Comment).where(Comment.case_id == case.id)
    if not internal:
        comments = comments.where(Comment.internal.is_(False))
    said = db.session.scalars(comments.order_by(Comment.id.desc()).limit(MOST)).all()
    people = _people(events)
    entries = [_event(case, event, people, language) for event in reversed(events) if not _technical(case, event)]
    entries += [_comment(comment, files) for comment, files in _with_files(case, said)]
    return sorted(entries, key=lambda entry: entry.at)


def watchers(case) -> list[Person]:
    """Everybody on the case besides those who have a task: requester, beneficiary, and who follows it."""
    followers = db.session.scalars(select(Watcher).where(Watcher.case_id == case.id).order_by(Watcher.at)).all()
    return list(dict.fromkeys([case.requester, case.beneficiary, *[one.person for one in followers]]))


def _technical(case, event: Event) -> bool:
    """Timers inside called fragments: whoever is reminded or passed over because of them is told of in words."""
    if event.kind != "timer.fired":
        return False
    diagram = case.version_of(event.data.get("element"), event.at).diagram
    element = diagram.elements.get(event.data.get("element"))
    return element is None or element.process != diagram.process


def _event(case, event: Event, people: dict, language: str) -> Entry:
    element = event.data.get("place") or event.data.get("element")
    name = _name(case.version_of(element, event.at), element, language) if element else ""
    key = event.data.get("to") or event.data.get("person")
    return Entry(
        event.kind,
        event.at,
        people.get(event.by_id),
        people.get(event.for_id),
        name,
        event.data,
        person=people.get(key),
    )


def _name(version, id: str, language: str) -> str:
    """A timer at a step is called like the step: "Accept to stand in (4 hours)"."""
    element, name = version.diagram.elements.get(id), version.element_name(id, language)
    if element is None or not element.attached_to:
        return name
    return f"{version.element_name(element.attached_to, language)} ({name})"


def _comment(comment: Comment, files: list) -> Entry:
    return Entry("comment", comment.at, comment.by, comment=comment, files=files)


def _people(events) -> dict:
    """People named in events, by id and by key, in one query."""
    ids = {id for event in events for id in (event.by_id, event.for_id) if id}
    keys = {
        event.data.get(name) for event in events for name in ("to", "person") if isinstance(event.data.get(name), str)
    }
    found = (
        db.session.scalars(select(Person).where(Person.id.in_(ids) | Person.key.in_(keys))).all() if ids or keys else []
    )
    return {**{person.id: person for person in found}, **{person.key: person for person in found}}


def _with_files(case, comments):
    ids = [comment.id for comment in comments]
    files = db.session.scalars(select(Attachment).where(Attachment.comment_id.in_(ids))).all() if ids else []
    return [(comment, [file for file in files if file.comment_id == comment.id]) for comment in comments]
