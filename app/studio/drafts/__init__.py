"""Drafts: services being designed, with every state they were ever in."""

from app.studio.drafts.blob import Blob
from app.studio.drafts.draft import Draft, Revision
from app.studio.drafts.opening import SlugTaken, begin, discard, open_for_service
from app.studio.drafts.proof import DraftUnreadable
from app.studio.drafts.saving import (
    DraftMovedOn,
    changed_by_others,
    restore,
    save,
    seen_and_own,
    set_aside,
    state_at,
    steps_of_others,
)
from app.studio.drafts.telling import sentence

__all__ = [
    "Blob",
    "Draft",
    "DraftMovedOn",
    "DraftUnreadable",
    "Revision",
    "SlugTaken",
    "begin",
    "changed_by_others",
    "discard",
    "open_for_service",
    "restore",
    "save",
    "seen_and_own",
    "sentence",
    "set_aside",
    "state_at",
    "steps_of_others",
]
