"""Beginning a draft: from a live service, or from files and a spec that were brought; and discarding it."""

from datetime import datetime

from sqlalchemy import func, select

from app.base import Refusal, db
from app.catalog import Service, ServiceVersion, published
from app.events import Event
from app.studio.drafts.blob import keep
from app.studio.drafts.draft import Draft, Revision


class SlugTaken(Refusal):
    """There is already a service or a draft with the short name “{slug}”."""

    status = 422


def open_for_service(service: Service, *, by, now: datetime) -> Draft:
    """The open draft of a service; begun from its live version where there is none yet."""
    found = Draft.open_of(service.slug, lock=True)
    if found:
        return found
    version = published(service.current_version_id)
    draft = _begin(service.slug, version.spec, version.files, by, now)
    draft.service_id, draft.base_version_id, draft.number = service.id, version.id, _next_number(service)
    return _opened(draft, by, now, {"version": version.number})


def begin(slug: str, spec: dict, files: dict[str, bytes], *, by, now: datetime, detail: dict | None = None) -> Draft:
    """A draft of a service that does not exist yet. Raises SlugTaken."""
    if db.session.scalar(select(Service.id).where(Service.slug == slug)) or Draft.open_of(slug):
        raise SlugTaken(slug=slug)
    return _opened(_begin(slug, {**spec, "slug": slug}, files, by, now), by, now, detail or {})


def discard(draft: Draft, *, by, now: datetime):
    """Close the draft; its history stays, and a service that is live stays as it is."""
    draft.closed_at, draft.closing = now, "discarded"
    Event.record("draft.discarded", by=by, now=now, service=draft.slug, draft=draft.id)


def _begin(slug, spec, files, by, now) -> Draft:
    draft = Draft(slug=slug, department=spec["department"], spec=spec, files=keep(files), opened_at=now,
                  opened_by_id=by.id, saved_at=now, saved_by_id=by.id)
    db.session.add(draft)
    return draft


def _opened(draft, by, now, detail) -> Draft:
    db.session.flush()
    db.session.add(Revision(draft_id=draft.id, number=1, at=now, by_id=by.id, what="opened", detail=detail,
                            spec=draft.spec, files=draft.files))
    Event.record("draft.opened", by=by, now=now, service=draft.slug, draft=draft.id, **detail)
    db.session.flush()
    return draft


def _next_number(service) -> int:
    last = select(func.max(ServiceVersion.number)).where(ServiceVersion.service_id == service.id)
    return (db.session.scalar(last) or 0) + 1
