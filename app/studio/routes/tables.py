"""Decision tables being edited: what their rules say for each row of the test grid, and keeping these rows."""

from flask import Blueprint, abort, jsonify, request
from flask_babel import gettext as _

from app.base import read_clock
from app.people.current import person
from app.studio.editing.files import tests_path
from app.studio.editing.tables import Row, as_tests, report
from app.studio.editing.tables.judging import OTHER
from app.studio.rights import DESIGN, Rights
from app.studio.routes.files import saved, seen
from app.studio.routes.stage import stage
from app.ui import reader
from app.ui.digits import localized

blueprint = Blueprint("studio_tables", __name__, url_prefix="/studio")
LARGEST = 5 * 1024 * 1024
MOST_ROWS = 500


@blueprint.post("/<slug>/tables/report")
def create_report(slug):
    """{"xml": the unsaved table, "rows": [...]} -> the Report; its judgements with sentences."""
    at, said = stage(slug), _said()
    path = str(said.get("path") or "")
    others = [data for name, data in at.shown.files.items() if name.endswith(".dmn") and name != path]
    found = report(str(said.get("xml") or "").encode(), _rows(said), now=read_clock(), others=others).as_dict()
    for one in found["judgements"]:
        one["text"] = _sentence(one)
    return jsonify(found)


@blueprint.put("/<slug>/tables/tests/<path:path>")
def replace_tests(slug, path):
    """Keep the rows of the grid beside the table `path`; answers as saving a file does."""
    draft = Rights.of(person()).draft(slug, DESIGN, lock=True)
    if path not in draft.files or not path.endswith(".dmn"):
        abort(404)
    said, tests = _said(), tests_path(path)
    types = said.get("types") if isinstance(said.get("types"), dict) else {}
    data = as_tests(path.rpartition("/")[2], _rows(said), {key: one for key, one in types.items() if _texts(one)})
    uses = draft.spec.get("uses") or []
    spec = {} if tests in uses else {"uses": [*uses, tests]}
    return saved(draft, {"by": person(), "now": read_clock(), "seen": seen(), "what": "table", "files": {tests: data},
                         "spec": spec})


def _said() -> dict:
    if (request.content_length or 0) > LARGEST:
        abort(413)
    said = request.get_json(force=True, silent=True)
    return said if isinstance(said, dict) else abort(400)


def _rows(said) -> list[Row]:
    rows = said.get("rows")
    return [Row.of(raw) for raw in (rows if isinstance(rows, list) else [])[:MOST_ROWS] if isinstance(raw, dict)]


def _texts(one) -> bool:
    return isinstance(one, dict) and all(isinstance(text, str) for pair in one.items() for text in pair)


def _sentence(one) -> str:
    shown = ((name, _("anything else") if value == OTHER else value) for name, value in one["example"])
    example = _(", ").join(f"{name} = {value}" for name, value in shown)
    counted = [localized(number, reader().language) for number in one["numbers"]]
    numbers = dict(zip(("one", "two"), counted, strict=False))
    if one["rule"] == "overlap":
        return _("Rules %(one)s and %(two)s both fit %(example)s, but only one may.", example=example, **numbers)
    if one["rule"] == "contradiction":
        return _("Rules %(one)s and %(two)s fit %(example)s and decide differently.", example=example, **numbers)
    if one["rule"] == "never":
        return _("Rule %(one)s never decides: nothing fits it, or others come before it.", **numbers)
    return _("No rule fits %(example)s.", example=example)
