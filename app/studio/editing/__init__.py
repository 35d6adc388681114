"""Forms and tables of a draft: which step each one serves, and making, changing, copying and removing them."""

from app.studio.editing.asked import Asked, Room, rooms_of
from app.studio.editing.editor_words import editor_words
from app.studio.editing.files import (
    FileInUse,
    FileMissing,
    NotAForm,
    NotATable,
    added,
    copied,
    made_form,
    made_table,
    removed,
    titled,
)
from app.studio.editing.preview import Preview

__all__ = [
    "Asked",
    "FileInUse",
    "FileMissing",
    "NotAForm",
    "NotATable",
    "Preview",
    "Room",
    "added",
    "copied",
    "editor_words",
    "made_form",
    "made_table",
    "removed",
    "rooms_of",
    "titled",
]
