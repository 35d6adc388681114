"""Asking for a service: its page with the form, the form as it changes, and sending it."""

import secrets

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from sqlalchemy import select

from app import ui
from app.base import db, read_clock
from app.cases.drawing import SHOWN
from app.cases.filling import for_service
from app.cases.opening import open_case
from app.cases.routes.filled import beneficiary_of, form_pairs, keep_files
from app.catalog import published, visible
from app.clocks import due
from app.people import Department
from app.people.current import person

blueprint = Blueprint("services", __name__)


@blueprint.get("/services/<slug>")
def show(slug):
    """The service and its form, with what the person typed the last time."""
    filling = _filling(slug)
    typed = filling.typed()
    return _page(slug, filling, filling.open(typed), typed=typed)


@blueprint.get("/services/<slug>/drawing")
def drawing(slug):
    """The drawing of today's version, before anybody asks."""
    g.drawing = True
    service = _service(slug)
    version = published(service.current_version_id)
    places = [
        {"id": one.id, "name": version.element_name(one.id, ui.reader().language), "state": "ahead"}
        for one in version.diagram.elements.values()
        if one.process == version.diagram.process and one.kind in SHOWN
    ]
    return render_template("cases/service_drawing.html", service=service, version=version, outline=places)


@blueprint.get("/services/<slug>/drawing.bpmn")
def drawing_file(slug):
    version = published(_service(slug).current_version_id)
    return version.drawing, {"Content-Type": "application/xml"}


@blueprint.post("/services/<slug>/examination")
def examine(slug):
    """The form after a change: computed fields, conditionals, rows; what was typed is saved."""
    filling = _filling(slug)
    raw = filling.form.gather(form_pairs())
    typed = filling.keep(raw)
    return render_template("cases/form_part.html", seen=filling.examine(raw), typed=typed, **_urls(slug))


@blueprint.post("/services/<slug>/draft")
def keep(slug):
    """Save what was typed, while it is typed."""
    filling = _filling(slug)
    return render_template("cases/saved.html", typed=filling.keep(filling.form.gather(form_pairs())))


@blueprint.delete("/services/<slug>/draft")
@blueprint.post("/services/<slug>/draft-removal")
def forget(slug):
    """Throw away what was typed."""
    _filling(slug).forget()
    return redirect(url_for("services.show", slug=slug), 303)


@blueprint.post("/services/<slug>/cases")
def create(slug):
    """Send the form: a case, or the same page with what is wrong."""
    service = _service(slug)
    filling = _filling(slug, service)
    raw = filling.form.gather(form_pairs()) if filling.form else {}
    seen = filling.examine(raw, submit=True) if filling.form else None
    if seen is not None and not seen.accepted:
        if raw.get("_add") or raw.get("_remove"):
            return _page(slug, filling, seen, typed=filling.keep(raw))
        return _page(slug, filling, seen), 422
    by, now = person(), read_clock()
    values = seen.values if seen else {}
    case = open_case(
        service,
        values,
        requester=by,
        now=now,
        once=request.form.get("once") or None,
        beneficiary=beneficiary_of(values, by),
    )
    keep_files(case, values)
    filling.forget()
    return redirect(url_for("requests.show", number=case.number, sent=1), 303)


def _service(slug):
    return visible(person(), slug) or abort(404)


def _filling(slug, service=None):
    service = service or _service(slug)
    return for_service(
        service, published(service.current_version_id), person=person(), now=read_clock(), reader=ui.reader()
    )


def _urls(slug) -> dict:
    return {
        "examine_url": url_for("services.examine", slug=slug),
        "upload_url": url_for("files.create"),
        "pick_url": url_for("people.options"),
    }


def _page(slug, filling, seen, typed=None):
    service = _service(slug)
    version = published(service.current_version_id)
    by = person()
    department = db.session.scalar(select(Department).where(Department.key == version.department))
    promised = version.promise and due(
        filling.now,
        version.promise,
        hours=by.site.hours if by.site else None,
        zone=by.time_zone,
        answers=seen.values if seen else {},
    )
    return render_template(
        "cases/service.html",
        service=service,
        version=version,
        text=version.text(ui.reader().language),
        seen=seen,
        typed=typed,
        department=department,
        promised=promised,
        once=request.form.get("once") or secrets.token_urlsafe(16),
        **_urls(slug),
    )
