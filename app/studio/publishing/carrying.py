"""Carrying a publication out: the gate is asked once more, the bundle frozen, the draft closed; or it says why not."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.base import db
from app.cases.moving import begin
from app.catalog import Broken, Service, ServiceVersion, publish, published, roll_back
from app.events import Event
from app.studio.drafts import Draft
from app.studio.publishing.evidence import evidence, reviewers
from app.studio.publishing.following import AGAIN, report
from app.studio.publishing.gate import NotAccepted, NotReady, WaysNotAccepted, refuse_unless_ready
from app.studio.publishing.point import LANGUAGES
from app.studio.publishing.publication import FAILED, MOVE, PUBLISHED, SCHEDULED, WITHDRAWN, Publication
from app.studio.publishing.words import FAILURES


def carry_out(publication: Publication, *, now: datetime):
    """Make the version, unless it was taken back meanwhile. What stands in the way is written down and told.

    Of one that is published already it is told how moving the running requests went.
    """
    db.session.flush()
    db.session.refresh(publication, with_for_update=True)
    if publication.state == PUBLISHED:
        report(publication, now=now)
    if publication.state != SCHEDULED:
        return
    if publication.draft.closing == "discarded":
        publication.end(WITHDRAWN, now=now)
        publication.tell("withdrawn", by=None, now=now)
        return
    service = db.session.scalar(select(Service).where(Service.slug == publication.slug))
    seen = evidence(publication.contents, service, by=publication.by, now=now)
    try:
        refuse_unless_ready(seen, publication.accepted)
        with db.session.begin_nested():
            version = publish(publication.slug, publication.spec, publication.contents.files, by=publication.by,
                              now=now, note=publication.note)
    except NotReady as found:
        _fail(publication, _failure("stops", found.texts), now)
    except (NotAccepted, WaysNotAccepted) as found:
        _fail(publication, _failure("accept", found.texts), now)
    except Broken as broken:
        _fail(publication, _failure("broken", dict.fromkeys(LANGUAGES, str(broken))), now)
    except IntegrityError:
        _fail(publication, _failure("race", dict.fromkeys(LANGUAGES, "")), now)
    else:
        _done(publication, version, now)


def set_back(service: Service, number: int, *, by, now: datetime, note: str) -> ServiceVersion:
    """Publish version `number` once more; an open draft will be the version after that. Raises LiveAlready, Broken.

    No second person looks at it, so everybody who could have is told.
    """
    version = roll_back(service, number, by=by, now=now, note=note)
    Event.record("service.set_back", by=by, now=now, service=service.slug, version=version.number, equals=number,
                 comment=note, owner=version.spec.get("owner", ""), names=published(version.id).names,
                 publishers=reviewers(published(version.id), None, by, now))
    draft = Draft.open_of(service.slug, lock=True)
    if draft is not None:
        draft.number = version.number + 1
    return version


def _done(publication, version, now):
    publication.version_id, publication.number = version.id, version.number
    publication.end(PUBLISHED, now=now)
    draft = publication.draft
    if draft.closed_at is None and draft.revision == publication.revision:
        draft.closed_at, draft.closing = now, "published"
    elif draft.closed_at is None:
        # Somebody went on designing: what they did since is the next version, begun from this one.
        draft.service_id, draft.base_version_id, draft.number = version.service_id, version.id, version.number + 1
    if publication.running == MOVE:
        begin(version.service, version.id, by=publication.by, now=now, **(publication.moving or {}))
        publication.due_at = now + AGAIN
    publication.tell("published", by=publication.by, now=now, note=publication.note)


def _fail(publication, failure: dict[str, str], now):
    publication.failure = failure
    publication.end(FAILED, now=now, reason=failure["en"])
    publication.tell("failed", by=None, now=now, text=failure)


def _failure(kind: str, what: dict[str, str]) -> dict[str, str]:
    return {language: FAILURES[kind][language].format(what=what[language]) for language in LANGUAGES}
