"""A play under way: the page with its tokens and seats, every act, stepping back, beginning again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app import ui
from app.base import Refusal, db, read_clock
from app.cases import NotThere
from app.people import Person
from app.people.current import person
from app.studio.routes.play_page import START, as_data, card_of, clock_form, filling_for, opened, pairs, play_page
from app.studio.routes.stage import stage
from app.studio.routes.trying import own_play
from app.studio.trying.acting import answer, begin_again, bring, complete, lead, start
from app.studio.trying.filling import pretend_file
from app.studio.trying.play import begin
from app.ui import formats

blueprint = Blueprint("studio_playing", __name__, url_prefix="/studio/<slug>/try")
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
HARMLESS = 512  # letters of a file's name


blueprint.add_app_template_filter(as_data)


@blueprint.app_template_filter()
def play_clock(moment: datetime) -> str:
    """A moment of the virtual clock, always with its day: "today" would mean the real one."""
    reader = ui.reader()
    return _(", ").join([formats.full_day(moment, reader, moment), formats.clock(moment, reader, moment)])


@blueprint.app_template_filter()
def play_due(moment: datetime, now: datetime) -> str:
    """When something is due, as seen from the virtual clock."""
    return formats.due(moment, ui.reader(), now)


@blueprint.app_template_filter()
def element_word(id: str, version) -> str:
    """What an element is called, for lists of ids."""
    return version.element_name(id, ui.reader().language)


@blueprint.get("/plays/<int:id>")
def show(slug, id):
    """The play as it stands; `card` opens one of what is open."""
    return play_page(stage(slug), own_play(slug, id))


@blueprint.get("/plays/<int:id>/drawing.bpmn")
def drawing(slug, id):
    return own_play(slug, id).published.drawing, {"Content-Type": "application/xml"}


@blueprint.post("/plays/<int:id>/examination")
def examine(slug, id):
    """The form of a card after a change; what was typed is kept."""
    play = own_play(slug, id)
    filling = _filling(play)
    raw = filling.form.gather(pairs())
    play.type(_card_key(), raw, now=read_clock())
    return render_template("forms/fields.html", seen=filling.examine(raw), **opened(play, _card_key(), _actor()))


@blueprint.post("/plays/<int:id>/draft")
def keep(slug, id):
    """Keep what is typed, while it is typed."""
    play = own_play(slug, id)
    filling = _filling(play)
    play.type(_card_key(), filling.form.gather(pairs()), now=read_clock())
    return ""


@blueprint.post("/plays/<int:id>/acts")
def create_act(slug, id):
    """Do what is open: send the first form, complete a step, answer for the outside, bring news."""
    at = stage(slug)
    play = own_play(slug, id, at, lock=True)
    box = play.sandbox()
    try:
        card = card_of(play, box, _card_key())
        filling = filling_for(play, box, card, _actor())
    except Refusal as refusal:
        return play_page(at, play, refusal=refusal), refusal.status
    raw = filling.form.gather(pairs()) if filling else {}
    seen = filling.examine(raw, submit=True) if filling else None
    if seen is not None and not seen.accepted:
        return play_page(at, play, seen=seen, actor=_actor()), 422
    values = seen.values if seen else {}
    try:
        _do(play, box, card, values)
    except Refusal as refusal:
        db.session.expire_all()
        return play_page(at, play, seen=seen, refusal=refusal, actor=_actor()), refusal.status
    return _back(play)


@blueprint.post("/plays/<int:id>/time")
def create_time(slug, id):
    """Let time pass: to the next timer, an hour, a day, or to a date."""
    at = stage(slug)
    play = own_play(slug, id, at, lock=True)
    box = play.sandbox()
    if box is None:
        abort(404)
    try:
        until = _until(play, box)
        if until is not None and until > play.now:
            play.act({"pass": until.isoformat()}, now=read_clock())
    except Refusal as refusal:
        db.session.expire_all()
        return play_page(at, play, refusal=refusal), refusal.status
    return _back(play)


@blueprint.post("/plays/<int:id>/act-removal")
def delete_act(slug, id):
    """Step back: the last act has not happened."""
    play = own_play(slug, id, lock=True)
    play.step_back(now=read_clock())
    return _back(play)


@blueprint.post("/plays/<int:id>/renewal")
def create_renewal(slug, id):
    """Begin again: on the drawing as it is now with the same answers, or from nothing (`empty`)."""
    at = stage(slug)
    play = own_play(slug, id, at)
    fresh = begin(at.draft or at.live, person=person(), requester=play.requester, beneficiary=play.beneficiary,
                  now=play.starts_at, toward=play.toward)
    stopped = None
    if request.form.get("empty"):
        fresh.type("start", play.answers or {}, now=read_clock())
    else:
        stopped = begin_again(play, fresh, now=read_clock())
    db.session.delete(play)
    return redirect(url_for("studio_playing.show", slug=slug, id=fresh.id, stopped=stopped), 303)


@blueprint.post("/plays/<int:id>/lead")
def create_lead(slug, id):
    """Play on by itself as far as the place it is meant to reach."""
    play = own_play(slug, id, lock=True)
    came = lead(play, request.form.get("toward") or play.toward or "", now=read_clock())
    return redirect(url_for("studio_playing.show", slug=slug, id=play.id, came=int(came)), 303)


@blueprint.post("/plays/<int:id>/removal")
def remove(slug, id):
    """Throw the play away."""
    db.session.delete(own_play(slug, id))
    return redirect(url_for("studio_trying.show", slug=slug), 303)


@blueprint.post("/files")
def create_file(slug):
    """A file shown to a form of a play: its name and size go on, its bytes do not."""
    stage(slug)
    sent = request.files.get("file") or abort(422)
    size = sent.seek(0, 2) or sent.stream.tell()
    return jsonify(id=pretend_file(sent.filename or "", size), name=(sent.filename or "")[:HARMLESS], size=size), 201


def _do(play, box, card, values):
    now = read_clock()
    if card is None:
        start(play, values, now=now)
    elif card.kind == "step":
        complete(play, card, values, actor=_actor(), outcome=request.form.get("outcome") or None,
                 comment=request.form.get("comment", "").strip(), now=now)
    elif card.kind == "call":
        answer(play, card, request.form, now=now)
    else:
        bring(play, card, values, request.form, now=now)


def _until(play, box) -> datetime | None:
    by = request.form.get("by")
    if by in STEPS:
        return play.now + STEPS[by]
    if by == "next":
        return box.due(box.timers[0]) if box.timers else None
    seen = clock_form(play, clock_form.form.gather(pairs()), submit=True)
    value = seen.values.get("to")
    if not value:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(ui.reader().zone))


def _filling(play):
    box = play.sandbox()
    found = filling_for(play, box, card_of(play, box, _card_key()), _actor())
    if found is None:
        raise NotThere
    return found


def _card_key() -> str:
    return request.values.get("card") or START


def _actor() -> Person | None:
    return Person.by_key(request.values.get("by", ""))


def _back(play):
    return redirect(url_for("studio_playing.show", slug=play.slug, id=play.id), 303)
