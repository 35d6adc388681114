"""Who is reading this page, and when: the only place where ui touches the request."""

from datetime import datetime

from flask import g, has_request_context, request

from app.base import read_clock
from app.ui.reader import LANGUAGES, Reader


def reader() -> Reader:
    """The reader put into g by the people room; a stranger gets the language the browser asks for."""
    if not has_request_context():
        return Reader()
    if "reader" not in g:
        g.reader = Reader(language=request.accept_languages.best_match(LANGUAGES, "en"))
    return g.reader


def now() -> datetime:
    """One moment for the whole page, so that its times agree."""
    if not has_request_context():
        return read_clock()
    if "now" not in g:
        g.now = read_clock()
    return g.now
