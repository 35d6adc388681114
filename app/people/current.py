"""Who is at the other end of this request: the signed-in person, and how they read pages."""

from flask import Flask, abort, g, redirect, request, session, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import bindparam, select
from sqlalchemy.orm.attributes import set_committed_value

from app.base import organisation, read_clock
from app.base.reading import columns, things
from app.people.person import Person
from app.people.site import Site
from app.ui import CALENDARS, LANGUAGES, THEMES, Reader


class Limited(Limiter):
    """Counts at the addresses that bear a limit; all others are not asked, request after request, whether they do."""

    def _check_request_limit(self, callable_name=None, in_middleware=True):
        if not in_middleware:
            super()._check_request_limit(callable_name, in_middleware)


limiter = Limited(key_func=get_remote_address, headers_enabled=True)
_login = LoginManager()
WITHOUT_PERSON = ("asset", "static")
OF_ONE_TRY = ("_login_user", "api_person")  # rows of a transaction that may have been rolled back
CHOICES = {"language": LANGUAGES, "calendar": CALENDARS, "theme": THEMES}


_BY_ID = select(*columns(Person, Site)).where(Person.id == bindparam("id"), Person.active).outerjoin_from(Person, Site)


class SignedIn(UserMixin):
    """What the session holds: the person's id and epoch, so that counting the epoch up signs out everywhere."""

    def __init__(self, person: Person):
        self.person = person

    def get_id(self) -> str:
        return f"{self.person.id}.{self.person.session_epoch}"


def install(app: Flask):
    """Sets up signing in; the web application calls `begin` inside the transaction of each request."""
    limiter.init_app(app)
    _login.init_app(app)
    _login.session_protection = "basic"


def person() -> Person:
    """The signed-in person; a stranger is asked to sign in."""
    if g.get("person") is None:
        _ask_to_sign_in()
    return g.person


def person_or_none() -> Person | None:
    """The signed-in person, or None for a stranger."""
    return g.get("person")


def sign_in(found: Person):
    """A new session for `found`: nothing of the one before is kept."""
    session.clear()
    login_user(SignedIn(found))
    session.permanent = True
    g.person, g.reader = found, reader_of(found)


def sign_out():
    logout_user()
    session.clear()
    g.person = None


def reader_of(found: Person) -> Reader:
    return Reader(found.language, found.calendar, found.time_zone, found.theme)


def strangers_reader() -> Reader:
    """As chosen before signing in; else the browser's language and the organisation's calendar."""
    offered = organisation().languages
    chosen = {name: session.get(name) for name, known in CHOICES.items() if session.get(name) in known}
    language = chosen.get("language") or request.accept_languages.best_match(offered, offered[0])
    calendar = chosen.get("calendar", organisation().calendar)
    return Reader(language, calendar, organisation().zone, chosen.get("theme", "auto"))


def begin():
    """Every request finds `g.person` (None for a stranger) and `g.reader`; one that is tried again finds them anew."""
    g.person = None
    for name in OF_ONE_TRY:
        g.pop(name, None)
    if request.endpoint in WITHOUT_PERSON:
        return
    if current_user.is_authenticated:
        g.person = current_user.person
        _stay()
    g.reader = reader_of(g.person) if g.person else strangers_reader()


def _stay():
    """A session ends a month after the day of its last use; its cookie is renewed with the first page of each day."""
    today = read_clock().date().isoformat()
    if session.get("used") != today:
        session["used"] = today


@_login.user_loader
def _load(id: str) -> SignedIn | None:
    """One statement: the person with the site, whose zone every page reads times in."""
    number, _, epoch = id.partition(".")
    if not number.isdigit() or not epoch.isdigit():
        return None
    for found, site in things(_BY_ID, {"id": int(number)}, Person, Site):
        set_committed_value(found, "site", site)
        return SignedIn(found) if found.session_epoch == int(epoch) else None
    return None


@_login.unauthorized_handler
def _ask_to_sign_in():
    """To the sign-in page and back to this one; a fragment or a form keeps what is on the page and says so."""
    if request.method != "GET" or "HX-Request" in request.headers:
        abort(401)
    here = request.full_path.rstrip("?")
    abort(redirect(url_for("signing.show", next=here) if here != "/" else url_for("signing.show")))
