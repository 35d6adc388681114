"""What the page of a play shows: tokens on the drawing, the seats with their cards, the clock, what would be sent."""

import json
from datetime import datetime
from pathlib import Path

from flask import g, render_template, request, url_for
from flask_babel import gettext as _

from app import ui
from app.base import db, isolated
from app.cases.drawing import SHOWN
from app.cases.filling import Filling
from app.cases.routes.filled import OURS, UPLOAD
from app.cases.standing import state_of
from app.forms import Form
from app.people import Group, Person
from app.people.current import person
from app.studio.trying.card import Card, cards_of, seats_of
from app.studio.trying.filling import FormUnusable, for_card, for_start, pretend_file
from app.studio.trying.guide import AT_A_GLANCE, find_way
from app.studio.trying.literals import answers_of
from app.studio.trying.play import Play
from app.studio.trying.samples import Samples
from app.studio.trying.sandbox import ActRefused
from app.studio.trying.watching import reached
from app.studio.trying.way import way_of
from app.ui import formats

CLOCK = Form.read((Path(__file__).parents[1] / "trying" / "clock.form").read_bytes())
BESIDE = ("card", "by", "toward", "how", "code", "message", "further", *OURS)
START = "start"
MOST_SAID = 3


def play_page(at, play: Play, seen=None, refusal=None, actor=None):
    """The page; `seen` is a form that was sent and could not be taken, `refusal` why a deed was refused."""
    g.drawing = True
    box = play.sandbox()
    cards = cards_of(box) if box else []
    card = _chosen(cards) if box else None
    reader = ui.reader()
    try:
        filling = filling_for(play, box, card, actor) if seen is None else None
        seen = filling.examine(play.typed.get(card.key if card else START)) if filling else seen
    except FormUnusable as unusable:
        refusal = refusal or unusable
    version = play.published
    return render_template(
        "studio/try_play.html", stage=at, tab="try", play=play, box=box, version=version, cards=cards, card=card,
        seats=seats_of(box, cards) if box else [], seen=seen, refusal=refusal, actor=_actor(card, actor),
        outcomes=version.outcomes(card.element) if card and card.kind == "step" else (),
        offered=answers_of(version, card.row) if card and card.kind == "call" else {},
        marks=_marks(play, box, cards, version, reader), outline=_outline(play, box, cards, version, reader),
        state=_state(box, cards), clock=clock_form(play, {}).examine({}).fields[0],
        moved_on=play.has_moved_on(at.draft or at.live),
        hint=_hint(play, box, cards, version, reader.language), told=_told(play), people=_people(play),
        language=reader.language, called=lambda id: version.element_name(id, reader.language),
        **opened(play, card.key if card else START, _actor(card, actor)),
    )


def opened(play: Play, key: str, actor) -> dict:
    """The addresses of the form of one card."""
    by = actor.key if actor else None
    return {
        "examine_url": url_for("studio_playing.examine", slug=play.slug, id=play.id, card=key, by=by),
        "keep_url": url_for("studio_playing.keep", slug=play.slug, id=play.id, card=key, by=by),
        "upload_url": url_for("studio_playing.create_file", slug=play.slug),
        "pick_url": url_for("people.options"),
    }


def card_of(play: Play, box, key: str) -> Card | None:
    """The open card of this key; None before the start; raises ActRefused when it is not open any more."""
    if box is None:
        return None
    found = next((one for one in cards_of(box) if one.key == key), None)
    if found is None:
        raise ActRefused
    return found


def filling_for(play: Play, box, card: Card | None, actor) -> Filling | None:
    """The form of what is open: of the start, a step or news."""
    reader = ui.reader()
    if box is None:
        return for_start(play, reader)
    return for_card(play, box, card, _actor(card, actor), reader) if card else None


def clock_form(play: Play, raw: dict, submit: bool = False):
    """The field "to a date", as it stands on the virtual clock."""
    reader = ui.reader()
    filling = Filling(CLOCK, {}, person=person(), about="", now=play.now, reader=reader)
    return filling.examine(raw, submit=True) if submit else filling


