"""Finding people and groups for the pickers of forms."""

from flask import Blueprint, abort, g, jsonify, render_template, request

from app.base import read_clock
from app.people import current
from app.people.options import KINDS, People

blueprint = Blueprint("people", __name__)
FEW = 12


@blueprint.get("/people/options")
def options():
    """People or groups whose names hold the words `q`: items for a picker, or JSON for a program that asks for it."""
    current.person()
    kind, words = request.args.get("kind", "person"), request.args.get("q", "")[:80]
    if kind not in KINDS:
        abort(404)
    filter = request.args.get("filter", "")
    found = People(g.reader.language, read_clock()).search(kind, words, {"filter": filter}, FEW)
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return jsonify([{"value": one.value, "label": one.label, "note": one.note} for one in found])
    return render_template("forms/picks.html", options=found, kind=kind, q=words)
