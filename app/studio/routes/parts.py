"""What the editor of drawings puts into the draft besides the drawing: names, lanes, fragments, new forms."""

from flask import Blueprint, abort, current_app, jsonify, request, url_for

from app.base import read_clock
from app.people.current import person
from app.studio.drafts import Draft, changed_by_others
from app.studio.drawing import forms, take
from app.studio.editing import made_form, rooms_of
from app.studio.rights import DESIGN, Rights
from app.studio.routes.files import saved, seen
from app.ui import LANGUAGES, reader

blueprint = Blueprint("studio_parts", __name__, url_prefix="/studio")
LONGEST = 500


@blueprint.put("/<slug>/names/<path:id>")
def replace_name(slug, id):
    """What an element, or a decision ("outcome:<key>"), is called in one language: {"language", "text"}."""
    draft, body = _draft(slug), request.get_json()
    language, text = body.get("language"), str(body.get("text", "")).strip()
    if language not in LANGUAGES or len(text) > LONGEST or len(id) > 200:
        abort(400)
    names = draft.spec.get("names") or {}
    told = {**names.get(id, {}), language: text}
    names = {**names, id: {key: name for key, name in told.items() if name}}
    return _one(draft, "names", {key: one for key, one in names.items() if one},
                lambda state: (state.spec.get("names") or {}).get(id, {}).get(language))


@blueprint.put("/<slug>/lanes/<id>")
def replace_lane(slug, id):
    """Who works in a lane: {"who"}, an assignment; empty for nobody."""
    draft, who = _draft(slug), str(request.get_json().get("who", "")).strip()
    if len(who) > LONGEST:
        abort(400)
    lanes = {**(draft.spec.get("lanes") or {}), id: who}
    return _one(draft, "lanes", {key: one for key, one in lanes.items() if one},
                lambda state: (state.spec.get("lanes") or {}).get(id))


@blueprint.put("/<slug>/fragments/<process>")
def replace_fragment(slug, process):
    """The drawing calls a shared fragment: its files come into the draft."""
    draft = _draft(slug)
    spec, files = take(current_app.extensions["settings"].content, process, draft.spec, draft.files)
    return _saved(draft, "drawing", spec, files)


@blueprint.post("/<slug>/new-forms")
def create_form(slug):
    """An empty form for a step: {"name"}; answers with the form as the page lists it."""
    draft, name = _draft(slug), str(request.get_json().get("name", "")).strip()[:120]
    if not name:
        abort(400)
    files = draft.contents()
    made = made_form(draft.spec, files, rooms_of(draft.spec, files), "", name)
    answer = _saved(draft, "form", made.spec, made.files)
    if isinstance(answer, tuple):
        return answer
    form = next(one for one in forms(draft.spec, draft.contents(), reader().language) if one["path"] == made.path)
    form["url"] = url_for("studio_forms.edit", slug=slug, path=made.path)
    return jsonify({**answer.json, "form": form}), 201


def _draft(slug) -> Draft:
    return Rights.of(person()).draft(slug, DESIGN, lock=True)


def _one(draft, key, value, read):
    """Save `value` with the one thing that `read` finds in it changed: only who changed that one stands in the way."""
    overtaken = changed_by_others(draft, seen(), person(), read)
    return _saved(draft, "words", {key: value}, base=None if overtaken else draft.revision)


def _saved(draft, what, spec, files=None, base=None):
    """Save beside the drawing that is open. While others have changed the files, the editor has not seen them: it goes
    on from the revision it has seen, so that its next drawing does not overwrite theirs unasked."""
    behind = changed_by_others(draft, seen(), person(), lambda state: state.files)
    answer = saved(draft, {"by": person(), "now": read_clock(), "seen": seen() if base is None else base,
                           "what": what, "spec": spec, "files": files or {}})
    return jsonify({**answer.json, "revision": seen()}) if behind and not isinstance(answer, tuple) else answer
