"""Walks of a draft: keeping a play or a proposal as one, naming, removing, watching one in a play."""

import json

from flask import Blueprint, abort, redirect, request, url_for

from app.base import Refusal, read_clock
from app.people.current import person
from app.studio.drafts import save
from app.studio.rights import DESIGN, Rights
from app.studio.routes.play_page import play_page
from app.studio.routes.stage import stage
from app.studio.routes.trying import own_play, page
from app.studio.trying.keeping import named, walk_of
from app.studio.trying.watching import watch

blueprint = Blueprint("studio_walking", __name__, url_prefix="/studio/<slug>/try")
LARGEST = 200_000


class WalkGone(Refusal):
    """This walk is not here any more: somebody has changed the walks in the meantime."""

    status = 409


@blueprint.post("/plays/<int:id>/walk")
def create_from_play(slug, id):
    """Keep what was played as a walk of the draft."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    at = stage(slug)
    play = own_play(slug, id, at)
    try:
        walk = walk_of(play, request.form.get("name", ""))
    except Refusal as refusal:
        return play_page(at, play, refusal=refusal), refusal.status
    _keep(draft, [*_walks(draft), walk])
    return redirect(url_for("studio_trying.show", slug=slug, kept=walk["name"]), 303)


@blueprint.post("/walks")
def create(slug):
    """Keep a proposed walk, as it was proposed."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    text = request.form.get("walk", "")
    if len(text) > LARGEST:
        abort(413)
    try:
        walk = json.loads(text)
    except ValueError:
        abort(400)
    if not isinstance(walk, dict) or not isinstance(walk.get("steps"), list):
        abort(400)
    _keep(draft, [*_walks(draft), {**walk, "name": named(request.form.get("name") or str(walk.get("name") or ""))}])
    return redirect(url_for("studio_trying.show", slug=slug), 303)


@blueprint.post("/walks/<int:place>/name")
def rename(slug, place):
    """Another name for a walk; `old` is the name it had when the page was read."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    walks = _walks(draft)
    try:
        walks[_place(walks, place)] = {**walks[place], "name": named(request.form.get("name", ""))}
    except Refusal as refusal:
        return page(stage(slug), refusal=refusal), refusal.status
    _keep(draft, walks)
    return redirect(url_for("studio_trying.show", slug=slug), 303)


@blueprint.post("/walks/<int:place>/removal")
def remove(slug, place):
    """Take a walk out of the draft; the draft's history still has it."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    walks = _walks(draft)
    try:
        del walks[_place(walks, place)]
    except Refusal as refusal:
        return page(stage(slug), refusal=refusal), refusal.status
    _keep(draft, walks)
    return redirect(url_for("studio_trying.show", slug=slug), 303)


@blueprint.post("/walks/<int:place>/play")
def create_play(slug, place):
    """Play a walk to its end, or as far as it goes, and go on by hand from there."""
    at, now = stage(slug), read_clock()
    source = at.draft or at.live
    walks = source.spec.get("walks") or []
    if place >= len(walks):
        abort(404)
    play, stopped = watch(source, walks[place], person=person(), now=now)
    return redirect(url_for("studio_playing.show", slug=slug, id=play.id, stopped=stopped), 303)


def _walks(draft) -> list[dict]:
    return list(draft.spec.get("walks") or [])


def _place(walks, place: int) -> int:
    if place >= len(walks) or walks[place].get("name") != request.form.get("old", walks[place].get("name")):
        raise WalkGone
    return place


def _keep(draft, walks):
    """Into the locked draft: it was read under the lock, so nobody can have come between."""
    save(draft, by=person(), now=read_clock(), seen=draft.revision, what="walks", spec={"walks": walks or None})
