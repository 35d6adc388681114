"""What happened to services, drafts, rights and moves: who did what and when, as sentences and as a file."""

from app.studio.auditing.sentences import KINDS, sentence
from app.studio.auditing.trail import Entry, Filter, Scope, actors, trail

__all__ = ["Entry", "Filter", "KINDS", "Scope", "actors", "sentence", "trail"]
