"""The files of a draft for the editors: read with the revision, written on the revision one has seen."""

from flask import Blueprint, Response, abort, jsonify, request

from app.base import db, read_clock
from app.people.current import person
from app.studio.drafts import DraftMovedOn, save, set_aside
from app.studio.rights import DESIGN, VIEW, Rights
from app.ui import reader

blueprint = Blueprint("studio_files", __name__, url_prefix="/studio")
TYPES = {"bpmn": "application/xml", "dmn": "application/xml", "form": "application/json"}
WHAT = {"bpmn": "drawing", "dmn": "table", "form": "form"}
LARGEST = 5 * 1024 * 1024


@blueprint.get("/<slug>/files/<path:path>")
def show(slug, path):
    """One file; `X-Revision` is what a later save must name as seen."""
    draft = Rights.of(person()).draft(slug, VIEW)
    if path not in draft.files:
        abort(404)
    answer = Response(draft.file(path), mimetype=TYPES.get(path.rsplit(".", 1)[-1], "application/octet-stream"))
    answer.headers["X-Revision"] = str(draft.revision)
    answer.headers["Content-Disposition"] = "attachment"
    return answer


@blueprint.put("/<slug>/files/<path:path>")
def replace(slug, path):
    """Save one file that was edited on the revision in `X-Seen`.

    200 {"revision", "saved_at"}; 202 {"aside": id, "by": name, "revision"} when another's change came before and this
    one was kept beside it.
    """
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    ending = path.rsplit(".", 1)[-1]
    if path not in draft.files or ending not in WHAT:
        abort(404)
    if (request.content_length or 0) > LARGEST:
        abort(413)
    return saved(draft, {
        "by": person(), "now": read_clock(), "seen": seen(), "what": WHAT[ending], "files": {path: request.get_data()},
    })


def seen() -> int:
    """The revision the editor worked on, from the header `X-Seen`."""
    try:
        return int(request.headers["X-Seen"])
    except (KeyError, ValueError):
        abort(400)


def saved(draft, change: dict):
    """Save `change` (the arguments of `save`) and answer the editor; what comes too late is set aside."""
    try:
        save(draft, **change)
    except DraftMovedOn as moved:
        draft_id, name = draft.id, moved.revision.by.name(reader().language)
        db.session.expire_all()
        kept = set_aside(draft, **change)
        # Not 409: an answer of 400 and above would undo what was just kept.
        return jsonify(aside=kept.id, by=name, revision=draft.revision, draft=draft_id), 202
    return jsonify(revision=draft.revision, saved_at=draft.saved_at.isoformat())
