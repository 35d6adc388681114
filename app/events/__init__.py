"""Everything that happened, once: audit line, timeline line, reason to notify, and outbox."""

from app.events.event import Event

__all__ = ["Event"]
