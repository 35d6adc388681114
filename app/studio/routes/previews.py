"""The preview of a form while it is being edited: drawn by the server from the unsaved schema."""

from flask import Blueprint, abort, g, jsonify, make_response, render_template, request, url_for

from app.base import read_clock
from app.forms import Form, FormBroken
from app.people import Person
from app.people.current import person
from app.studio.editing import Preview, rooms_of
from app.studio.editing.asked import BY_PEOPLE
from app.studio.editing.preview import reading_as
from app.studio.routes.stage import stage
from app.ui import reader

blueprint = Blueprint("studio_previews", __name__, url_prefix="/studio")
QUIET = "form-untranslated"


@blueprint.post("/<slug>/forms/preview")
def create(slug):
    """The form in `_schema` with the answers posted, read in `_language`, as `_person`, in the look `_theme`.

    A page for a frame; only the fields where htmx asks.
    """
    at = stage(slug)
    g.framed = g.drawing = True
    g.reader = reading_as(reader(), request.form.get("_language"), request.form.get("_theme"))
    who = Person.by_key(request.form.get("_person", "")) or person()
    page = "forms/fields.html" if "HX-Request" in request.headers else "studio/preview.html"
    try:
        preview = Preview(request.form.get("_schema", ""), at.shown.spec, person=who, reader=reader(), now=read_clock())
    except FormBroken as broken:
        return render_template("studio/preview_broken.html", findings=broken.findings)
    seen = preview.examine(request.form.items(multi=True), submit="_send" in request.form)
    return make_response(render_template(
        page, stage=at, step=_buttons(at, request.form.get("_path", "")), seen=seen, posted=request.form,
        examine_url=url_for("studio_previews.create", slug=slug),
        upload_url="", pick_url=url_for("people.options")))


@blueprint.post("/<slug>/forms/findings")
def create_findings(slug):
    """What to mend in the form posted as text: {"findings": [{element, severity, text, remedy}], "untranslated": n}."""
    stage(slug)
    if (request.content_length or 0) > 5 * 1024 * 1024:
        abort(413)
    try:
        found = Form.read(request.get_data()).findings()
    except FormBroken as broken:
        found = list(broken.findings)
    language = reader().language
    told = [{"element": one.element, "severity": one.severity, "rule": one.rule, "text": one.text(language),
             "remedy": one.remedy_text(language)} for one in found if one.rule != QUIET]
    told.sort(key=lambda one: ("error", "warning", "info").index(one["severity"]))
    return jsonify(findings=told, untranslated=sum(one.rule == QUIET for one in found))


def _buttons(at, path: str) -> list[str] | None:
    """What the buttons say of the step that is done with this form; None where a request begins with it."""
    asking = rooms_of(at.shown.spec, at.shown.files).asking(path)
    step = next((one for one in asking if one.kind in BY_PEOPLE), None)
    if step is None or path == at.shown.spec.get("form") or any(one.start for one in asking):
        return None
    return [one.name(reader().language) for one in at.shown.outcomes(step.element)]
