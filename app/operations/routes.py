"""The operations page, and mending from it."""

import json

from flask import Blueprint, abort, redirect, render_template, request, url_for

from app import ui
from app.base import Refusal, db, keepable, read_clock
from app.cases import Call, Case, Incident, Reach, answer_call, retry
from app.operations.given_up import begin_again, leftovers
from app.operations.needs import incidents, late_tasks, open_calls, owned_services, running
from app.people.current import person

blueprint = Blueprint("operations", __name__)


class NotAnObject(Refusal):
    """Write the values as a JSON object, for example {{"amount": 12}}."""

    status = 422


@blueprint.get("/operations")
def show():
    """What needs hands, of the services one owns."""
    services, now = _services(), read_clock()
    return render_template(
        "operations/show.html",
        incidents=incidents(services),
        calls=open_calls(services),
        late=late_tasks(services, now),
        leftovers=leftovers(services),
        running=running(services),
        language=ui.reader().language,
    )


@blueprint.post("/incidents/<int:id>/retry")
def create_retry(id):
    """Try the element again, with corrected values if some are given."""
    incident = db.session.get(Incident, id)
    if incident is None or incident.case.service_id not in _services():
        abort(404)
    retry(incident, by=person(), now=read_clock(), values=_values())
    return redirect(url_for("operations.show"), 303)


@blueprint.post("/calls/<int:id>/answer")
def create_answer(id):
    """Answer a call of the outside by hand."""
    call = db.session.get(Call, id)
    case = db.session.get(Case, call.case_id) if call else None
    if case is None or case.service_id not in _services() or call.answered_at:
        abort(404)
    answer_call(Case.locked(case.id), call, _values() or {}, now=read_clock(), by=person())
    return redirect(url_for("operations.show"), 303)


@blueprint.post("/operations/work/<kind>/<int:id>/retry")
def create_try(kind, id):
    """Let the workers try again what they had given up."""
    if not begin_again(kind, id, _services(), read_clock()):
        abort(404)
    return redirect(url_for("operations.show"), 303)


def _services() -> list[int]:
    return owned_services(Reach.of(person(), read_clock())) or abort(404)


def _values() -> dict | None:
    text = request.form.get("values", "").strip()
    if not text:
        return None
    try:
        values = json.loads(text)
    except ValueError:
        raise NotAnObject from None
    if not isinstance(values, dict) or not keepable(values):
        raise NotAnObject
    return values
