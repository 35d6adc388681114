"""Asking for a publication: at once, on a date, or after a second person has looked; and taking the wish back."""

from datetime import datetime

from sqlalchemy import select

from app.base import Refusal, db, hint
from app.cases import open_case, withdraw
from app.catalog import Service, published
from app.people import Department, Person
from app.studio.drafts import Draft
from app.studio.moving import Asked
from app.studio.publishing.carrying import carry_out
from app.studio.publishing.evidence import evidence, reviewers
from app.studio.publishing.following import said_about
from app.studio.publishing.gate import NoteMissing, refuse_unless_ready
from app.studio.publishing.publication import FINISH, MOVE, SCHEDULED, WAITING, WITHDRAWN, Publication
from app.studio.publishing.review import answers_for_review, review_service
from app.studio.rights import PUBLISH, Rights


class AskedAlready(Refusal):
    """A publication of this service is under way already: look at it, or take it back first."""


class NothingToTakeBack(Refusal):
    """This publication is over already."""


def ask(draft: Draft, *, by, now: datetime, note: str, accepted: dict[str, str] | None = None,
        effective_at: datetime | None = None, running: str = FINISH, moving: dict | None = None) -> Publication:
    """Publish a locked draft as it is now: at once, or when it is time; where a second person must look, after that.

    `moving`: the mapping and whatever else was said about the way of the running requests, where they are moved.

    Raises NoteMissing, AskedAlready and what `refuse_unless_ready` raises. What fails while it is carried out raises
    nothing: the publication is failed then and says why, and the draft stays open.
    """
    if not note.strip():
        raise NoteMissing
    if Publication.open_of(draft.slug) is not None:
        raise AskedAlready
    service = db.session.scalar(select(Service).where(Service.slug == draft.slug))
    accepted = accepted or {}
    publication = _write_down(draft, by, now, note, accepted, effective_at, running if running == MOVE else FINISH)
    second = second_person_needed(draft, by)
    seen = evidence(publication.contents, service, by=by, now=now, second=second)
    refuse_unless_ready(seen, accepted)
    if publication.running == MOVE and moving:
        publication.moving = Asked.kept(moving).towards(publication.contents).plain
    publication.evidence = {**seen.plain, **said_about(publication, service)}
    publication.tell("requested", by=by, now=now, note=note)
    if second:
        _have_reviewed(publication, service, by, now)
    else:
        set_out(publication, by=by, now=now)
    return publication


def second_person_needed(draft: Draft, by) -> bool:
    """Whether the department wants four eyes, or the one who asks may not publish by themselves."""
    department = published(draft.base_version_id).department if draft.base_version_id else draft.department
    four_eyes = db.session.scalar(select(Department.four_eyes).where(Department.key == department))
    return bool(four_eyes) or not Rights.of(by).may_with(PUBLISH, draft)


def set_out(publication: Publication, *, by, now: datetime):
    """Nobody has to look any more: carry it out, or wait for the day."""
    publication.state = SCHEDULED
    if publication.effective_at is not None and publication.effective_at > now:
        publication.due_at = publication.effective_at
        publication.tell("scheduled", by=by, now=now, at=publication.effective_at.isoformat())
    else:
        carry_out(publication, now=now)


def take_back(publication: Publication, *, by, now: datetime, reason: str = ""):
    """The draft stays as it is. Raises NothingToTakeBack."""
    if not publication.under_way:
        raise NothingToTakeBack
    waited = publication.state == WAITING
    publication.end(WITHDRAWN, now=now, reason=reason)
    publication.tell("withdrawn", by=by, now=now, comment=reason)
    if waited and publication.review is not None:
        withdraw(publication.review, by=by, now=now, reason=reason)


def _write_down(draft, by, now, note, accepted, effective_at, running) -> Publication:
    publication = Publication(
        slug=draft.slug, draft_id=draft.id, draft=draft, revision=draft.revision, number=draft.number, spec=draft.spec,
        files=draft.files, note=note.strip(), accepted=accepted, effective_at=effective_at, running=running,
        state=SCHEDULED, by=by, by_id=by.id, asked_at=now)
    db.session.add(publication)
    db.session.flush()
    return publication


def _have_reviewed(publication, service, by, now):
    publication.state = WAITING
    review = review_service()
    live = published(service.current_version_id) if service is not None else None
    second = Person.by_key(reviewers(publication.contents, live, by, now)[0])
    case = open_case(review, answers_for_review(publication, service, second.language), requester=by, now=now)
    publication.review_id = case.id
    hint(db.session, "publication")
