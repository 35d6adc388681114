"""The studio: where a department designs, proves and publishes its services."""

from app.studio.drafts import Draft, DraftMovedOn, Revision
from app.studio.rights import Rights

__all__ = ["Draft", "DraftMovedOn", "Revision", "Rights"]
