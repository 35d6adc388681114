"""The second person's look: a service of its own, "publish-review", and what its drawing asks of the studio."""

from sqlalchemy import select, update

from app.base import Refusal, db, hint, pick
from app.cases import Task, answer_calls
from app.catalog import Service, offers
from app.people import Person
from app.studio.publishing.publication import REFUSED, SCHEDULED, WAITING, WITHDRAWN, Publication
from app.studio.publishing.words import FAILURES

SLUG = "publish-review"
APPROVED, SENT_BACK = "studio.publish", "studio.send_back"


class ReviewMissing(Refusal):
    """A second person has to look at this first, but the service “publish-review” is not in the catalogue."""


class YouAsked(Refusal):
    """You asked for this publication yourself: somebody else has to look at it."""


def review_service() -> Service:
    """The service that is run for it. Raises ReviewMissing."""
    offered = (Service.slug == SLUG, Service.retired_at.is_(None), Service.current_version_id.is_not(None))
    found = db.session.scalar(select(Service).where(*offered))
    if found is None:
        raise ReviewMissing
    return found


def answers_for_review(publication: Publication, service: Service | None, language: str) -> dict:
    """What the review begins with: the service, what changes for people, and the evidence in figures.

    What was accepted is named in `language`, that of the second person.
    """
    seen, spec = publication.evidence, publication.spec
    # Whose it is says the live version: nobody chooses their reviewers by writing it into a draft.
    of = offers([service.current_version_id])[service.current_version_id].spec if service is not None else spec
    named = {point["key"]: pick(point["texts"], language) for point in seen["points"]}
    ways = [{"what": pick(way["texts"], language)} for way in seen["ways"]]
    counts = seen["counts"] or {"new": 0, "changed": 0, "gone": 0}
    return {
        **{f"name_{key}": text.get("name", "") for key, text in spec["texts"].items()},
        "service": publication.slug, "offered_by": of["department"],
        "owner_group": of["owner"].removeprefix("group:") if of["owner"].startswith("group:") else None,
        "owner_person": None if of["owner"].startswith("group:") else of["owner"],
        "version": publication.number, "note": publication.note, "running": publication.running,
        "effective_at": publication.effective_at.isoformat() if publication.effective_at else None,
        "walks": len(seen["walks"]), "ways_open": len(seen["ways"]),
        "effects": sum(_outside(one) for one in seen["effects"]),
        "differences": sum(counts.values()), "requests_running": sum(seen["running"].values()),
        "accepted": [*({"what": named[key], "reason": reason} for key, reason in publication.accepted.items()
                       if key in named), *ways],
    }


def _outside(effect: dict) -> bool:
    """Whether it reaches anything but the people who work on it, as the tab Publish counts."""
    return effect["kind"] != "group" and effect["state"] != "gone"


def approve(case, run, call, directory, now) -> dict:
    """The second person agrees: carried out by the workers, now or on its day. Raises YouAsked."""
    publication = _waiting(case)
    if publication is None:
        return {"publication": "gone"}
    reviewer = Person.by_key(str(call.inputs.get("by") or ""))
    if reviewer is None or reviewer.id == publication.by_id:
        raise YouAsked
    publication.reviewer_id, publication.reviewed_at, publication.state = reviewer.id, now, SCHEDULED
    publication.due_at = max(now, publication.effective_at or now)
    hint(db.session, "publication")
    publication.tell("approved", by=reviewer, now=now, at=publication.due_at.isoformat())
    return {"publication": "scheduled"}


def send_back(case, run, call, directory, now) -> dict:
    """Not like this: the draft stays open, with what the second person wrote; or nobody looked, or it was withdrawn."""
    publication = _waiting(case)
    if publication is None:
        return {"publication": "gone"}
    outcome, reason = str(call.inputs.get("outcome") or ""), str(call.inputs.get("reason") or "")
    reviewer = Person.by_key(str(call.inputs.get("by") or ""))
    if outcome == "withdrawn":
        publication.end(WITHDRAWN, now=now, reason=reason)
        publication.tell("withdrawn", by=publication.by, now=now, comment=reason)
        return {"publication": "withdrawn"}
    if outcome == "expired":
        publication.failure, reason, reviewer = FAILURES["expired"], FAILURES["expired"]["en"], None
    publication.reviewer_id, publication.reviewed_at = reviewer.id if reviewer else None, now
    publication.end(REFUSED, now=now, reason=reason)
    publication.tell("refused", by=reviewer, now=now, comment=reason if reviewer else "", text=publication.failure)
    return {"publication": "refused"}


def _waiting(case) -> Publication | None:
    # What is published cannot be called back by taking back a decision: the list of versions is the way to go back.
    done = update(Task).where(Task.case_id == case.id, Task.undo.is_not(None)).values(undo=None)
    db.session.execute(done.execution_options(synchronize_session=False))
    found = select(Publication).where(Publication.review_id == case.id, Publication.state == WAITING)
    return db.session.scalar(found.with_for_update().execution_options(populate_existing=True))


answer_calls(APPROVED, approve, brings=("publication",))
answer_calls(SENT_BACK, send_back, brings=("publication",))