def as_data(value) -> str:
    """A value as data, for those who know the names of variables: text as it is, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def pairs() -> list[tuple[str, str]]:
    """The posted pairs of a form; of files sent without script only the name and the size are taken."""
    found = [(name, value) for name, value in request.form.items(multi=True) if name not in BESIDE]
    for name, sent in request.files.items(multi=True):
        if name.endswith(UPLOAD) and sent.filename:
            size = sent.seek(0, 2) or sent.stream.tell()
            found.append((name.removesuffix(UPLOAD), pretend_file(sent.filename, size)))
    return found


def _chosen(cards) -> Card | None:
    wanted = request.values.get("card", "")
    return next((one for one in cards if one.key == wanted), cards[0] if cards else None)


def _actor(card, actor) -> Person | None:
    if card is None:
        return None
    wanted = actor.key if actor else request.values.get("by")
    return next((one for one in card.actors if one.key == wanted), card.actors[0] if card.actors else None)


def _state(box, cards) -> str:
    if box is None:
        return "draft"
    asked = {box.requester.id, box.beneficiary.id}
    steps = {card.key: _entry(box, card, asked) for card in cards if card.kind == "step"}
    return state_of(box, box.run, steps)


def _entry(box, card, asked) -> dict:
    people = {one.id for one in card.assigned.people}
    approval = card.row.facts.properties.get("approval") == "true"
    asks = bool(people) and not card.assigned.groups and people <= asked and not approval
    return {"element": card.element, "approval": approval, "asks_requester": asks}


def _marks(play, box, cards, version, reader) -> dict:
    done = box.marks if box else {"done": {}, "flows": {}}
    standing = _standing(box, cards, version, reader)
    elements = {id: {"state": "done", "count": times} for id, times in done["done"].items()
                if id in version.diagram.elements}
    elements |= {id: {**elements.get(id, {}), "state": state, **({"tag": tag} if tag else {})}
                 for id, (state, tag) in standing.items()}
    focus = next((id for id, (state, _) in standing.items() if state in ("failed", "now")), None)
    return {"rest": "ahead", "focus": focus, "names": version.drawn_names(reader.language), "elements": elements,
            "flows": done["flows"]}


def _standing(box, cards, version, reader) -> dict[str, tuple[str, str]]:
    """Where tokens stand on the drawing: element -> state and who has it, or until when it waits."""
    if box is None:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for timer in box.timers:
        place = (*timer.callers, timer.element)[0]
        if version.diagram.elements[timer.element].attached_to is None:
            found[place] = ("now", formats.due(box.due(timer), reader, box.now))
    for wait in box.run.waits:
        if version.diagram.elements[wait.element].attached_to is None and _on_the_way(version, wait.element):
            found.setdefault((*wait.callers, wait.element)[0], ("now", ""))
    for card in cards:
        if card.kind != "message":
            names = _(", ").join(one.name(reader.language) for one in card.holders[:2])
            found[card.place] = ("now", names)
    for one in box.run.incidents:
        found[(*one.callers, one.element)[0]] = ("failed", "")
    return found


def _on_the_way(version, id) -> bool:
    return bool(version.diagram.elements[id].incoming)


def _outline(play, box, cards, version, reader) -> list[dict]:
    done = box.marks["done"] if box else {}
    standing = _standing(box, cards, version, reader)
    main = version.spec["process"]
    places = [one for one in map(version.diagram.elements.get, version.diagram.order)
              if one.process == main and one.kind in (*SHOWN, "boundaryEvent")]
    return [
        {"id": one.id, "name": version.element_name(one.id, reader.language),
         "state": standing[one.id][0] if one.id in standing else "done" if done.get(one.id) else "ahead",
         "note": standing.get(one.id, ("", ""))[1],
         "time": f"{formats.digits(done[one.id], reader, play.now)}×" if done.get(one.id, 0) > 1 else ""}
        for one in places
    ]


def _hint(play, box, cards, version, language: str) -> dict | None:
    """On the way to somewhere: what to do next, as far as trying tells."""
    goal = play.toward
    if not goal or (box is not None and reached(box, goal)):
        return None
    flow = version.diagram.flows.get(goal)
    name = _flow_words(version, flow, language) if flow else version.element_name(goal, language)
    act = next(iter(find_way(play, goal, AT_A_GLANCE) or ()), None)
    if act is None:
        return {"goal": name, "step": "", "say": ""}
    element = act.get("step") or act.get("call") or act.get("timer") or ""
    step = version.element_name(element, language) if element else act.get("message") or _("Send the form")
    return {"goal": name, "step": step, "say": _said(version, act, play, box, language)}


def _flow_words(version, flow, language) -> str:
    return isolated(way_of(version, flow.id).text(language))


def _said(version, act, play, box, language: str) -> str:
    """The answers of an act that the drawing asks about, short enough for a line."""
    answers = act.get("answers") or {}
    outcome = next((one.name(language) for one in version.outcomes(act.get("step", ""))
                    if one.key == answers.get("outcome")), "")
    asked = Samples(version, []).asked - {"outcome"}
    values = [f"{name} = {as_data(value)}" for name, value in answers.items() if name in asked]
    return _(", ").join(([outcome] if outcome else []) + values[:MOST_SAID])


def _told(play) -> list[dict]:
    """What would have been said after the last act; names of people and groups by the page."""
    return [{**one, "at": datetime.fromisoformat(one["at"])} for one in (play.last.told if play.acts else ())]


def _people(play) -> dict[str, Person | Group]:
    """Everybody named in the log, by reference."""
    keys = {one for row in play.acts for told in row.told for one in told["to"]}
    keys |= {row.act["by"] for row in play.acts if row.act.get("by")}
    groups = {key.removeprefix("group:") for key in keys if key.startswith("group:")}
    found = {one.key: one for one in db.session.query(Person).filter(Person.key.in_(keys))} if keys else {}
    if groups:
        found |= {f"group:{one.key}": one for one in db.session.query(Group).filter(Group.key.in_(groups))}
    return found


