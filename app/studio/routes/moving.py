"""Moving running requests to another version: the plan by the places where they wait, tried, and begun."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import ngettext
from sqlalchemy import select

from app import ui
from app.base import db, read_clock
from app.cases import Case, Reach
from app.cases.drawing import SHOWN
from app.cases.moving import begin, moves_of, progress
from app.cases.routes.filled import refusal_words
from app.catalog import ServiceVersion, VersionUnusable, published
from app.people.current import person
from app.studio.moving import Asked, Outlook, places, standing, visible
from app.studio.rights import PUBLISH, Rights
from app.studio.routes.stage import Stage, stage
from app.ui.digits import localized

blueprint = Blueprint("studio_moving", __name__, url_prefix="/studio/<slug>/moving")
AT_ONCE = 200
"""So many requests are tried before the page is shown; with more, the page comes first."""
EARLIER = 20


@blueprint.get("")
def show(slug):
    """Who waits where, what would become of them, what is to be said first; earlier moves below."""
    at = _stage(slug)
    g.drawing = True
    moves = [(one, progress(one)) for one in moves_of(at.service)[:EARLIER]]
    try:
        outlook = Outlook(at.service, Asked.read(request.args.items(multi=True)), read_clock())
    except VersionUnusable as broken:
        return render_template("studio/moving.html", stage=at, tab="", broken=refusal_words(broken), moves=moves)
    later = outlook.running > AT_ONCE and "HX-Request" not in request.headers
    return render_template("studio/moving.html", stage=at, tab="", broken="", outlook=outlook, moves=moves, later=later,
                           **({} if later else _planned(outlook)))


@blueprint.get("/versions/<int:number>/drawing.bpmn")
def drawing(slug, number):
    """The drawing of one version, for the viewer."""
    found = select(ServiceVersion.id).where(ServiceVersion.service_id == _stage(slug).service.id,
                                            ServiceVersion.number == number)
    version = published(db.session.scalar(found) or abort(404))
    return version.drawing, {"Content-Type": "application/xml"}


@blueprint.post("")
def create(slug):
    """Begin what `asked` says; with `trial` every request is judged and none is changed."""
    service, now = Rights.of(person()).service(slug, PUBLISH), read_clock()
    outlook = Outlook(service, Asked.parse(request.form.get("asked", "")), now)
    move = begin(service, outlook.to, by=person(), now=now, dry_run=bool(request.form.get("trial")), **outlook.options)
    return redirect(url_for("studio_moves.show", slug=slug, id=move.id), 303)


def _stage(slug) -> Stage:
    """The service as a page; a draft that was never published has nothing to move."""
    at = stage(slug)
    return at if at.service is not None else abort(404)


def _planned(outlook: Outlook) -> dict:
    """What the page says of the plan."""
    language, target = ui.reader().language, outlook.target
    examples = {number for group in outlook.plan.groups for number in group.examples}
    cases = list(db.session.scalars(select(Case).where(Case.number.in_(examples))))
    mine = visible(Reach.of(person(), outlook.now), cases)
    counts = standing(outlook.plan, outlook.asked.mapping, target.diagram.elements)
    return {
        "plan": outlook.plan, "language": language, "mine": {one.number for one in cases if one.id in mine},
        "places_of": places,
        "marks": _marks(target, counts, language), "outline": _outline(target, counts, language),
        "new_name": outlook.new_name(language),
    }


def _marks(target, counts, language) -> dict:
    elements = {id: {"state": "now", "tag": _requests(count)} for id, count in counts.items()}
    first = next((id for id in target.diagram.order if id in counts), None)
    return {"elements": elements, "flows": {}, "names": target.drawn_names(language), "focus": first}


def _outline(target, counts, language) -> list[dict]:
    """What the drawing shows, as a list in reading order."""
    diagram = target.diagram
    own = [one for one in map(diagram.elements.get, diagram.order) if one.process == diagram.process]
    shown = [one.id for one in own if one.kind in SHOWN or one.id in counts]
    return [{"id": id, "name": target.element_name(id, language), "state": "now" if id in counts else "ahead",
             "time": localized(counts[id], language) if id in counts else ""} for id in shown]


def _requests(count: int) -> str:
    words = ngettext("%(num)s request", "%(num)s requests", count)
    return localized(words, ui.reader().language)
