"""The Try tab: the drawing with what its walks cover, the walks, and the beginning of plays."""

from pathlib import Path

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app import ui
from app.base import Refusal, db, isolated, read_clock
from app.cases import NotThere
from app.cases.drawing import SHOWN
from app.cases.lookup import Lookup
from app.cases.routes.filled import form_pairs, refusal_words
from app.catalog import VersionUnusable
from app.forms import Form
from app.people import Person
from app.people.current import person
from app.studio.drafts import DraftUnreadable
from app.studio.routes.stage import Stage, stage
from app.studio.trying import Coverage, coverage
from app.studio.trying.acting import lead
from app.studio.trying.guide import propose
from app.studio.trying.play import Play, begin
from app.studio.trying.version import version_of
from app.studio.trying.walk import name_once, people_of
from app.studio.trying.watching import watch
from app.ui.digits import localized

blueprint = Blueprint("studio_trying", __name__, url_prefix="/studio/<slug>/try")
BEGIN = Form.read((Path(__file__).parents[1] / "trying" / "begin.form").read_bytes())


@blueprint.get("")
def show(slug):
    """What is covered, the walks, plays under way; with `toward` or `from` the way to a play that leads there."""
    return page(stage(slug))


@blueprint.get("/drawing.bpmn")
def drawing(slug):
    """The drawing that is tried, for the viewer."""
    return version_for(stage(slug)).drawing, {"Content-Type": "application/xml"}


@blueprint.post("/plays")
def create(slug):
    """Begin a play as the people chosen."""
    at, now = stage(slug), read_clock()
    seen = _examined(BEGIN.gather(form_pairs()), submit=True)
    if not seen.accepted:
        return page(at, seen=seen), 422
    who = Person.by_key(seen.values["requester"])
    source = at.draft or at.live
    try:
        version_for(at).diagram  # noqa: B018  a drawing that cannot be worked with is told before anything is begun
    except (DraftUnreadable, VersionUnusable):
        return page(at), 422
    play = begin(source, person=person(), requester=who, now=now, toward=request.form.get("toward") or None,
                 beneficiary=Person.by_key(seen.values.get("beneficiary") or "") or who)
    return redirect(url_for("studio_playing.show", slug=slug, id=play.id), 303)


@blueprint.post("/leads")
def create_lead(slug):
    """Try from here: a play that stands at the element `toward`, along a walk where one leads there."""
    at, now = stage(slug), read_clock()
    version, source, toward = version_for(at), at.draft or at.live, request.form.get("toward", "")
    along = next((one for one in coverage(version, person()).walks if toward in one.walked.reached), None)
    if along is not None:
        play, _ = watch(source, version.walks[along.place], person=person(), now=now, until=toward)
        came = True
    else:
        pair = people_of(version.walks[0], person()) if version.walks else (person(), person())
        play = begin(source, person=person(), requester=pair[0], beneficiary=pair[1], now=now, toward=toward)
        came = lead(play, toward, now=now)
    return redirect(url_for("studio_playing.show", slug=slug, id=play.id, came=int(came)), 303)


@blueprint.post("/proposals")
def create_proposals(slug):
    """Walks for the ways that have none, found by trying; nothing is saved."""
    at = stage(slug)
    version = version_for(at)
    found = propose(version, coverage(version, person()), person(), now=read_clock(), language=ui.reader().language)
    return page(at, proposals=found)


def version_for(at: Stage):
    """The version that is tried: the draft where there is one, else what is live."""
    if at.draft is None and at.live is None:
        abort(404)
    return version_of(at.draft.spec, at.draft.files, at.draft.number) if at.draft else at.live


def page(at: Stage, seen=None, refusal: Refusal | None = None, proposals=None):
    """The tab as a page."""
    g.drawing = True
    language = ui.reader().language
    try:
        version = version_for(at)
        version.diagram  # noqa: B018
    except (DraftUnreadable, VersionUnusable) as broken:
        return render_template("studio/try.html", stage=at, tab="try", broken=refusal_words(broken))
    found = coverage(version, person())
    toward = request.values.get("toward") or request.values.get("from") or ""
    return render_template(
        "studio/try.html", stage=at, tab="try", version=version, coverage=found, broken="", refusal=refusal,
        gone=lambda id: name_once(id, language, at.live, version), proposals=proposals,
        marks=_marks(version, found, language), outline=_outline(version, found, language),
        plays=Play.of(person(), at.slug), seen=seen or _examined({}), language=language,
        toward=toward if toward in version.diagram.elements or toward in version.diagram.flows else "",
        directly=bool(request.args.get("from")), pick_url=url_for("people.options"), examine_url="", upload_url="",
    )


def own_play(slug: str, id: int, at: Stage | None = None, lock: bool = False) -> Play:
    """The play of this id, if it is this person's; else NotThere. `lock`: nobody acts in it at the same time."""
    at = at or stage(slug)
    found = next((one for one in Play.of(person(), at.slug) if one.id == id), None)
    if found is None:
        raise NotThere
    if lock:
        db.session.refresh(found, with_for_update=True)
        db.session.expire(found, ["acts"])
    return found


def _examined(raw, submit: bool = False):
    reader = ui.reader()
    return BEGIN.examine(raw, {"requester": person().key}, language=reader.language, calendar=reader.calendar,
                         zone=reader.zone, now=read_clock(), submit=submit,
                         lookup=Lookup(person(), read_clock(), reader.language))


def _marks(version, found: Coverage, language: str) -> dict:
    """Numbers on the arrows, and a warning colour where nobody has walked."""
    failed = {one.element for one in found.failing if one.element}
    missed = {id: {"state": "missed"} for id, times in found.elements.items() if not times}
    return {
        "names": version.drawn_names(language),
        "elements": {**missed, **{id: {"state": "failed"} for id in failed}},
        "flows": {id: _flow(times, language) for id, times in found.flows.items()},
    }


def _flow(times: int, language: str) -> dict:
    count = localized(times, language)
    return {"count": count} if times else {"count": count, "state": "missed", "tone": "none"}


def _outline(version, found: Coverage, language: str) -> list[dict]:
    """The list beside the drawing says it in words: how many walks reach a step, which arrows lead on unwalked."""
    return [
        {"id": id, "name": version.element_name(id, language), "state": "done" if times else "warning",
         "time": localized(ngettext("%(num)s walk", "%(num)s walks", times), language) if times else _("not walked"),
         "note": "; ".join(isolated(way.text(language)) for way in found.missing if _leaves(version, way, id))}
        for id, times in found.elements.items() if version.diagram.elements[id].kind in (*SHOWN, "boundaryEvent")
    ]


def _leaves(version, way, id) -> bool:
    flow = version.diagram.flows.get(way.id)
    return flow is not None and flow.source == id
