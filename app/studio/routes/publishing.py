"""The tab Publish: the evidence, what is answered for, when, and what becomes of running requests."""

from datetime import datetime

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy import select

from app import ui
from app.base import Refusal, db, pick, read_clock
from app.cases import NotThere, Reach, case_for
from app.cases.routes.filled import refusal_words
from app.catalog import Published, Service
from app.events import Event
from app.people import Department, Person
from app.people.current import person
from app.studio.comparing import Difference, compare, picture
from app.studio.drafts import Draft
from app.studio.drafts.proof import DraftUnreadable
from app.studio.moving import Asked
from app.studio.publishing import (
    Point,
    Publication,
    ask,
    evidence,
    grouped,
    reasons,
    reviewers,
    second_person_needed,
    take_back,
)
from app.studio.publishing.evidence import Evidence
from app.studio.publishing.gate import WAY
from app.studio.publishing.times import times
from app.studio.rights import DESIGN, GRANT, PUBLISH, Rights
from app.studio.routes.day_asked import day_asked
from app.studio.routes.differences import aspect_word, change_word, lines, painted
from app.studio.routes.stage import Stage, stage
from app.studio.trying.version import version_of
from app.ui import formats

blueprint = Blueprint("studio_publishing", __name__, url_prefix="/studio")
blueprint.add_app_template_filter(aspect_word)
blueprint.add_app_template_filter(change_word)
VIEWS = ("changes", "walks", "times", "list")


@blueprint.get("/<slug>/publish")
def show(slug):
    """The evidence of the draft; or what was asked for and what became of it.

    Who was asked for a look and is no publisher, one level up, sees the sheet of what was asked for.
    """
    try:
        at = stage(slug)
    except NotThere:
        return _sheet(*_asked_to_look_at(slug))
    return _page(at)


@blueprint.post("/<slug>/publication")
def create(slug):
    """Ask: published at once, on its day, or after a second person has looked."""
    by, now = person(), read_clock()
    draft = _draft_to_publish(slug)
    day = day_asked(by, now, request.form.items(multi=True))
    if request.form.get("when") == "later" and day.value is None:
        return _page(stage(slug), refused=day.trouble, day=day), 422
    try:
        ask(draft, by=by, now=now, note=request.form.get("note", ""), accepted=_accepted(),
            effective_at=day.value if request.form.get("when") == "later" else None,
            running=request.form.get("running", ""), moving=Asked.read(request.form.items(multi=True)).plain)
    except Refusal as refusal:
        words = _words(refusal)
        db.session.rollback()
        return _page(stage(slug), refused=words, day=day), 422
    return redirect(url_for("studio_publishing.show", slug=slug), 303)


@blueprint.post("/<slug>/publication-removal")
def create_removal(slug):
    """Take it back before it is carried out."""
    Rights.of(person()).draft(slug, DESIGN, lock=True)
    publication = Publication.open_of(slug, lock=True) or abort(404)
    take_back(publication, by=person(), now=read_clock(), reason=request.form.get("reason", ""))
    return redirect(url_for("studio_publishing.show", slug=slug), 303)


@blueprint.post("/<slug>/four-eyes")
def create_four_eyes(slug):
    """The department wants, or no longer wants, a second person to look; its head or administrator says so."""
    at = stage(slug)
    if not at.rights.may(GRANT, at.offer.department):
        raise NotThere
    department = db.session.scalar(select(Department).where(Department.key == at.offer.department))
    department.four_eyes = bool(request.form.get("wanted"))
    Event.record("department.four_eyes_set", by=person(), now=read_clock(), department=department.key,
                 wanted=department.four_eyes)
    return redirect(url_for("studio_publishing.show", slug=slug), 303)


@blueprint.get("/<slug>/publish/drawing.bpmn")
def drawing(slug):
    """The draft's drawing with what is gone put back into it."""
    at = stage(slug)
    if at.draft is None:
        abort(404)
    version = _version(at)
    own = at.files[at.spec["diagram"]]
    text = picture(at.live, version, compare(at.live, version)) if at.live else own
    return text, {"Content-Type": "application/xml"}


@blueprint.get("/<slug>/publish/evidence")
def show_evidence(slug):
    """The evidence on one sheet, to be printed or kept as a PDF: of the draft, or of the publication `of`."""
    at = stage(slug)
    kept = next((one for one in Publication.of(slug) if one.id == request.args.get("of", type=int)), None)
    if kept is None and at.draft is None:
        abort(404)
    return _sheet(at, kept)


def _sheet(at: Stage, kept: Publication | None):
    seen = kept.evidence if kept else _seen(at).plain
    groups = grouped([Point(**one) for one in seen["points"]])
    return render_template("studio/evidence.html", stage=at, tab="publish", seen=seen, publication=kept, groups=groups)


