"""The API, version 1: bearer tokens, JSON in and out, problems as JSON."""

import json

from flask import Blueprint, Response, current_app, g, jsonify, request, url_for
from werkzeug.exceptions import NotFound

from app import ui
from app.base import Refusal, read_clock
from app.cases import Reach, case_for, claim, complete, open_case, release, stands_in_for, task_for, task_to_do
from app.cases.filling import for_service, for_task
from app.cases.news import bring, find_named, for_news, was_brought
from app.cases.tasks_of import listed
from app.catalog import for_person, published, visible
from app.channels.openapi import document
from app.channels.routes.body import read_body
from app.channels.shapes import case_json, service_json, task_json
from app.people import Person, Token

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
PAGE = 50


class NoToken(Refusal):
    """Send a valid token: Authorization: Bearer ..."""

    status = 401


@blueprint.get("/openapi.json")
def openapi():
    return document(current_app.extensions["settings"].base_url)


@blueprint.get("/services")
def services():
    by = caller()
    return {"items": [service_json(entry.offer, by.language) for entry in for_person(by)], "next": None}


@blueprint.get("/services/<slug>")
def service(slug):
    by = caller()
    offer = published(_service(by, slug).current_version_id)
    form = offer.start_form
    return {**service_json(offer, by.language), "form": json.loads(form.text) if form else None}


@blueprint.post("/services/<slug>/cases")
def create_case(slug):
    """Open a case with `answers`; the form of the service decides what is accepted."""
    by, now = caller(), read_clock()
    found = _service(by, slug)
    filling = for_service(found, published(found.current_version_id), person=by, now=now, reader=_reader(by))
    seen = filling.examine(read_body().get("answers") or {}, submit=True) if filling.form else None
    if seen is not None and not seen.accepted:
        return _problems(seen)
    values = seen.values if seen else {}
    case = open_case(
        found,
        values,
        requester=by,
        now=now,
        once=request.headers.get("Idempotency-Key"),
        beneficiary=_beneficiary(values, by),
    )
    return case_json(case, by.language), 201, {"Location": url_for("api.case", number=case.number)}


@blueprint.get("/cases/<number>")
def case(number):
    by = caller()
    return case_json(case_for(Reach.of(by, read_clock()), number), by.language)


@blueprint.post("/cases/<number>/messages")
def create_message(number):
    """Bring the case a message of this `name`, for which its diagram waits; its form decides what is accepted."""
    by, now, body, once = caller(), read_clock(), read_body(), request.headers.get("Idempotency-Key")
    reach = Reach.of(by, now)
    found = case_for(reach, number)
    if not was_brought(found, by, once):
        news = find_named(reach, found, str(body.get("name") or ""), now)
        filling = for_news(found, news, person=by, now=now, reader=_reader(by))
        seen = filling.examine(body.get("values") or {}, submit=True) if filling.form else None
        if seen is not None and not seen.accepted:
            return _problems(seen)
        bring(found, news.element, seen.values if seen else {}, reach=reach, now=now, once=once)
    return case_json(found, by.language)


@blueprint.get("/tasks")
def tasks():
    by, now = caller(), read_clock()
    view = request.args.get("view") if request.args.get("view") in ("mine", "groups", "soon") else "all"
    after = max(request.args.get("after", 0, type=int), 0)
    found = listed(Reach.of(by, now), view, now, after=after, limit=PAGE)
    more = url_for("api.tasks", view=view, after=after + PAGE) if len(found) == PAGE else None
    return {"items": [task_json(task, by.language) for task in found], "next": more}


@blueprint.get("/tasks/<int:id>")
def task(id):
    by = caller()
    return task_json(task_for(Reach.of(by, read_clock()), id), by.language)


@blueprint.post("/tasks/<int:id>/claim")
def create_claim(id):
    by, now = caller(), read_clock()
    found = task_to_do(Reach.of(by, now), id)
    claim(found, by=by, now=now)
    return task_json(found, by.language)


@blueprint.delete("/tasks/<int:id>/claim")
def delete_claim(id):
    by, now = caller(), read_clock()
    found = task_to_do(Reach.of(by, now), id)
    release(found, by=by, now=now)
    return task_json(found, by.language)


@blueprint.post("/tasks/<int:id>/completion")
def create_completion(id):
    """Complete a task with `values`, `outcome` and `comment`; the form of the step decides what is accepted."""
    by, now, body = caller(), read_clock(), read_body()
    reach = Reach.of(by, now)
    found = task_to_do(reach, id)
    seen = _examined(found, by, now, body)
    if seen is not None and not seen.accepted:
        return _problems(seen)
    done = complete(
        found,
        seen.values if seen else {},
        by=by,
        now=now,
        on_behalf_of=stands_in_for(reach, found),
        outcome=body.get("outcome"),
        comment=str(body.get("comment") or ""),
    )
    return task_json(done, by.language)


def caller() -> Person:
    """Whose token this is; NoToken otherwise."""
    if "api_person" not in g:
        kind, _, text = request.headers.get("Authorization", "").partition(" ")
        g.api_person = Token.person_of(text.strip(), read_clock()) if kind.lower() == "bearer" else None
        if g.api_person is not None:
            g.reader = _reader(g.api_person)
    if g.api_person is None:
        raise NoToken
    return g.api_person


def _reader(by: Person) -> ui.Reader:
    return ui.Reader(by.language, "gregorian", by.time_zone)


def _service(by, slug):
    found = visible(by, slug)
    if found is None:
        raise NotFound
    return found


def _examined(found, by, now, body):
    if not found.form or found.closed:
        return None
    run = found.case.load_run()
    step = next((one for one in run.steps if one.id == found.step), None)
    return for_task(found, step, person=by, now=now, reader=_reader(by)).examine(body.get("values") or {}, submit=True)


def _problems(seen) -> tuple[Response, int]:
    errors = [{"path": error.path, "label": error.label, "message": error.english} for error in seen.errors]
    return jsonify(title="Some answers need a look", status=422, detail="Nothing was sent.", errors=errors), 422


def _beneficiary(values: dict, by: Person) -> Person:
    key = values.get("beneficiary")
    found = Person.by_key(key) if isinstance(key, str) else None
    return found if found and found.active else by
