"""What happened: to one service for whoever may look at it, to everything for auditors and administrators."""

import csv
import io

from flask import Blueprint, Response, render_template, request
from sqlalchemy import select

from app.base import db, pick, read_clock
from app.cases import NotThere
from app.catalog import Service, offers
from app.people import Department, Person
from app.people.current import person
from app.studio.auditing import KINDS, Filter, Scope, actors, sentence, trail
from app.studio.drafts import Draft
from app.studio.rights import GRANT, VIEW, Rights
from app.studio.routes.stage import stage
from app.studio.wording import sheet_csv
from app.ui import reader

blueprint = Blueprint("studio_audit", __name__, url_prefix="/studio")
PAGE = 50
MOST_LINES = 20_000


@blueprint.get("/<slug>/audit")
def show(slug):
    """The trail of one service."""
    at = stage(slug)
    return _page(Scope(), _filter(service=slug), stage=at, tab="", slug=slug)


@blueprint.get("/<slug>/audit.csv")
def show_csv(slug):
    """The trail of one service as a file."""
    stage(slug)
    return _file(Scope(), _filter(service=slug), slug)


@blueprint.get("/audit")
def show_all():
    """The trail of all services and rights, or of those of the departments in which one names people."""
    return _page(_scope(), _filter(), slug="")


@blueprint.get("/audit.csv")
def show_all_csv():
    """The same as a file."""
    return _file(_scope(), _filter(), "studio")


def _scope() -> Scope:
    """What this person may read about. Auditors and administrators only; for others the page is not there."""
    rights = Rights.of(person())
    if not rights.audits:
        raise NotThere
    if rights.everywhere:
        return Scope()
    departments = frozenset(rights.departments_to(GRANT))
    slugs = {offer.slug for _service, offer in rights.services(VIEW) if offer.department in departments}
    drafts = {one.slug for one in rights.drafts(VIEW) if one.department in departments}
    closed = db.session.scalars(select(Draft.slug).where(Draft.department.in_(departments), Draft.service_id.is_(None)))
    return Scope(frozenset(slugs | drafts | set(closed)), departments)


def _filter(service: str = "") -> Filter:
    asked = request.args
    return Filter(service or asked.get("service", ""), asked.get("person", ""), asked.get("kind", ""))


def _page(scope, only, **shown) -> str:
    before = request.args.get("before", type=int)
    found = trail(scope, only, before=before, limit=PAGE + 1)
    more = len(found) > PAGE
    departments = _departments()
    lines = [(one, sentence(one, reader().language, departments)) for one in found[:PAGE]]
    page = "studio/audit.html" if shown.get("stage") else "studio/audit-all.html"
    return render_template(page, lines=lines, more=lines[-1][0].id if more else None, only=only, kinds=_kinds(),
                           people=_people(), services=_services(scope, {one.service for one in found}), **shown)


def _file(scope, only, name) -> Response:
    departments, text = _departments(), io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["at", "kind", "service", "by", "about", "sentence"])
    for one in trail(scope, only, limit=MOST_LINES):
        cells = (one.at.isoformat(), one.kind, one.service, one.by.key if one.by else "",
                 one.about.key if one.about else "", sentence(one, reader().language, departments))
        writer.writerow([sheet_csv.harmless(cell) for cell in cells])
    answer = Response(text.getvalue().encode("utf-8-sig"), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{read_clock().date().isoformat()}.csv"'
    return answer


def _departments() -> dict[str, str]:
    rows = db.session.execute(select(Department.key, Department.names))
    return {key: pick(names, reader().language, key) for key, names in rows}


def _people() -> list[Person]:
    return sorted(actors(), key=lambda one: one.name(reader().language))


def _services(scope, shown: set[str]) -> dict[str, str]:
    """Slug -> name of the services one may choose, and of those on the page."""
    rows = db.session.execute(select(Service.slug, Service.current_version_id).where(
        Service.current_version_id.is_not(None))).all()
    known = offers([version for _slug, version in rows])
    names = {slug: known[version].name(reader().language) for slug, version in rows}
    wanted = scope.services if scope.services is not None else {*names, *shown}
    return {slug: names.get(slug, slug) for slug in sorted(wanted) if slug}


def _kinds() -> list[str]:
    return sorted({kind.partition(".")[0] for kind in KINDS})
