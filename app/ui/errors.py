"""The pages that say what went wrong, in words, and what happens to what was typed."""

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, InternalServerError

_PAGES = (401, 403, 404, 405, 409, 413, 422, 429, 500, 503)


def install(app: Flask):
    app.register_error_handler(HTTPException, show)


def show(error: HTTPException):
    """The page of an HTTP error; what is not for a reader (a redirect, an answer of its own) passes."""
    if error.response is not None or error.code is None or error.code < 400:
        return error
    if isinstance(error, InternalServerError):
        return page(500)
    return page(error.code)


def page(status: int, sentence: str = "", action: tuple[str, str] | None = None) -> Response:
    """An error page with the status. `sentence` says it better than the usual words; `action` is (label, url)."""
    title, usual, icon = words(status if status in _PAGES else 500)
    content = render_template(
        "ui/error.html", status=status, heading=title, sentence=sentence or usual, icon_name=icon,
        action=action or (_("Go to the home page"), "/"), bare="HX-Request" in request.headers,
    )
    return make_response(content, status)


def words(status: int) -> tuple[str, str, str]:
    """Heading, sentence and icon."""
    gone = (_("This page is not here"),
            _("It may have moved, or it is not meant for you. Nothing was changed."), "search")
    known = {
        401: (_("Please sign in"), _("What you typed is kept on this page."), "lock"),
        403: (_("This is not yours to do"), _("Ask the owner of the service if you think it should be."), "lock"),
        409: (_("Somebody was faster"),
              _("This has changed since you opened it. What you typed is kept."), "user-check"),
        413: (_("This is too large"), _("Send smaller files, or fewer at once. Nothing was sent."), "file"),
        422: (_("Some answers need a look"), _("Nothing was sent yet. What you typed is kept."), "triangle-alert"),
        429: (_("Too many tries"), _("Wait a minute and try again."), "clock"),
        500: (_("Something broke on our side"),
              _("It is written down and somebody will look. Go back: what you typed is still there."), "life-buoy"),
        503: (_("Mizban is busy"), _("Wait a moment and try again. What you typed is kept."), "clock"),
    }
    return known.get(status, gone)
