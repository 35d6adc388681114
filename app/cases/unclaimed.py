"""Files that were uploaded and never sent: the rows are forgotten after a season, then bytes nobody names any more."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select

from app.base import db
from app.cases.attachment import Attachment

KEPT = timedelta(days=90)
"""Long enough for a form that was begun, put aside and sent after all."""
FRESH = timedelta(days=1)
MOST = 200


def forget_unclaimed(now: datetime) -> set[str]:
    """Forget up to MOST of the rows; the digests of what they named."""
    old = select(Attachment.id).where(Attachment.case_id.is_(None), Attachment.at < now - KEPT).limit(MOST)
    ids = list(db.session.scalars(old))
    # Asked again while deleting: it may have been sent a moment ago.
    gone = delete(Attachment).where(Attachment.id.in_(ids), Attachment.case_id.is_(None)).returning(Attachment.digest)
    return set(db.session.scalars(gone.execution_options(synchronize_session=False)))


def remove_unnamed(digests: set[str], folder: Path, now: datetime) -> int:
    """Remove the bytes of these digests that no row names any more; how many. After the rows are gone for good."""
    named = set(db.session.scalars(select(Attachment.digest).where(Attachment.digest.in_(digests))))
    return sum(_remove(folder / digest[:2] / digest, now) for digest in digests - named)


def _remove(path: Path, now: datetime) -> bool:
    """Bytes that were just uploaded again have no row yet, but a young file."""
    if not path.exists() or datetime.fromtimestamp(path.stat().st_mtime, UTC) > now - FRESH:
        return False
    path.unlink(missing_ok=True)
    return True
