"""The ways to a new service: dropped files, a template, a copy, an empty sheet; and to another drawing."""

from contextlib import closing
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.base import Refusal, db, read_clock
from app.cases import NotThere
from app.catalog import published
from app.engine.survey import Survey
from app.people import Department
from app.people.current import person
from app.studio.bringing import (
    Note,
    NothingBrought,
    bring,
    from_service,
    from_template,
    replace_drawing,
    templates,
    thumbnail,
)
from app.studio.checking import look
from app.studio.drafts import DraftMovedOn
from app.studio.rights import DESIGN, VIEW, Rights
from app.studio.routes.stage import stage
from app.ui import reader

blueprint = Blueprint("studio_bringing", __name__, url_prefix="/studio")
SHEET = "sheet"
MOST = 200
LONGEST = 80
SHOWN_LINES = 5000


class NoFileChosen(Refusal):
    """No file was chosen. Drop one, or choose it from your computer."""

    status = 422


@blueprint.get("/new")
def show_new():
    """The page on which a service begins."""
    return _page()


@blueprint.post("/drafts")
def create():
    """A draft of what was sent: `files`, or the name of a `template` or of a `service` to copy."""
    rights = Rights.of(person())
    department = _department(rights)
    said = {"department": department, "by": person(), "now": read_clock()}
    name = request.form.get("name", "").strip()[:LONGEST]
    if request.form.get("template"):
        draft = from_template(_template(request.form["template"]), name, language=reader().language, **said)
    elif request.form.get("service"):
        live = rights.service(request.form["service"], VIEW)
        draft = from_service(published(live.current_version_id), name, language=reader().language, **said)
    else:
        try:
            draft = bring(_uploads(), sheet=_template(SHEET), **said)
        except NothingBrought as nothing:
            return _page(nothing.notes, department), 422
    return redirect(url_for("studio_drawing.show", slug=draft.slug), 303)


@blueprint.post("/<slug>/drawing-replacement")
def create_replacement(slug):
    """Another drawing in the place of the draft's; forms, tables, texts and walks stay."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    uploads = _uploads()
    seen = request.form.get("seen", draft.revision, type=int)
    try:
        replace_drawing(draft, *uploads[0], by=person(), now=read_clock(), seen=seen)
    except NothingBrought as nothing:
        return _source(slug, nothing.notes), 422
    except DraftMovedOn:
        abort(409)
    return redirect(url_for("studio_drawing.show", slug=slug), 303)


@blueprint.get("/<slug>/source")
def show_source(slug):
    """A file as text with numbered lines: for a drawing that cannot be shown yet."""
    return _source(slug)


@dataclass(frozen=True)
class Line:
    """One line of a file; `wrong` is what is found on it."""

    number: int
    text: str
    wrong: str = ""


def _source(slug, notes=()):
    at = stage(slug)
    path = request.args.get("file") or at.spec["diagram"]
    if path not in at.files:
        raise NotThere
    seen = look({path: at.files[path]}, path, "") if path.endswith((".bpmn", ".dmn")) else Survey()
    lines = _lines(at.files[path], seen)
    return render_template("studio/source.html", stage=at, tab="drawing", path=path, lines=lines, notes=notes)


def _lines(data: bytes, seen) -> list[Line]:
    wrong = {one.params["line"]: one.text(reader().language) for _, one in seen.findings if one.params.get("line")}
    texts = data.decode("utf-8", "replace").splitlines()[:SHOWN_LINES]
    return [Line(number, text, wrong.get(str(number), "")) for number, text in enumerate(texts, 1)]


def _page(notes: list[Note] = (), department: str = ""):
    rights = Rights.of(person())
    keys = rights.departments_to(DESIGN)
    if not keys:
        raise NotThere
    departments = db.session.query(Department).filter(Department.key.in_(keys)).order_by(Department.order).all()
    language = reader().language
    copies = sorted(rights.services(VIEW), key=lambda pair: pair[1].name(language))
    shipped = [one for one in _templates().values() if one.slug != SHEET]
    return render_template(
        "studio/new.html", departments=departments, chosen=department or request.args.get("department"), notes=notes,
        copies=copies, sheet=_template(SHEET), shipped=shipped,
        pictures={one.slug: thumbnail(one.files[one.spec["diagram"]]) for one in shipped},
        sheet_name=_("My new service"))


def _templates():
    return templates(current_app.extensions["settings"].content)


def _template(slug: str):
    found = _templates().get(slug)
    if found is None:
        raise NotThere
    return found


def _department(rights) -> str:
    """The department that offers it: the one said, or the only one there is to choose."""
    keys = rights.departments_to(DESIGN)
    said = request.form.get("department") or (keys[0] if len(keys) == 1 else "")
    if said not in keys:
        raise NotThere
    return said


def _uploads() -> list[tuple[str, bytes]]:
    """Read once: a request that lost a race is done again with the same files."""
    if "uploads" not in g:
        g.uploads = []
        for one in request.files.getlist("files")[:MOST]:
            with closing(one):
                if one.filename:
                    g.uploads.append((one.filename, one.read()))
    if not g.uploads:
        raise NoFileChosen
    return g.uploads
