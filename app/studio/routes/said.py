"""Comments on elements and who has the drawing open, for the editor."""

from flask import Blueprint, abort, jsonify, request

from app.base import read_clock
from app.people.current import person
from app.studio.commenting import Presence, Remark
from app.studio.rights import VIEW, Rights
from app.ui import reader
from app.ui.filters import initials
from app.ui.formats import moment

blueprint = Blueprint("studio_said", __name__, url_prefix="/studio")


@blueprint.post("/<slug>/comments")
def create(slug):
    """Say {"element", "text"}; whoever may look at a draft may say something about it."""
    draft = Rights.of(person()).draft(slug, VIEW)
    body = request.get_json()
    comment = Remark.say(draft, str(body.get("element", "")), str(body.get("text", "")), by=person(), now=read_clock())
    return jsonify(said(comment)), 201


@blueprint.post("/<slug>/comments/<int:id>/settlement")
def create_settlement(slug, id):
    """The comment needs no more talk."""
    comment = _comment(slug, id)
    comment.settle(by=person(), now=read_clock())
    return jsonify(said(comment))


@blueprint.delete("/<slug>/comments/<int:id>/settlement")
def remove_settlement(slug, id):
    """There is more to say."""
    comment = _comment(slug, id)
    comment.reopen()
    return jsonify(said(comment))


@blueprint.post("/<slug>/presence")
def create_presence(slug):
    """This browser has the draft open: {"people": [{name, initials, me}], "revision", "by"}.

    `by` is who saved last, empty where that was the reader.
    """
    draft, me, now = Rights.of(person()).draft(slug, VIEW), person(), read_clock()
    Presence.note(draft, me, now=now)
    language = reader().language
    people = [{"name": one.name(language), "initials": initials(one.name(language)), "me": one.id == me.id}
              for one in Presence.at(draft, now=now)]
    by = "" if draft.saved_by_id == me.id else draft.saved_by.name(language)
    return jsonify(people=people, revision=draft.revision, by=by)


def said(comment: Remark) -> dict:
    """A comment as the page shows it."""
    return {
        "id": comment.id, "element": comment.element, "text": comment.text, "by": comment.by.name(reader().language),
        "when": moment(comment.at, reader(), read_clock()), "settled": comment.settled_at is not None,
    }


def _comment(slug, id) -> Remark:
    draft = Rights.of(person()).draft(slug, VIEW)
    return Remark.in_draft(draft, id) or abort(404)