def _asked_to_look_at(slug) -> tuple[Stage, Publication]:
    """The publication whose review this person may see."""
    publication = Publication.open_of(slug)
    if publication is None or publication.review is None:
        raise NotThere
    case_for(Reach.of(person(), read_clock()), publication.review.number)
    service = db.session.scalar(select(Service).where(Service.slug == slug))
    return Stage(slug, service, publication.draft, Rights.of(person())), publication


def _page(at: Stage, refused="", day=None):
    now, by = read_clock(), person()
    view = request.args.get("view") if request.args.get("view") in VIEWS else "changes"
    publications = Publication.of(at.slug)
    if at.draft is None:
        return render_template("studio/published.html", stage=at, tab="publish", publications=publications)
    open = next((one for one in publications if one.under_way), None)
    last = next((one for one in publications if one.draft_id == at.draft.id), None)
    second = second_person_needed(at.draft, by)
    seen = _seen(at, second)
    g.drawing = True
    who = reviewers(_version(at), at.live, by, now) if second else []
    return render_template(
        "studio/publish.html", stage=at, tab="publish", seen=seen, view=view, refused=refused, open=open, last=last,
        groups=grouped(seen.to_accept), stops=grouped(seen.stops), asked=request.method == "POST",
        typed=request.form if request.method == "POST" else _again(last, seen), second=second, way=WAY,
        said=Asked.read(request.form.items(multi=True)) if request.method == "POST" else _said_again(last),
        reviewers=[one.name(ui.reader().language) for one in map(Person.by_key, who)],
        day=day or day_asked(by, now, ()), may_ask=at.may_publish or at.may_design,
        may_set=at.rights.may(GRANT, at.offer.department), four_eyes=_four_eyes(at),
        marks=_marks(at, seen, view, now), lines=lines(seen.difference, at.live, _version(at)))


def _seen(at: Stage, second=False):
    return evidence(_version(at), at.service, by=person(), now=read_clock(), second=second)


def _version(at: Stage) -> Published:
    """The draft as it would be published; one that cannot be read is never compiled."""
    try:
        return version_of(at.draft.spec, at.draft.files, at.draft.number)
    except DraftUnreadable:
        return Published(0, at.draft.number, at.spec, at.files)


def _draft_to_publish(slug) -> Draft:
    rights = Rights.of(person())
    try:
        return rights.draft(slug, PUBLISH, lock=True)
    except NotThere:
        return rights.draft(slug, DESIGN, lock=True)


def _accepted() -> dict[str, str]:
    """The reasons by key of their point, the ways by their names."""
    found = reasons(request.form.to_dict())
    if request.form.get("ways-accepted"):
        found |= {key: text for key, text in request.form.items() if key.startswith(WAY) and text}
    return found


def _again(last: Publication | None, seen: Evidence) -> dict:
    """What was typed for this draft the last time, when nothing came of it."""
    if last is None or last.under_way or last.state == "published":
        return {}
    reasons_given = {f"reason:{key}": why for key, why in last.accepted.items()}
    known = last.accepted.keys() >= {f"{WAY}{one.id}" for one in seen.ways}  # a new way is not accepted with the old
    return {"note": last.note, "running": last.running, "ways-accepted": "1" if known else "", **reasons_given}


def _said_again(last: Publication | None) -> Asked:
    """What was said the last time about the way of the running requests, when nothing came of it."""
    lost = last is not None and not last.under_way and last.state != "published"
    return Asked.kept(last.moving if lost else None)


def _words(refusal: Refusal) -> str:
    if hasattr(refusal, "texts"):
        refusal.values["what"] = pick(refusal.texts, ui.reader().language)
    return refusal_words(refusal)


def _four_eyes(at: Stage) -> bool:
    return bool(db.session.scalar(select(Department.four_eyes).where(Department.key == at.offer.department)))


def _marks(at: Stage, seen, view, now: datetime) -> dict:
    """What the drawing says in each of its views."""
    names = _version(at).drawn_names(ui.reader().language)
    if view == "walks":
        counts = seen.coverage.flows
        flows = {id: {"count": _figure(often), "tone": "" if often else "none"} for id, often in counts.items()}
        return {"elements": {}, "flows": flows, "names": names}
    if view == "times":
        taken = times(at.service, now) if at.service else {}
        spans = {id: {"state": "ahead", "count": formats.span(one, ui.reader(), now)} for id, one in taken.items()}
        return {"elements": spans, "flows": {}, "names": names}
    return painted(seen.difference or Difference(()), at.live or _version(at), _version(at))


def _figure(often: int) -> str:
    return formats.digits(str(often), ui.reader(), ui.now())
