"""Beginning, discarding and restoring drafts, and their history."""

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for

from app.base import read_clock
from app.catalog import Published
from app.people.current import person
from app.studio.comparing import compare, picture
from app.studio.drafts import Revision, discard, open_for_service, restore, sentence
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
    """Every state of the draft, and what was set aside."""
    at = stage(slug)
    if at.draft is None:
        abort(404)
    titles = {one["path"]: one["name"] for one in forms(at.spec, at.files, reader().language)}
    return render_template(
        "studio/history.html", stage=at, tab="", sentence=lambda one: sentence(one, titles),
        revisions=Revision.of(at.draft), aside=Revision.of(at.draft, aside=True))


@blueprint.get("/<slug>/revisions/<int:id>")
def show_revision(slug, id):
    """One state of the draft as a picture and a list: what is different in it from what the draft is now."""
    g.drawing = True
    at, revision = stage(slug), _revision(slug, id)
    number = at.draft.number
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
    at, revision = stage(slug), _revision(slug, id)
    now, then = Published(0, at.draft.number, at.spec, at.files), revision.published(at.draft.number)
    xml = picture(now, then, compare(now, then))
    return Response(xml or then.files[revision.spec["diagram"]], mimetype="application/xml",
                    headers={"Content-Disposition": "attachment"})


@blueprint.post("/<slug>/restoration")
def create_restoration(slug):
    """Make the draft what it was at the revision `id`."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    found = Revision.in_draft(draft, request.form.get("id", 0, type=int)) or abort(404)
    restore(draft, found, by=person(), now=read_clock())
    return redirect(url_for("studio_drawing.show", slug=slug), 303)


def _revision(slug, id) -> Revision:
    draft = Rights.of(person()).draft(slug, VIEW)
    return Revision.in_draft(draft, id) or abort(404)
