"""How a state looks: its glyph, its colour class and its word. State words come from every room's records."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _


@dataclass(frozen=True)
class Look:
    glyph: str
    tone: str
    word: object


_LOOKS = {
    "draft": Look("draft", "quiet-state", _("Draft")),
    "submitted": Look("open", "quiet-state", _("Received")),
    "ready": Look("open", "quiet-state", _("Ready")),
    "waiting_approval": Look("waiting", "waiting", _("Waiting for approval")),
    "waiting_supplier": Look("waiting", "waiting", _("Waiting for supplier")),
    "waiting": Look("waiting", "waiting", _("Waiting")),
    "waiting_requester": Look("attention", "waiting", _("Your answer is needed")),
    "in_progress": Look("now", "now", _("Being worked on")),
    "claimed": Look("now", "now", _("Taken")),
    "delegated": Look("now", "now", _("Handed over")),
    "scheduled": Look("paused", "paused", _("Planned")),
    "paused": Look("paused", "paused", _("Paused")),
    "stuck": Look("paused", "paused", _("Stuck")),
    "fulfilled": Look("done", "done", _("Done, please confirm")),
    "resolved": Look("done", "done", _("Done, please confirm")),
    "closed": Look("done", "done", _("Closed")),
    "done": Look("done", "done", _("Done")),
    "approved": Look("done", "done", _("Approved")),
    "refused": Look("refused", "refused", _("Not approved")),
    "rejected": Look("refused", "refused", _("Not approved")),
    "expired": Look("refused", "refused", _("Expired")),
    "withdrawn": Look("withdrawn", "refused", _("Withdrawn")),
    "cancelled": Look("withdrawn", "refused", _("Cancelled")),
    "sent_back": Look("withdrawn", "refused", _("Sent back")),
    "failed": Look("failed", "failed", _("Being checked")),
    "error": Look("failed", "failed", _("Must be fixed")),
    "warning": Look("attention", "waiting", _("Should be looked at")),
    "info": Look("open", "quiet-state", _("Hint")),
    "late": Look("late", "late", _("Late")),
    "ahead": Look("open", "quiet-state", _("Not reached")),
    "skipped": Look("refused", "quiet-state", _("Skipped")),
}
_ALIASES = {
    "open": "submitted", "received": "submitted", "now": "in_progress", "attention": "waiting_requester",
    "next": "ahead", "completed": "done", "reopened": "in_progress", "repair": "info",
}


def look_of(state: str) -> Look:
    """The look of a state; an unknown word stands as itself beside an open ring."""
    return _LOOKS.get(_ALIASES.get(state, state)) or Look("open", "quiet-state", state.replace("_", " "))
