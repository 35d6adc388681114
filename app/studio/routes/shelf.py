"""The studio's first page: services and drafts of the departments one designs for."""

from flask import Blueprint, abort, render_template, request

from app.base import read_clock
from app.people.current import person
from app.studio.rights import DESIGN, VIEW, Rights
from app.studio.shelf import known, shelves, tally
from app.ui import reader

blueprint = Blueprint("studio", __name__, url_prefix="/studio")
LONGEST = 100


@blueprint.get("")
def show():
    """Drafts first, then live services, by department; `q` finds among them."""
    rights = Rights.of(person())
    if not rights.designs_anything():
        abort(404)
    words = request.args.get("q", "")[:LONGEST]
    page = "studio/shelf_rows.html" if request.headers.get("HX-Request") else "studio/shelf.html"
    now = read_clock()
    return render_template(page, shelves=shelves(rights, words, reader().language), words=words,
                           tally_of=lambda draft: known(draft, now),
                           may_begin=bool(rights.departments_to(DESIGN)), may_grant=rights.grants_anything,
                           may_audit=rights.audits)


@blueprint.get("/<slug>/tally")
def show_tally(slug):
    """How much there is to mend in a draft, for its row."""
    draft = Rights.of(person()).draft(slug, VIEW)
    return render_template("studio/tally_row.html", found=tally(draft, read_clock()), slug=slug)
