"""What is said on the page right after files were brought: what was left out, what was mended, and the way back."""

from dataclasses import dataclass

from app.engine.finding import finding
from app.studio.bringing.note import Note
from app.studio.checking import look
from app.studio.drafts import Draft, Revision

FRESH = 3
"""The revisions of bringing: as it was brought, laid out, and mended."""


@dataclass(frozen=True)
class Told:
    """`notes` about files, `repairs` of models; `original` is the revision from before the repairs."""

    notes: tuple[Note, ...]
    repairs: tuple
    original: Revision | None

    @property
    def mended(self) -> tuple:
        """All that was put right, in files and in models: what the heading counts."""
        return (*(note for note in self.notes if note.mended), *self.repairs)

    @property
    def others(self) -> tuple[Note, ...]:
        """What else is to be known about the files: left out, or kept although something is wrong with them."""
        return tuple(note for note in self.notes if not note.mended)

    @property
    def unreadable(self) -> bool:
        """Whether something is kept that nobody can show as a drawing yet."""
        return any(note.rule == "kept-unreadable" for note in self.notes)

    @classmethod
    def of(cls, draft: Draft) -> "Told | None":
        """None as soon as somebody has gone on working, or where there is nothing to tell."""
        if draft.revision > FRESH:
            return None
        found = Revision.of(draft)
        if {row.what for row in found} - {"opened", "drawing", "mended"} or not _brought(found[-1]):
            return None
        notes = tuple(Note(**one) for row in reversed(found) for one in row.detail.get("notes", ()))
        kept = [one for row in found for one in row.detail.get("repairs", ())]
        repairs = tuple(one.among(_unnamed(draft)) for one in map(_repair, kept))
        before = found[1] if found[0].what == "mended" and len(found) > 1 else None
        return cls(notes, repairs, before) if notes or repairs else None


def _brought(first: Revision) -> bool:
    return "brought" in first.detail


def _unnamed(draft: Draft):
    """These files have just been looked at, so that it costs nothing to ask again."""
    return look(draft.contents(), draft.diagram_path, draft.spec.get("process", "")).unnamed


def _repair(kept):
    return finding(kept["rule"], "repair", kept["element"], kept["name"], **kept["params"])
