"""What the editor says, by the keys its scripts ask for."""

from flask_babel import lazy_gettext as _

from app.engine.words.kinds import KINDS, kind_words
from app.studio.drawing.fragment_words import FRAGMENT
from app.studio.drawing.panel_words import PANEL
from app.ui import reader

AROUND = {
    "add": _("Add"), "remove": _("Remove"), "edit": _("Edit"), "look": _("Look"), "more": _("More"),
    "reload": _("Read again"), "technical": _("Technical"), "note": _("Note"),
    "saving": _("Saving"), "saved": _("Saved %(when)s"),
    "saved.later": _("Not saved yet: kept in this browser, tried again soon"),
    "saved.closed": _("This draft is closed"),
    "saved.closed_long": _("This draft was published or discarded meanwhile. What you drew is kept in this browser."),
    "unsaved": _("You have changes of %(when)s that were not saved."), "unsaved.back": _("Put them back"),
    "unsaved.away": _("Throw them away"),
    "others.saved": _("%(name)s has just saved a change."), "others.show": _("Show it"), "others.later": _("Later"),
    "aside.sentence": _("%(name)s changed this meanwhile. Yours is kept."),
    "presence.me": _("%(name)s, that is you"), "presence.here": _("%(name)s has this open too"),
    "findings": _("Findings"), "findings.errors": _("%(n)s must be fixed"),
    "findings.errors.one": _("1 must be fixed"), "findings.warnings": _("%(n)s should be looked at"),
    "findings.warnings.one": _("1 should be looked at"), "findings.hints": _("%(n)s hints"),
    "findings.hints.one": _("1 hint"), "findings.none": _("Nothing to mend"),
    "findings.seconds": _("Checked %(n)s s ago"), "findings.minutes": _("Checked %(n)s min ago"),
    "findings.failed": _("Could not be checked just now"), "findings.show": _("Show the findings"),
    "findings.hide": _("Hide the findings"), "findings.whole": _("The whole drawing"),
    "findings.service": _("The service"), "findings.forms": _("Forms and tables"),
    "findings.words": _("Words and audience"), "checklist": _("Before it can go live"),
    "checklist.ready": _("Everything is there to go live"),
    "checklist.done": _("done"), "checklist.open": _("still missing"),
    "offer.gone": _("The drawing has changed since this was offered. Look at the findings again."),
    "outline": _("The drawing as a list"), "outline.findings": _("findings: %(n)s"),
    "comma": _(", "), "outline.comments": _("open comments: %(n)s"),
    "comments": _("Comments"), "comment.new": _("Say something about this"), "comment.send": _("Comment"),
    "comment.settle": _("Settled"), "comment.again": _("Open again"), "comment.settled": _("Show settled (%(n)s)"),
    "comment.fewer": _("Hide settled"), "comment.failed": _("That could not be kept. Your words still stand here."),
    "palette.person": _("A step for a person"), "palette.ready": _("Shared steps and other services"),
    "pad.person": _("Then a step for a person"), "pad.ready": _("Then a shared step or another service"),
    "ready.fragment": _("Shared steps"), "ready.service": _("Other services"),
    "colour.set": _("Colour"), "colour.plain": _("Plain"), "colour.accent": _("Blue"), "colour.done": _("Green"),
    "colour.waiting": _("Amber"), "colour.paused": _("Violet"), "colour.failed": _("Red"), "colour.late": _("Orange"),
    "several": _("Chosen"), "several.n": _("%(n)s elements"), "align": _("Put in line"), "align.left": _("Left edges"),
    "align.center": _("Centres, one below the other"), "align.right": _("Right edges"), "align.top": _("Upper edges"),
    "align.middle": _("Centres, side by side"), "align.bottom": _("Lower edges"), "spread": _("Space evenly"),
    "spread.horizontal": _("Side by side"), "spread.vertical": _("One below the other"),
}


def page_words() -> dict[str, str]:
    """Key -> text in the reader's language; places stand as %(name)s and are filled by the scripts."""
    kinds = {f"kind.{key}": kind_words(key, reader().language) for key in KINDS}
    return {key: str(text) for key, text in {**AROUND, **PANEL, **FRAGMENT, **kinds}.items()}
