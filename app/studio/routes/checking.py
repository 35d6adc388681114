"""Findings of a draft with whatever is not saved yet, and what one click does about them."""

from flask import Blueprint, abort, jsonify, request, url_for

from app.base import Refusal, only_asks, read_clock
from app.engine import OfferGone
from app.people.current import person
from app.studio.checking import accept, checklist, counts, findings
from app.studio.rights import DESIGN, VIEW, Rights
from app.ui import reader

blueprint = Blueprint("studio_checking", __name__, url_prefix="/studio")
ENDINGS = (".bpmn", ".dmn", ".form")
LARGEST = 5 * 1024 * 1024


class NoLongerOffered(Refusal):
    """The drawing has changed since this was offered. Look at the findings again."""


@blueprint.post("/<slug>/check")
@only_asks
def create_check(slug):
    """Look at the draft with the unsaved texts of the body put over it: {"files": {path: text}}."""
    draft = Rights.of(person()).draft(slug, VIEW)
    files, now, language = {**draft.contents(), **unsaved()}, read_clock(), reader().language
    found = findings(draft.spec, files, now=now)
    points = checklist(draft.spec, files, found, language=language, now=now)
    at = _places(slug)
    return jsonify(
        findings=[one.as_dict(language, at) for one in found], counts=counts(found),
        checklist=[one.as_dict(at) for one in points], checked_at=now.isoformat())


@blueprint.post("/<slug>/offers")
@only_asks
def create_offer(slug):
    """Texts of the files an offer changes, unsaved: {"files": {...}, "offer": id, "said": {asked: word}}."""
    draft = Rights.of(person()).draft(slug, DESIGN)
    files = {**draft.contents(), **unsaved()}
    body = request.get_json()
    said = {str(key): str(value) for key, value in (body.get("said") or {}).items()}
    try:
        changed = accept(draft.spec, files, str(body.get("offer")), said, now=read_clock())
    except (OfferGone, KeyError) as gone:
        raise NoLongerOffered from gone
    return jsonify(files={path: data.decode("utf-8", "replace") for path, data in changed.items()})


def unsaved() -> dict[str, bytes]:
    """The texts that stand in the editors and not yet in the draft."""
    body = request.get_json(silent=True)
    files = body.get("files", {}) if isinstance(body, dict) else None
    if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
        abort(400)
    if (request.content_length or 0) > LARGEST:
        abort(413)
    return {path: text.encode() for path, text in files.items() if path.endswith(ENDINGS)}


def _places(slug):
    home = url_for("studio_drawing.show", slug=slug)
    return lambda place: home if place == "drawing" else f"{home}/{place}"
