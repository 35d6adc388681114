"""One move or trial: how far it is, its requests with their reasons; stopping, going on, bringing back."""

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app import ui
from app.base import Refusal, db, given_up, read_clock
from app.cases import Reach
from app.cases.moving import Move, MovedCase, cases_of, progress, refused, resume, stop, undo, undo_case
from app.cases.routes.filled import refusal_words
from app.catalog import Service, offers, published
from app.people.current import person
from app.studio.moving import Asked, called, visible, would_move, written
from app.studio.rights import PUBLISH, Rights
from app.studio.routes.stage import stage
from app.ui import formats

blueprint = Blueprint("studio_moves", __name__, url_prefix="/studio/<slug>/moving/<int:id>")
PAGE, CHUNK = 50, 500
STATES = ("moved", "kept", "waiting", "undone", "left")
VERDICTS = ("safe", "mapping", "person", "stay")


@blueprint.get("")
def show(slug, id):
    """How far it is and what became of each request; refreshes itself while it goes on."""
    return _page(slug, id)


@blueprint.get("/cases")
def show_cases(slug, id):
    """The next requests of the list, after the row `after`."""
    at = stage(slug)
    return render_template("studio/moving_rows.html", stage=at, **_rows(_move(at.service, id)))


@blueprint.get("/cases.csv")
def show_sheet(slug, id):
    """All requests of it, one a line."""
    move = _move(stage(slug).service, id)
    head = [_("Request"), _("From version"), _("What became of it"), _("Verdict"), _("Why"), _("What is different")]
    file = {"Content-Disposition": f'attachment; filename="{slug}-{move.id}.csv"'}
    return Response(written(head, _lines(move)), mimetype="text/csv", headers=file)


@blueprint.post("/halt")
def create_halt(slug, id):
    """Stop: what is in hand is finished, nothing more is begun."""
    return _deed(slug, id, stop)


@blueprint.post("/halt-removal")
def remove_halt(slug, id):
    """Go on where it stopped, and try again what was given up."""
    return _deed(slug, id, resume)


@blueprint.post("/return")
def create_return(slug, id):
    """Bring back every request in which nothing has happened since."""
    return _deed(slug, id, undo)


@blueprint.post("/cases/<int:row>/return")
def create_case_return(slug, id, row):
    """Bring back one request."""
    move = _move(Rights.of(person()).service(slug, PUBLISH), id)
    found = db.session.get(MovedCase, row)
    if found is None or found.move_id != move.id:
        abort(404)
    try:
        undo_case(found, by=person(), now=read_clock())
    except Refusal as refusal:
        words = _("%(number)s: %(why)s", number=found.case.number, why=refusal_words(refusal))
        db.session.rollback()
        return _page(slug, id, words), 409
    return redirect(url_for("studio_moves.show", slug=slug, id=id), 303)


def _deed(slug, id, verb):
    move = _move(Rights.of(person()).service(slug, PUBLISH), id)
    try:
        verb(move, by=person(), now=read_clock())
    except Refusal as refusal:
        words = refusal_words(refusal)
        db.session.rollback()
        return _page(slug, id, words), 409
    return redirect(url_for("studio_moves.show", slug=slug, id=id), 303)


def _move(service: Service | None, id: int) -> Move:
    move = db.session.get(Move, id)
    if service is None or move is None or move.service_id != service.id:
        abort(404)
    return move


def _page(slug, id, refusal=""):
    at = stage(slug)
    move = _move(at.service, id)
    done = progress(move)
    numbers = {one: offer.number for one, offer in offers({*move.from_versions, move.to_version_id}).items()}
    asked = Asked(numbers[move.to_version_id], tuple(numbers[one] for one in move.from_versions), move.mapping,
                  tuple(move.recompute), tuple(move.accepted))
    return render_template(
        "studio/moving_one.html", stage=at, tab="", done=done, numbers=numbers, asked=asked, refusal=refusal,
        would=would_move(move) if move.dry_run else 0, **_rows(move))


def _rows(move) -> dict:
    """A page of the list with names and rights, and whether there is more."""
    only, after = request.args.get("only", ""), request.args.get("after", 0, type=int)
    chosen = {"verdict": only} if only in VERDICTS else {"state": only} if only in STATES else {}
    rows = cases_of(move, after=after, limit=PAGE + 1, **chosen)
    shown = rows[:PAGE]
    mine = visible(Reach.of(person(), read_clock()), [one.case for one in shown])
    return {"rows": shown, "more": len(rows) > PAGE, "only": only if chosen else "", "mine": mine, "move": move,
            "failed": _failed(shown), "named": _named(move), "refused": _refused, "words": {**_states(), **_verdicts()},
            "language": ui.reader().language, "number_of": lambda id: offers([id])[id].number}


def _failed(rows) -> set[int]:
    """Which of them were given up after many tries."""
    found = select(MovedCase.id).where(MovedCase.id.in_([one.id for one in rows]), given_up(MovedCase))
    return set(db.session.scalars(found))


def _refused(row) -> str:
    refusal = refused(row)
    return refusal_words(refusal) if refusal else ""


def _named(move):
    """`named(row)(id)`: what an element is called, in the version the request came from, else in the new one."""
    language, new = ui.reader().language, published(move.to_version_id)

    def of(row):
        old = published(row.from_version_id)
        return called(old, new, language)

    return of


def _lines(move):
    language, named, after = ui.reader().language, _named(move), 0
    words = {**_states(), **_verdicts()}
    while rows := cases_of(move, after=after, limit=CHUNK):
        for row in rows:
            told = [" ".join(one.text(language, named(row)) for one in some) for some in (row.reasons, row.notes)]
            number = formats.digits(offers([row.from_version_id])[row.from_version_id].number, ui.reader(), ui.now())
            why = " ".join(filter(None, (told[0], _refused(row))))
            yield row.case.number, number, str(words[row.state]), str(words.get(row.verdict, "")), why, told[1]
        after = rows[-1].id


def _states() -> dict:
    return {"waiting": _("Still to come"), "moved": _("Moved"), "kept": _("Stayed"), "tried": _("Tried"),
            "undone": _("Moved back"), "left": _("Left alone")}


def _verdicts() -> dict:
    return {"safe": _("Can move"), "mapping": _("Needs a mapping"), "person": _("Needs a person"),
            "stay": _("Must stay")}
