"""Bearer tokens with which a person's programs use the API."""

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.base import Model, db


class Token(Model):
    """Only the digest is kept; the token itself is shown once."""

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    person = relationship("Person", lazy="joined")

    @classmethod
    def create(cls, person, *, now: datetime, name: str = "", expires_at: datetime | None = None) -> str:
        """A new token for `person`; the text is returned and never seen again."""
        text = "mzb_" + secrets.token_urlsafe(32)
        db.session.add(cls(person_id=person.id, name=name, digest=_digest(text), created_at=now, expires_at=expires_at))
        return text

    @classmethod
    def person_of(cls, text: str, now: datetime):
        """The active person whose living token this is, or None."""
        token = db.session.scalar(select(cls).where(cls.digest == _digest(text), cls.revoked_at.is_(None)))
        if token is None or (token.expires_at and token.expires_at <= now) or not token.person.active:
            return None
        return token.person


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
