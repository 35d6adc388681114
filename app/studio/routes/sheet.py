"""Every text of a service in every language, on one sheet: written like a spreadsheet, taken along as CSV."""

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for

from app.base import Refusal, db, organisation, read_clock
from app.cases.routes.filled import refusal_words
from app.people.current import person
from app.studio.checking.names import LANGUAGE_NAMES
from app.studio.drafts import DraftMovedOn, steps_of_others
from app.studio.rights import DESIGN, Rights
from app.studio.routes.files import seen
from app.studio.routes.sections import Sections
from app.studio.routes.stage import stage
from app.studio.wording import CannotBeWritten, labels, missing, sheet_csv, write, write_aside
from app.ui import reader

blueprint = Blueprint("studio_sheet", __name__, url_prefix="/studio")
MOST = 5000


class NoSheet(Refusal):
    """This file is no sheet of texts. Export the sheet first and change that file: keep its first line."""

    status = 422


class TextUnfit(Refusal):
    """This expression cannot be read, so it cannot stand between the others."""

    status = 422


@blueprint.get("/<slug>/words/sheet")
def show(slug):
    """All labels by their part; `only=missing` those that lack a text (in `language`)."""
    return _page(slug)


def _page(slug, refused=""):
    """The sheet; `refused` says in its dialog why an import was not read."""
    at = stage(slug)
    sections = Sections(slug, at.draft or at.live)
    language = request.args.get("language", "")
    language = language if language in sections.languages else ""
    gaps = request.args.get("only") == "missing"
    wanted = (language,) if language else sections.languages
    found = labels(sections.spec, sections.files)
    shown = [one for one in found if not gaps or any(one.lacks(name) for name in wanted)]
    return render_template("studio/sheet.html", stage=at, tab="words", at=sections, parts=_parts(shown, sections),
                           language=language, gaps=gaps, count=len(shown), whole=len(found), language_names=_names(),
                           refused=refused)


@blueprint.post("/<slug>/words/sheet/cells")
def create_cells(slug):
    """Save texts: {"texts": {key: {language: text}}}, made on the revision in `X-Seen`.

    200 {"revision", "saved_at", "missing"}; 202 {"aside", "by", "revision"} when another has changed one of them. What
    others wrote meanwhile does not stand on this page: it goes on from the revision it has seen.
    """
    draft, texts = Rights.of(person()).draft(slug, DESIGN, lock=True), _texts(request.get_json(silent=True))
    change = {"by": person(), "now": read_clock(), "seen": seen()}
    alone = not steps_of_others(draft, seen(), person())
    try:
        write(draft, texts, **change)
    except CannotBeWritten as broken:
        raise TextUnfit from broken
    except DraftMovedOn as moved:
        name = moved.revision.by.name(reader().language)
        db.session.expire_all()
        kept = write_aside(draft, texts, **change)
        return jsonify(aside=kept.id, by=name, revision=draft.revision), 202
    counts = {language: len(found) for language, found in missing(draft.spec, draft.contents()).items()}
    return jsonify(revision=draft.revision if alone else seen(), saved_at=draft.saved_at.isoformat(), missing=counts)


@blueprint.get("/<slug>/words/sheet.csv")
def show_csv(slug):
    """The whole sheet for a spreadsheet or a translator."""
    at = stage(slug)
    sections = Sections(slug, at.draft or at.live)
    data = sheet_csv.written(labels(sections.spec, sections.files), sections.languages)
    answer = Response(data, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-texts.csv"'
    return answer


@blueprint.post("/<slug>/words/sheet/import")
def create_import(slug):
    """Show what a sheet that comes back would change; with `confirmed` change it.

    Refused, it is told in the dialog, or above the changes.
    """
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    data = request.files["sheet"].read(sheet_csv.LARGEST + 1) if "sheet" in request.files else request.form.get(
        "text", "").encode()
    if len(data) > sheet_csv.LARGEST:
        abort(413)
    languages = organisation().languages
    try:
        told = sheet_csv.read(data, labels(draft.spec, draft.contents()), languages)
    except sheet_csv.NotASheet:
        return _page(slug, refusal_words(NoSheet())), 422
    refused = ""
    if request.form.get("confirmed"):
        try:
            write(draft, told.texts, by=person(), now=read_clock(), seen=draft.revision)
            return redirect(url_for("studio_sheet.show", slug=slug), 303)
        except CannotBeWritten:
            refused = refusal_words(TextUnfit())
    page = render_template("studio/sheet-import.html", stage=stage(slug), tab="words", told=told, refused=refused,
                           text=data.decode("utf-8-sig"), at=Sections(slug, draft), language_names=_names())
    return page, 422 if refused else 200


def _names() -> dict[str, str]:
    return {key: texts[reader().language] for key, texts in LANGUAGE_NAMES.items()}


def _texts(body) -> dict[str, dict[str, str]]:
    texts = body.get("texts") if isinstance(body, dict) else None
    if not isinstance(texts, dict) or len(texts) > MOST:
        abort(400)
    for told in texts.values():
        known = isinstance(told, dict) and set(told) <= set(organisation().languages)
        if not known or not all(isinstance(text, str) for text in told.values()):
            abort(400)
    return texts


def _parts(found, sections) -> list[tuple[str, list]]:
    """(heading, labels) in order; a heading is a kind of part, or the name of a drawing or form."""
    parts: dict[str, list] = {}
    for one in found:
        parts.setdefault(one.part, []).append(one)
    main = sections.spec.get("diagram")
    order = ["service", main, "decisions"]
    names = sorted(parts, key=lambda part: (order.index(part) if part in order else len(order)))
    return [(part, parts[part]) for part in names]
