"""The history of a draft in sentences."""

from flask_babel import gettext as _

from app.studio.drafts.draft import Revision
from app.ui import localized, reader

MOST = 3


def sentence(revision: Revision, titles: dict[str, str]) -> str:
    """What was done, for the line that begins with who did it; `titles` are names of files, by path."""
    if revision.aside:
        return _("Set aside, because somebody else had changed the same: %(what)s", what=_deed(revision, titles))
    return _deed(revision, titles)


def _deed(revision, titles) -> str:
    detail, files = revision.detail or {}, _named(revision, titles)
    if revision.what == "opened" and detail.get("version"):
        return _("Began the draft from version %(number)s", number=_figure(detail["version"]))
    if revision.what == "restored" and detail.get("of_draft"):
        return _("Went back to state %(number)s of draft %(draft)s", number=_figure(detail.get("of", "?")),
                 draft=_figure(detail["of_draft"]))
    if revision.what == "restored":
        return _("Went back to state %(number)s", number=_figure(detail.get("of", "?")))
    if revision.what in ("form", "table") and files:
        return _("Changed %(files)s", files=files)
    if revision.what == "words":
        return _keys(detail.get("keys", ()))
    plain = {
        "opened": _("Began the draft"), "drawing": _("Drew"), "form": _("Changed forms"), "table": _("Changed tables"),
        "audience": _("Changed who may ask"), "walks": _("Changed the walks"), "mended": _("Accepted what was offered"),
        "brought": _("Brought files"),
    }
    return plain.get(revision.what, _("Changed the draft"))


def _figure(number) -> str:
    return localized(number, reader().language)


def _keys(keys) -> str:
    told = {
        "lanes": _("Changed who works in the lanes"), "names": _("Changed names"), "texts": _("Changed texts"),
        "audience": _("Changed who may ask"), "owner": _("Changed the owner"), "promise": _("Changed the promise"),
    }
    found = [told[key] for key in keys if key in told]
    return found[0] if len(found) == 1 else _("Changed words and settings")


def _named(revision, titles) -> str:
    names = [titles.get(path, path.rsplit("/", 1)[-1]) for path in (revision.detail or {}).get("paths", ())]
    return _(", ").join(names[:MOST]) + (" …" if len(names) > MOST else "")
