"""Beginning, discarding and restoring drafts, and their history."""

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for

from app.base import read_clock
from app.catalog import Published
from app.people.current import person
from app.studio.comparing import compare, picture
from app.studio.drafts import Draft, Revision, discard, open_for_service, restore, sentence
from app.studio.drawing import forms
from app.studio.rights import DESIGN, VIEW, Rights
from app.studio.routes.stage import stage
from app.ui import reader

blueprint = Blueprint("studio_drafts", __name__, url_prefix="/studio")


@blueprint.post("/<slug>/draft")
def create(slug):
    """Begin to change a live service; where somebody has begun already, go on with theirs."""
    service = Rights.of(person()).service(slug, DESIGN)
    open_for_service(service, by=person(), now=read_clock())
    return redirect(url_for("studio_drawing.show", slug=slug), 303)


@blueprint.post("/<slug>/draft-removal")
def create_removal(slug):
    """Discard the draft; the live service stays as it is."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    discard(draft, by=person(), now=read_clock())
    return redirect(url_for("studio.show"), 303)


@blueprint.get("/<slug>/history")
def show_history(slug):
    """Every state of the draft and of those before it, and what was set aside."""
    at = stage(slug)
    titles = {one["path"]: one["name"] for one in forms(at.spec, at.files, reader().language)}
    told = [(one, Revision.of(one), Revision.of(one, aside=True)) for one in _drafts(at)]
    return render_template("studio/history.html", stage=at, tab="", sentence=lambda one: sentence(one, titles),
                           current=[one for one in told if one[0] is at.draft],
                           before=[one for one in told if one[0] is not at.draft])


@blueprint.get("/<slug>/revisions/<int:id>")
def show_revision(slug, id):
    """One state as a picture and a list: what is different in it from what the draft, or else the service, is now."""
    g.drawing = True
    at = stage(slug)
    revision, number = _revision(at, id), at.offer.number
    now = Published(0, number, at.spec, at.files)
    different = compare(now, revision.published(number))
    return render_template(
        "studio/revision.html", stage=at, tab="", revision=revision, different=different,
        marks={"elements": {id: {"state": state} for id, state in different.marks.items()},
               "flows": {one.id: {"state": one.state} for one in different.of("flow")}},
        what=sentence(revision, {}))


@blueprint.get("/<slug>/revisions/<int:id>/drawing")
def show_revision_drawing(slug, id):
    """The drawing of one state, with what is gone from it put back in, as BPMN text."""
    at = stage(slug)
    revision, number = _revision(at, id), at.offer.number
    now, then = Published(0, number, at.spec, at.files), revision.published(number)
    xml = picture(now, then, compare(now, then))
    return Response(xml or then.files[revision.spec["diagram"]], mimetype="application/xml",
                    headers={"Content-Disposition": "attachment"})


@blueprint.post("/<slug>/restoration")
def create_restoration(slug):
    """Make the draft what it, or an earlier one, was at the revision `id`; without a draft one is begun."""
    at, rights = stage(slug), Rights.of(person())
    found = _revision(at, request.form.get("id", 0, type=int))
    if at.draft is None:
        open_for_service(rights.service(slug, DESIGN), by=person(), now=read_clock())
    draft = rights.draft(slug, DESIGN, lock=True)
    restore(draft, found, by=person(), now=read_clock())
    return redirect(url_for("studio_drawing.show", slug=slug), 303)


def _revision(at, id) -> Revision:
    return Revision.in_drafts(_drafts(at), id) or abort(404)


def _drafts(at) -> list[Draft]:
    """Every draft there was of the service, as far as it was this department's or this person may see it."""
    own = at.offer.department
    return [one for one in Draft.all_of(at.slug) if one.department == own or at.rights.may_with(VIEW, one)]
