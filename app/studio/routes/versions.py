"""The versions of a service: what people got and when, compared, set back, retired, offered again."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.base import Refusal, db, read_clock
from app.cases.routes.filled import refusal_words
from app.catalog import Broken, ServiceVersion, offer_again, published, retire
from app.people.current import person
from app.studio.comparing import compare, picture
from app.studio.publishing import Publication, set_back
from app.studio.publishing.callers import callers_of
from app.studio.publishing.evidence import running_on
from app.studio.rights import PUBLISH, VIEW, Rights
from app.studio.routes.differences import lines, painted
from app.studio.routes.stage import stage

blueprint = Blueprint("studio_versions", __name__, url_prefix="/studio")


@blueprint.get("/<slug>/versions")
def show(slug):
    """Every version with its note, who published it, and how many requests run on it."""
    return _page(slug)


@blueprint.get("/<slug>/versions/<int:old>/<int:new>")
def compared(slug, old, new):
    """Two versions as one picture and as a list."""
    service = Rights.of(person()).service(slug, VIEW)
    before, after = (published(_version(service, number).id) for number in (old, new))
    difference = compare(before, after)
    g.drawing = True
    return render_template(
        "studio/compared.html", stage=stage(slug), tab="", before=before, after=after, difference=difference,
        lines=lines(difference, before, after), marks=painted(difference, before, after))


@blueprint.get("/<slug>/versions/<int:old>/<int:new>/drawing.bpmn")
def compared_drawing(slug, old, new):
    """The newer drawing with what is gone put back into it."""
    service = Rights.of(person()).service(slug, VIEW)
    before, after = (published(_version(service, number).id) for number in (old, new))
    return picture(before, after, compare(before, after)), {"Content-Type": "application/xml"}


@blueprint.get("/<slug>/versions/pair")
def chosen(slug):
    """The two versions ticked on the page, the older first."""
    numbers = sorted(set(request.args.getlist("of", type=int)))
    if len(numbers) != 2:
        return _page(slug, _("Tick two versions to see what is different.")), 422
    return redirect(url_for("studio_versions.compared", slug=slug, old=numbers[0], new=numbers[1]), 303)


@blueprint.post("/<slug>/roll-back")
def create_roll_back(slug):
    """Publish an earlier version once more; its number is `number`."""
    service = Rights.of(person()).service(slug, PUBLISH)
    number = _version(service, request.form.get("number", 0, type=int)).number
    note = request.form.get("note", "").strip()
    back = {"number": number, "note": note}
    if not note:
        return _page(slug, back={**back, "sentence": _("Say why: it is told to everybody who answers for it.")}), 422
    try:
        set_back(service, number, by=person(), now=read_clock(), note=note)
    except Broken as broken:
        sentence = _("Version %(number)s cannot be published today: %(why)s", number=number, why=broken)
        return _page(slug, back={**back, "sentence": sentence}), 422
    except Refusal as refusal:
        return _page(slug, refusal_words(refusal), back={**back, "sentence": refusal_words(refusal)}), 422
    return redirect(url_for("studio_versions.show", slug=slug), 303)


@blueprint.post("/<slug>/retirement")
def create_retirement(slug):
    """Nobody can ask for it from now on; what runs finishes."""
    return _deed(slug, retire)


@blueprint.post("/<slug>/retirement-removal")
def remove_retirement(slug):
    """Offer it again, in the version that was live last."""
    return _deed(slug, offer_again)


def _deed(slug, verb):
    service = Rights.of(person()).service(slug, PUBLISH)
    try:
        verb(service, by=person(), now=read_clock())
    except Refusal as refusal:
        return _page(slug, refusal_words(refusal)), 422
    return redirect(url_for("studio_versions.show", slug=slug), 303)


def _page(slug, refused="", back=None):
    """`back`: {number, note, sentence} where going back to a version was refused."""
    service = Rights.of(person()).service(slug, VIEW)
    found = select(ServiceVersion).where(ServiceVersion.service_id == service.id).order_by(ServiceVersion.number.desc())
    versions = list(db.session.scalars(found))
    return render_template(
        "studio/versions.html", stage=stage(slug), tab="", service=service, versions=versions, refused=refused,
        back=back, running=running_on(service), callers=callers_of(slug),
        publications={one.version_id: one for one in Publication.of(slug) if one.version_id})


def _version(service, number) -> ServiceVersion:
    found = select(ServiceVersion).where(ServiceVersion.service_id == service.id, ServiceVersion.number == number)
    return db.session.scalar(found) or abort(404)
