"""The catalogue's pages, and how promises and audiences are said on every page."""

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _
from sqlalchemy import select

from app import ui
from app.base import db, pick
from app.catalog.browse import every, general, shelves
from app.catalog.circle import Circle
from app.catalog.offer import Offer
from app.catalog.promise import Promise
from app.catalog.search import matching
from app.people import Department, Group, Site
from app.people.current import person
from app.ui import formats

blueprint = Blueprint("catalog", __name__)


@blueprint.get("/catalogue")
@blueprint.get("/catalogue/<department>")
def show(department=None):
    """Departments and categories beside the services; with `q` only those that hold the words."""
    entries = every(person())
    everything = request.args.get("show") == "all"
    listed = [entry for entry in entries if everything or entry.may_ask]
    whole, shown = shelves(entries, listed)
    chosen = next((shelf for shelf in whole if shelf.key == department), None)
    if department and chosen is None:
        abort(404)
    category = request.args.get("category") if chosen else None
    words = request.args.get("q", "").strip()[:200]
    page = "catalog/rows.html" if "HX-Request" in request.headers else "catalog/show.html"
    return render_template(
        page, chosen=chosen, category=category, everything=everything, words=words, shelves=shown, whole=len(listed),
        groups=_groups(listed, shown, chosen, category, words), general=general(entries))


def _groups(entries, shelves, chosen, category, words) -> list[tuple[dict, list]]:
    """Pairs of names and rows: what was searched for in one piece, else by department or by category."""
    within = [entry for entry in entries if chosen is None or entry.offer.department == chosen.key]
    if category:
        within = [entry for entry in within if entry.offer.category == category]
    if words:
        return [({}, matching(within, words, ui.reader().language))]
    if category:
        return [({}, within)]
    if chosen:
        return _parted(within, chosen.categories, lambda entry: entry.offer.category)
    return _parted(within, shelves, lambda entry: entry.offer.department)


def _parted(entries, parts, key_of):
    named = {part.key for part in parts}
    groups = [(part.names, [entry for entry in entries if key_of(entry) == part.key]) for part in parts]
    rest = [entry for entry in entries if key_of(entry) not in named]
    return [group for group in (*groups, ({}, rest)) if group[1]]


@blueprint.app_template_filter()
def in_language(texts: dict) -> str:
    """Texts by language, in the reader's."""
    return pick(texts, ui.reader().language)


@blueprint.app_template_filter()
def promise_words(promise: Promise | None) -> str:
    """"3 working days", "4 h", "at most 5 working days, by priority"; nothing where nothing is promised."""
    if promise is None or promise.longest is None:
        return ""
    said = formats.span(promise.longest, ui.reader(), ui.now(), working=promise.working)
    return _("at most %(time)s, by priority", time=said) if promise.depends else said


@blueprint.app_template_filter()
def audience_words(offer: Offer) -> str:
    """Who may ask, in words."""
    known = {"everyone": _("Everyone"), "employees": _("Employees"), "managers": _("Managers")}
    return known.get(offer.audience) or offer.text(ui.reader().language)["who"] or _circle_words(offer)


def _circle_words(offer: Offer) -> str:
    """An audience of departments, sites and groups is called by their names."""
    circle = Circle.read(offer.audience)
    if not circle:
        return _("Some people")
    asked = ((Department, circle.departments), (Site, circle.sites), (Group, circle.groups))
    return " · ".join(_names(model, keys) for model, keys in asked if keys)


def _names(model, keys) -> str:
    names = dict(db.session.execute(select(model.key, model.names).where(model.key.in_(keys))).all())
    return _(", ").join(pick(names.get(key), ui.reader().language, key) for key in keys)
