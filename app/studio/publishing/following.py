"""What becomes of the running requests of a publication: what was said about their way, and how it went."""

from datetime import datetime, timedelta

from sqlalchemy import select

from app.base import db
from app.cases.moving import Move, progress, versions_of
from app.catalog import Published, Service, published
from app.studio.publishing.publication import Publication

AGAIN = timedelta(seconds=30)
"""So often it is looked whether the last request was moved."""


def said_about(publication: Publication, service: Service | None) -> dict:
    """For the snapshot of the evidence: who takes over from whom in words, which timers begin anew, how much was
    accepted; nothing where nothing was said."""
    said = publication.moving or {}
    if service is None or not any(said.values()):
        return {}
    new = publication.contents
    olds = [published(one.id) for one in versions_of(service)]
    mapping = [{"old": _words(old, olds), "new": new.element_words(heir)} for old, heir in said["mapping"].items()]
    anew = [new.element_words(one) for one in said["recompute"]]
    return {"moving": {"mapping": mapping, "anew": anew, "accepted": len(said["accepted"])}}


def report(publication: Publication, *, now: datetime):
    """Tell once how many were moved and how many stay, when the last was judged; whoever stopped it knows already."""
    begun = select(Move).where(Move.to_version_id == publication.version_id, Move.dry_run.is_(False))
    move = db.session.scalar(begun.order_by(Move.id).limit(1))
    found = progress(move) if move is not None else None
    publication.due_at = now + AGAIN if found and found.state == "moving" else None
    if found and found.state == "done" and found.total:
        moved = found.states.get("moved", 0)
        publication.tell("moved", by=None, now=now, moved=moved, stayed=found.total - moved, move=move.id)


def _words(id: str, versions: list[Published]) -> dict[str, str]:
    version = next((one for one in versions if one.element_names(id)), versions[0] if versions else None)
    return version.element_words(id) if version else {"en": id}
