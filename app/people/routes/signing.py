"""Signing in and out; language, calendar and theme."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, session, url_for

from app.people import current
from app.people.cast import cast
from app.people.person import Person

blueprint = Blueprint("signing", __name__)


@blueprint.get("/sign-in")
def show():
    if g.person:
        return redirect(inner(request.args.get("next")))
    return _page()


@blueprint.post("/sign-in")
@current.limiter.limit("30/minute")
@current.limiter.limit("10/minute", key_func=lambda: "name:" + request.form.get("name", "").strip().lower()[:80])
def create():
    found = Person.by_sign_in(request.form.get("name", ""), request.form.get("password", ""))
    if found is None:
        return _page(name=request.form.get("name", ""), wrong=True), 422
    current.sign_in(found)
    return redirect(inner(request.form.get("next")), 303)


@blueprint.post("/sign-in/demo")
def step_into():
    """One click into a person of the demo; elsewhere this address does not exist."""
    if not _in_demo():
        abort(404)
    found = next((part.person for part in cast() if part.person.key == request.form.get("person")), None)
    if found is None:
        abort(404)
    current.sign_in(found)
    return redirect(inner(request.form.get("next")), 303)


@blueprint.post("/sign-out")
def remove():
    current.sign_out()
    return redirect(url_for("signing.show"), 303)


@blueprint.post("/reader")
def reader():
    """How one reads: kept on the person, or in the session of a stranger."""
    for name, known in current.CHOICES.items():
        value = request.form.get(name)
        if value in known and g.person:
            setattr(g.person, name, value)
        elif value in known:
            session[name] = value
    return redirect(inner(request.form.get("next")), 303)


def inner(address: str | None) -> str:
    """The address if it leads to a page of this installation, else the home page."""
    address = (address or "/").strip()
    parts = urlsplit(address)
    outside = parts.scheme or parts.netloc or not address.startswith("/") or address.startswith(("//", "/\\"))
    return address if not outside and address.isprintable() else "/"


def _page(**known) -> str:
    parts = cast() if _in_demo() else []
    return render_template("people/sign_in.html", cast=parts, next=inner(request.values.get("next")), **known)


def _in_demo() -> bool:
    return current_app.extensions["settings"].demo
