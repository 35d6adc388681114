"""Rendering for somebody who is not looking at a page: mails, in the reader's language, direction and calendar."""

from contextlib import contextmanager
from datetime import datetime

from flask import current_app, g, render_template
from flask_babel import force_locale

from app.ui.reader import Reader


@contextmanager
def reading(reader: Reader, now: datetime):
    """Everything rendered inside is for `reader`; links lead to the address of the installation."""
    settings = current_app.extensions["settings"]
    with current_app.test_request_context(base_url=settings.base_url):
        before = g.get("reader"), g.get("now")
        g.reader, g.now = reader, now
        try:
            with force_locale(reader.locale):
                yield
        finally:
            g.reader, g.now = before
            if before[0] is None:
                g.pop("reader")
                g.pop("now")


def render(template: str, **values) -> str:
    return render_template(template, **values)
