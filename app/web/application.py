"""The web application: rooms put together, one transaction a request, refusals turned into pages."""

from flask import Flask, Response, g, request
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFError, CSRFProtect
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, ServiceUnavailable
from werkzeug.middleware.proxy_fix import ProxyFix

from app import channels, ui
from app.base import (
    Organisation,
    PostOffice,
    Refusal,
    db,
    on_hint,
    prepare_engine,
    set_organisation,
    set_post_office,
    transaction,
)
from app.base.broker import HintSender
from app.base.failpoint import arm
from app.engine import StateTooLarge
from app.people import current
from app.settings import Settings
from app.web.door import refuse_what_cannot_be_kept
from app.web.refusals import answer_http_error, answer_refusal, answer_too_large
from app.web.rooms import BLUEPRINTS
from app.web.session import SignedCookies
from app.web.side import places

SAFE = ("GET", "HEAD", "OPTIONS")
TRIES = 4
CONFLICTS = ("40001", "40P01", "55P03", "23505")  # serialization, deadlock, lock timeout; the same key written twice
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors {within}; base-uri 'none'; manifest-src 'self'; "
    "frame-src 'self'"
)
csrf = CSRFProtect()


class Web(Flask):
    """Flask, with each request in one transaction that is tried again when it lost a race."""

    def ensure_sync(self, func):
        return func  # nothing here is asynchronous: there is no need to look at every function before calling it

    def dispatch_request(self):
        write = request.method not in SAFE and not self._only_asks()
        for attempt in range(1, TRIES + 1):
            try:
                # A page that wrote after all and lost is tried again as a writer, which waits for its turn.
                with transaction(write=write or attempt > 1) as session:
                    current.begin()
                    response = self.make_response(super().dispatch_request())
                    if response.status_code >= 400:
                        session.rollback()
                    return response
            except (IntegrityError, OperationalError, StaleDataError) as error:
                if not _lost_a_race(error):
                    raise
        raise ServiceUnavailable

    def _only_asks(self) -> bool:
        return getattr(self.view_functions.get(request.endpoint), "only_asks", False)


def create_app(settings: Settings) -> Flask:
    """The application for `settings`; nothing else is read from outside."""
    app = Web("mizban", static_folder=None, template_folder=None)
    app.config.update(_flask_settings(settings))
    app.session_interface = SignedCookies(app)
    app.extensions["settings"] = settings
    arm(settings.failpoint)
    set_organisation(Organisation(settings.calendar, settings.zone, settings.languages))
    set_post_office(PostOffice(settings.smtp_url, settings.mail_from))
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies)
    db.init_app(app)
    Migrate(app, db, directory=str(settings.migrations))
    with app.app_context():
        prepare_engine(db.engine)
    on_hint(HintSender(settings))
    app.before_request(refuse_what_cannot_be_kept)
    csrf.init_app(app)
    ui.install(app)
    current.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    csrf.exempt(channels.blueprint)
    app.context_processor(lambda: {"places": places(), "settings": settings})
    app.register_error_handler(Refusal, answer_refusal)
    app.register_error_handler(StateTooLarge, answer_too_large)
    app.register_error_handler(CSRFError, answer_http_error)
    app.register_error_handler(HTTPException, answer_http_error)
    app.after_request(_protect)
    return app


def _flask_settings(settings: Settings) -> dict:
    engine = {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 20} if not settings.sqlite else {}
    shared = settings.broker_url.startswith("redis")
    return {
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine,
        "SECRET_KEY": settings.secret_key,
        "MAX_CONTENT_LENGTH": settings.request_limit,
        "MAX_FORM_MEMORY_SIZE": settings.request_limit,
        "MAX_FORM_PARTS": 5000,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.base_url.startswith("https://"),
        "SESSION_COOKIE_NAME": "mizban",
        "SESSION_REFRESH_EACH_REQUEST": False,  # once a day is enough: see app/people/current.py
        "WTF_CSRF_TIME_LIMIT": None,
        "RATELIMIT_STORAGE_URI": settings.broker_url if shared else "memory://",
        "RATELIMIT_STORAGE_OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2} if shared else {},
        # Signing in must work while the broker is away: each process counts for itself then.
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": shared,
        "TESTING": settings.testing,
    }


def _lost_a_race(error) -> bool:
    if isinstance(error, StaleDataError):
        return True
    said = str(error.orig)
    return getattr(error.orig, "sqlstate", None) in CONFLICTS or "locked" in said or "UNIQUE constraint" in said


def _protect(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, "SAMEORIGIN" if name == "X-Frame-Options" and g.get("framed") else value)
    # The drawing's library sets styles on its elements; pages with a drawing say so through g.
    styles = " 'unsafe-inline'" if g.get("drawing") else ""
    # A preview stands in a frame of our own pages; nothing else may be put into a frame.
    within = "'self'" if g.get("framed") else "'none'"
    response.headers.setdefault("Content-Security-Policy", POLICY.format(styles=styles, within=within))
    if not request.path.startswith("/static"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response
