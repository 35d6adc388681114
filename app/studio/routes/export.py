"""A service to take along: one zip of its files, as they lie in catalog/, workflows/ and forms/."""

from flask import Blueprint, Response, abort, request
from sqlalchemy import select

from app.base import db
from app.catalog import ServiceVersion, parcel_of, published, zipped
from app.people.current import person
from app.studio.rights import VIEW, Rights

blueprint = Blueprint("studio_export", __name__, url_prefix="/studio")


@blueprint.get("/<slug>/export")
def show(slug):
    """The draft, or with `version` that version; the same contents always give the same bytes."""
    rights = Rights.of(person())
    number = request.args.get("version", type=int)
    if number is None:
        draft = rights.draft(slug, VIEW)
        name, files = f"{slug}-draft-{draft.number}", parcel_of({**draft.spec, "slug": slug}, draft.contents())
    else:
        version = _version(rights.service(slug, VIEW), number)
        name, files = f"{slug}-{number}", parcel_of(version.spec, version.files)
    answer = Response(zipped(files), mimetype="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.zip"'
    return answer


def _version(service, number):
    found = select(ServiceVersion.id).where(ServiceVersion.service_id == service.id, ServiceVersion.number == number)
    id = db.session.scalar(found)
    if id is None:
        abort(404)
    return published(id)
