"""The drawing of a service, edited where there is a draft, shown where there is none."""

from flask import Blueprint, Response, abort, current_app, g, jsonify, render_template, request, url_for

from app.base import read_clock
from app.catalog.outcome import WORDS
from app.people.current import person
from app.studio.commenting import Remark
from app.studio.drawing import (
    choices,
    drawings,
    elements,
    forms,
    fragments,
    in_words,
    interface,
    page_words,
    services,
    tables,
    today,
    topics,
    translations,
)
from app.studio.routes.said import said
from app.studio.routes.stage import stage
from app.ui import reader

blueprint = Blueprint("studio_drawing", __name__, url_prefix="/studio")
LONGEST = 2000


@blueprint.get("/<slug>")
def show(slug):
    """The editor, or the live drawing with the way to a draft. `file` names another drawing of the draft."""
    g.drawing = True
    at = stage(slug)
    path = request.args.get("file") or at.spec["diagram"]
    if path not in (drawings(at.draft) if at.draft else [at.spec["diagram"]]):
        abort(404)
    return render_template("studio/drawing.html", stage=at, tab="drawing", page=_page(at, path))


@blueprint.get("/<slug>/live")
def show_live(slug):
    """The drawing of the version that runs, as BPMN text."""
    at = stage(slug)
    if at.live is None:
        abort(404)
    return Response(at.live.files[at.live.spec["diagram"]], mimetype="application/xml",
                    headers={"Content-Disposition": "attachment"})


@blueprint.get("/<slug>/elements")
def show_elements(slug):
    """What the engine reads from the drawing: {"elements": {id: facts}}, with who each step is for in words."""
    at, language = stage(slug), reader().language
    found = elements(at.shown)
    for told in found.values():
        told["who_words"] = [in_words(one, language) for one in told["who"] or [told["by_lane"]] if one]
    return jsonify(elements=found)


@blueprint.get("/<slug>/who")
def show_who(slug):
    """{"words", "today"}: what the assignment `who` means, and who would get the step today."""
    stage(slug)
    who, language = request.args.get("who", "").strip(), reader().language
    if not who or len(who) > LONGEST:
        abort(400)
    return jsonify(words=in_words(who, language), today=today(who, person(), read_clock(), language))


@blueprint.get("/<slug>/callees/<callee>")
def show_callee(slug, callee):
    """What another service wants to be given when it is called: {"inputs": [{key, note, value}, ...]}."""
    stage(slug)
    inputs = interface(callee, reader().language)
    if inputs is None:
        abort(404)
    return jsonify(inputs=inputs)


def _page(at, path) -> dict:
    """All the page's scripts need, so that the first picture needs one more request only: the drawing."""
    language, spec, files = reader().language, at.spec, at.files
    root = current_app.extensions["settings"].content
    told = forms(spec, files, language)
    for one in told:
        one["url"] = url_for("studio_forms.edit", slug=at.slug, path=one["path"])
    start = next((one for one in told if one["path"] == spec.get("form")), None)
    return {
        "slug": at.slug, "name": at.name, "path": path, "process": spec["process"],
        "draft": at.draft.id if at.draft else None,
        "revision": at.draft.revision if at.draft else 0, "editable": at.editable, "mayComment": at.draft is not None,
        "zone": reader().zone, "sprite": current_app.jinja_env.globals["asset"]("icons.svg"),
        "urls": _urls(at, path), "words": page_words(), "translations": translations() if language != "en" else {},
        "forms": told, "startForm": start and {"name": start["name"], "url": start["url"]},
        "startFields": [key for key, _label in start["fields"]] if start else [],
        "tables": [{**one, "url": url_for("studio_forms.edit", slug=at.slug, path=one["path"])}
                   for one in tables(files)],
        "drawings": [
            {"name": one, "current": one == path, "url": url_for("studio_drawing.show", slug=at.slug, file=one)}
            for one in (drawings(at.draft) if at.draft else ())],
        "fragments": fragments(root, language), "services": services(spec, language) if at.editable else [],
        "who": choices(), "lanes": spec.get("lanes") or {}, "names": spec.get("names") or {},
        "outcomes": WORDS, "topics": topics(),
        "comments": [said(one) for one in Remark.of(at.draft)] if at.draft else [],
    }


def _urls(at, path) -> dict:
    home = url_for("studio_drawing.show", slug=at.slug)
    named = ("check", "offers", "elements", "who", "comments", "presence", "revisions", "names", "lanes", "fragments",
             "callees", "new-forms")
    drawing = f"{home}/files/{path}" if at.draft else f"{home}/live"
    return {**{name: f"{home}/{name}" for name in named}, "file": drawing}
