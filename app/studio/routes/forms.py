"""Forms and tables of a service: the list beside the drawing, the editors, and what is made, copied and removed."""

from dataclasses import asdict

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.base import organisation, read_clock
from app.people import Person
from app.people.current import person
from app.studio.drafts import save
from app.studio.editing import added, copied, editor_words, made_form, made_table, removed, rooms_of, titled
from app.studio.editing.files import tests_path
from app.studio.editing.tables import NotTests, rows_in
from app.studio.rights import DESIGN, Rights
from app.studio.routes.stage import stage
from app.ui import reader

blueprint = Blueprint("studio_forms", __name__, url_prefix="/studio")
LARGEST = 5 * 1024 * 1024


@blueprint.get("/<slug>/forms")
def show(slug):
    """Every step with its form or table, what is missing and what nobody uses, beside the drawing."""
    return _page(slug)


def _page(slug, untitled=""):
    """`untitled`: the file, or the kind of a new one, for which no title was said."""
    g.drawing = True
    at = stage(slug)
    room = rooms_of(at.shown.spec, at.shown.files)
    return render_template("studio/forms.html", stage=at, tab="forms", room=room, marks=_marks(room, at),
                           untitled=untitled, missing=[one for one in room.asked if one.missing])


@blueprint.get("/<slug>/forms/<path:path>")
def edit(slug, path):
    """The editor of one form or one file of tables."""
    g.drawing = True
    at = stage(slug)
    room = rooms_of(at.shown.spec, at.shown.files)
    if path not in at.shown.files or not path.endswith((".form", ".dmn")):
        abort(404)
    sheet = room.forms.get(path) or room.tables.get(path)
    page = "studio/form.html" if path.endswith(".form") else "studio/table.html"
    return render_template(
        page, stage=at, tab="forms", path=path, sheet=sheet, trouble=room.broken.get(path, ""),
        **_tests(at.shown.files, path),
        where=_(", ").join(dict.fromkeys(one.name(reader().language) for one in room.asking(path))),
        text=at.shown.files[path].decode("utf-8", "replace"),
        spoken=editor_words(figures=path.endswith(".form")) if reader().language != "en" else {},
        languages=organisation().languages, people=Person.search("", 60) if path.endswith(".form") else ())


@blueprint.post("/<slug>/forms")
def create(slug):
    """Make the form or table (`wants`) that `element` asks for, or one that nobody uses yet, named `title`."""
    make = made_table if request.form.get("wants") == "table" else made_form
    if not request.form.get("element") and not request.form.get("title", "").strip():
        Rights.of(person()).draft(slug, DESIGN)
        return _page(slug, untitled="table" if make is made_table else "form"), 422
    return _changed(slug, lambda draft, files, room: make(
        draft.spec, files, room, request.form.get("element", ""), request.form.get("title", "")))


@blueprint.post("/<slug>/forms/uploads")
def create_upload(slug):
    """Bring a `.form` or `.dmn` file."""
    Rights.of(person()).draft(slug, DESIGN)
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return redirect(url_for("studio_forms.show", slug=slug), 303)
    data = upload.read(LARGEST + 1)
    if len(data) > LARGEST:
        abort(413)
    return _changed(slug, lambda draft, files, room: added(draft.spec, files, room, upload.filename, data))


@blueprint.post("/<slug>/forms/copies")
def create_copy(slug):
    return _changed(slug, lambda draft, files, room: copied(draft.spec, files, room, request.form.get("path", "")))


@blueprint.post("/<slug>/forms/titles")
def create_title(slug):
    """Call a form or a file of tables something else."""
    Rights.of(person()).draft(slug, DESIGN)
    title = request.form.get("title", "").strip()
    path, spoken = request.form.get("path", ""), reader().language
    if not title:
        return _page(slug, untitled=path), 422
    return _changed(slug, lambda draft, files, room: titled(files, room, path, title, spoken), home=True)


@blueprint.post("/<slug>/forms/removals")
def create_removal(slug):
    path = request.form.get("path", "")
    spoken = reader().language
    return _changed(slug, lambda draft, files, room: removed(draft.spec, files, room, path, spoken), home=True)


def _changed(slug, change, home: bool = False):
    """Save a change made on the newest state, and go where it can be seen."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    files = draft.contents()
    made = change(draft, files, rooms_of(draft.spec, files))
    what = "table" if any(path.endswith(".dmn") for path in made.files) else "form"
    save(draft, by=person(), now=read_clock(), seen=draft.revision, what=what, files=made.files, spec=made.spec)
    if home or not made.path:
        return redirect(url_for("studio_forms.show", slug=slug), 303)
    return redirect(url_for("studio_forms.edit", slug=slug, path=made.path), 303)


def _tests(files, path) -> dict:
    """The rows of a table's test grid; `lost` says why there are none though a file is there."""
    tests = files.get(tests_path(path)) if path.endswith(".dmn") else None
    try:
        return {"rows": [asdict(row) for row in rows_in(tests)] if tests else [], "lost": None}
    except NotTests as lost:
        return {"rows": [], "lost": lost}


def _marks(room, at) -> dict:
    """The small drawing: elements with a form or table stand out, missing ones ask for attention."""
    elements = {}
    for one in room.asked:
        if one.path:
            elements[one.element] = {"state": "now"}
        elif one.missing:
            elements[one.element] = {"state": "failed", "tag": _("missing")}
    names = {id: texts[reader().language] for id, texts in (at.shown.spec.get("names") or {}).items()
             if texts.get(reader().language)}
    names = {at.shown.spec.get("process", ""): at.name, **names}
    return {"elements": elements, "names": names, "rest": "ahead"}
