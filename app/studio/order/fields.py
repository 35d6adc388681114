"""What is chosen on the page, read into the spec of a draft; what does not fit is said in a sentence at its field."""

import re
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import select

from app.base import NotASpan, Span, db, latin_digits
from app.cases.assignment import find
from app.catalog import Category, Service, offers
from app.catalog.audience import check_audience
from app.catalog.circle import Circle
from app.catalog.grants import EVERYONE
from app.catalog.shape import KINDS
from app.engine import ExpressionBroken
from app.engine.feel import FeelError, compile_expression
from app.people import Department, Directory, Group, Site
from app.studio.drafts import Draft
from app.studio.order.assignment import KINDS as ASSIGNMENTS
from app.studio.order.assignment import Assignment
from app.studio.order.lanes import lanes_of

CIRCLES = {"departments": Department, "sites": Site, "groups": Group}
KEY = re.compile(r"[\w.-]{0,80}")
ICON = re.compile(r"[a-z0-9-]{1,40}")
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")
UNITS = {"minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D", "weeks": "P{}W"}
PRIORITIES = ("P1", "P2", "P3", "P4", "P5")


class Unfit(ValueError):
    """A field holds what cannot be kept: `field` is its name, the message the sentence for it."""

    def __init__(self, field: str, sentence: str):
        self.field = field
        super().__init__(sentence)


def read_section(section: str, draft: Draft, form, now: datetime) -> dict:
    """Changed keys of the spec (None removes one) from the fields of a section. Raises Unfit."""
    return _READERS[section](draft, form, now)


def _place(draft, form, _now) -> dict:
    code, kind, category = form.get("id", "").strip().upper(), form.get("kind", ""), form.get("category", "")
    # Who has no code yet chooses a place all the same; the findings remind of it.
    if not CODE.fullmatch(code) and (code or draft.spec.get("id")):
        raise Unfit("id", _("A code is made of Latin letters, digits and dashes, such as IT-03."))
    if other := code and _bearer_of(code, draft):
        raise Unfit("id", _("“%(service)s” has this code already.", service=other))
    known = db.session.scalars(select(Category.key).where(Category.department == draft.department)).all()
    order = latin_digits(form.get("order", "").strip())
    if not re.fullmatch(r"\d{1,4}", order, re.ASCII):
        raise Unfit("order", _("Write a whole number, such as 20: smaller ones stand first."))
    return {"id": code, "kind": kind if kind in KINDS else draft.spec.get("kind", "request"),
            "category": category if category in known else None,
            "icon": form["icon"] if ICON.fullmatch(form.get("icon", "")) else None,
            "order": int(order), "listed": None if form.get("listed") else False}


def _bearer_of(code, draft) -> str | None:
    """The slug of another service, or of another open draft, that bears this code."""
    rows = db.session.execute(select(Service.slug, Service.current_version_id).where(
        Service.current_version_id.is_not(None), Service.slug != draft.slug)).all()
    offered = offers([version for _slug, version in rows])
    drafts = db.session.scalars(select(Draft).where(Draft.closed_at.is_(None), Draft.slug != draft.slug))
    codes = [(slug, offered[version].code) for slug, version in rows]
    codes += [(one.slug, one.spec.get("id")) for one in drafts]
    return next((slug for slug, other in codes if other == code), None)


def _audience(_draft, form, _now) -> dict:
    chosen = form.get("audience", "everyone")
    if chosen == "some":
        circle = Circle(*(_known(form.getlist(f"audience.{kind}"), model) for kind, model in CIRCLES.items()))
        if not circle:
            raise Unfit("audience", _("Choose at least one department, site or group."))
        return {"audience": circle.feel}
    said = form.get("audience.feel", "").strip() if chosen == "feel" else chosen
    said = said if chosen != "feel" or said.startswith("=") else f"={said}"
    try:
        check_audience(said)
    except (ValueError, ExpressionBroken) as broken:
        raise Unfit("audience.feel", _("This expression cannot be read: %(why)s", why=str(broken))) from broken
    return {"audience": said}


def _known(keys: list[str], model) -> tuple[str, ...]:
    """The keys that bear something, in their order."""
    there = set(db.session.scalars(select(model.key).where(model.key.in_(keys))))
    return tuple(key for key in keys if key in there)


def _owner(_draft, form, now) -> dict:
    kind = form.get("owner", "group")
    key = form.get(f"owner.{kind}", "").strip().removeprefix("group:")
    said = f"group:{key}" if kind == "group" and key else key
    if not said or not find([said], Directory(now)):
        raise Unfit(f"owner.{kind}", _("Choose a person or a group of this organisation."))
    return {"owner": said}


def _lanes(draft, form, now) -> dict:
    bound = dict(draft.spec.get("lanes") or {})
    for lane in lanes_of(draft.spec, draft.contents()):
        kind = form.get(f"{lane.id}.kind")
        if kind is None:
            continue
        value = form.get(f"{lane.id}.{kind}", "").strip().removeprefix("group:")
        if kind != "feel" and not KEY.fullmatch(value):
            raise Unfit(f"{lane.id}.feel", _("Choose a person or a group of this organisation."))
        chosen = Assignment(kind if kind in ASSIGNMENTS else "", value)
        if kind == "feel" and value:
            _refuse_unreadable(f"{lane.id}.feel", chosen.expression)
        bound[lane.id] = chosen.expression
    return {"lanes": {id: said for id, said in bound.items() if said} or None}


def _refuse_unreadable(field, expression):
    try:
        compile_expression(expression.removeprefix("="))
    except FeelError as broken:
        raise Unfit(field, _("This expression cannot be read: %(why)s", why=str(broken))) from broken


def _promise(_draft, form, _now) -> dict:
    calendar = form.get("calendar", "working")
    if form.get("promise") == "none":
        return {"promise": None}
    if form.get("promise") != "priority":
        time = _span(form, "time")
        return {"promise": {"time": time, "calendar": calendar} if time else None}
    told = {}
    for priority in PRIORITIES:
        time, own = _span(form, f"{priority}.time"), form.get(f"{priority}.calendar", "")
        if time:
            told[priority] = {"time": time, "calendar": own} if own and own != calendar else time
    if not told:
        raise Unfit("P1.time", _("Write a time for at least one priority."))
    return {"promise": {"by_priority": told, "calendar": calendar}}


def _span(form, name) -> str:
    amount = latin_digits(form.get(name, "").strip())
    if not amount:
        return ""
    said = UNITS.get(form.get(f"{name}.unit", ""), "{}").format(amount)
    try:
        Span.read(said)
    except NotASpan as broken:
        raise Unfit(name, _("Write a number, such as 3.")) from broken
    return said


def _calls(draft, form, _now) -> dict:
    if form.get("calls") == EVERYONE:
        return {"callable_by": EVERYONE}
    known = set(db.session.scalars(select(Department.key))) - {draft.department}
    chosen = [key for key in form.getlist("calls.departments") if key in known] if form.get("calls") == "some" else []
    return {"callable_by": chosen or None}


_READERS = {
    "place": _place, "audience": _audience, "owner": _owner, "lanes": _lanes, "promise": _promise, "calls": _calls,
}
