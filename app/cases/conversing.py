"""Talking on a case: messages, files with them, people who follow."""

from sqlalchemy import select, update

from app.base import Refusal, db
from app.cases.attachment import Attachment
from app.cases.conversation import Comment, Watcher
from app.cases.once import first_sent
from app.events import Event

LONGEST = 20_000


class NothingSaid(Refusal):
    """Write something first."""

    status = 422


def comment(
    case, text: str, *, by, now, internal: bool = False, once: str | None = None, files: list[int] = ()
) -> Comment:
    """Say something on the case. Sending the same form twice (`once`) says it once."""
    text = text.strip()[:LONGEST]
    if not text and not files:
        raise NothingSaid
    once = first_sent(once, "case", case.id, by)
    said = db.session.scalar(select(Comment).where(Comment.once == once)) if once else None
    if said is not None:
        return said
    said = Comment(case_id=case.id, by_id=by.id, at=now, text=text, internal=internal, once=once)
    db.session.add(said)
    db.session.flush()
    if files:
        own = (Attachment.id.in_(files), Attachment.by_id == by.id, Attachment.case_id.is_(None))
        db.session.execute(
            update(Attachment)
            .where(*own)
            .values(case_id=case.id, comment_id=said.id, internal=internal)
            .execution_options(synchronize_session=False)
        )
    Event.record("comment.posted", case=case, by=by, now=now, comment=said.id, internal=internal)
    return said


def watch(case, person, *, by, now):
    """Let a person follow the case: they read it and hear of it."""
    if db.session.get(Watcher, (case.id, person.id)) is None:
        db.session.add(Watcher(case_id=case.id, person_id=person.id, added_by_id=by.id, at=now))
        Event.record("watcher.added", case=case, by=by, now=now, person=person.key)
