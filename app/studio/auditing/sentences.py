"""Events of the studio in sentences."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from app.base import in_a_row
from app.ui import localized

PREFIXES = ("draft", "service", "publication", "move", "role", "department", "remark")
"""The kinds of events that belong to the trail."""

KINDS = {
    "draft.opened": lazy_gettext("%(who)s began a draft"),
    "draft.saved": lazy_gettext("%(who)s changed the draft: %(what)s"),
    "draft.set_aside": lazy_gettext("%(who)s was overtaken with a change, which is kept beside the draft"),
    "draft.discarded": lazy_gettext("%(who)s discarded the draft"),
    "service.published": lazy_gettext("%(who)s published version %(version)s"),
    "service.set_back": lazy_gettext("%(who)s set the service back; version %(version)s is an earlier one"),
    "service.retired": lazy_gettext("%(who)s took the service out of the catalogue"),
    "service.offered_again": lazy_gettext("%(who)s put the service back into the catalogue"),
    "publication.requested": lazy_gettext("%(who)s asked for version %(version)s to be published"),
    "publication.scheduled": lazy_gettext("%(who)s scheduled version %(version)s"),
    "publication.approved": lazy_gettext("%(who)s agreed to publish version %(version)s"),
    "publication.refused": lazy_gettext("%(who)s refused to publish version %(version)s"),
    "publication.withdrawn": lazy_gettext("%(who)s took back the wish to publish version %(version)s"),
    "publication.published": lazy_gettext("Version %(version)s, asked for by %(who)s, was published"),
    "publication.failed": lazy_gettext("Version %(version)s could not be published"),
    "publication.moved": lazy_gettext("Running requests were moved to version %(version)s, as was decided before"),
    "move.begun": lazy_gettext("%(who)s began to move running requests to version %(version)s"),
    "move.tried": lazy_gettext("%(who)s tried how running requests would move to version %(version)s"),
    "move.stopped": lazy_gettext("%(who)s stopped the move to version %(version)s"),
    "move.resumed": lazy_gettext("%(who)s went on with the move to version %(version)s"),
    "move.undone": lazy_gettext("%(who)s undid the move to version %(version)s"),
    "role.granted": lazy_gettext("%(who)s gave %(name)s a right in %(department)s: %(role)s"),
    "role.withdrawn": lazy_gettext("%(who)s withdrew a right of %(name)s in %(department)s: %(role)s"),
    "department.four_eyes_set": lazy_gettext("%(who)s decided whether a second person looks at what is published"),
    "remark.made": lazy_gettext("%(who)s wrote a comment on the drawing"),
}
ROLES = {
    "department_admin": lazy_gettext("Administrator"),
    "service_designer": lazy_gettext("Designer"),
    "service_publisher": lazy_gettext("Publisher"),
    "service_viewer": lazy_gettext("Viewer"),
}
WHAT = {
    "drawing": lazy_gettext("drawing"),
    "table": lazy_gettext("table"),
    "form": lazy_gettext("form"),
    "words": lazy_gettext("texts and order"),
    "audience": lazy_gettext("who may ask"),
    "walks": lazy_gettext("walks"),
    "mended": lazy_gettext("mended"),
    "brought": lazy_gettext("files brought"),
    "restored": lazy_gettext("set back to an earlier state"),
}


def sentence(entry, language: str, departments: dict[str, str]) -> str:
    """What happened, in the reader's language; `departments` are their names by key."""
    data, kind = entry.data, entry.kind
    if kind == "move.begun" and data.get("dry_run"):
        kind = "move.tried"
    told = {
        "who": entry.by.name(language) if entry.by else _("Mizban"),
        "name": entry.about.name(language) if entry.about else str(data.get("person", "")),
        "version": localized(data.get("version") or data.get("to_version") or "", language),
        "department": departments.get(str(data.get("department", "")), str(data.get("department", ""))),
        "role": str(ROLES.get(data.get("role"), data.get("role", ""))),
        "what": _what(data, language),
    }
    return str(KINDS[kind]) % told if kind in KINDS else f"{told['who']}: {kind}"


def _what(data, language) -> str:
    what = str(WHAT.get(data.get("what"), data.get("what") or ""))
    names = [str(path).rpartition("/")[2] for path in data.get("paths") or ()]
    return what if len(names) not in (1, 2) else f"{what} ({in_a_row(names, _(', '), language)})"
