"""What every page shares: the reader, formats and calendars, the frame and its parts, the front-end bundle."""

from pathlib import Path

from flask import Flask

from app.ui import assets, components, errors, filters
from app.ui.current import now, reader
from app.ui.digits import localized
from app.ui.filters import name_of
from app.ui.languages import babel, translations
from app.ui.letters import reading, render
from app.ui.loader import RoomLoader
from app.ui.reader import CALENDARS, LANGUAGES, THEMES, Reader

__all__ = [
    "CALENDARS", "LANGUAGES", "THEMES", "Reader", "install", "localized", "name_of", "now", "reader", "reading",
    "render",
]


def install(app: Flask):
    """Gives the app its templates, filters, translations, static files and error pages."""
    app.jinja_loader = RoomLoader(Path(__file__).parent.parent)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.config.setdefault("BABEL_TRANSLATION_DIRECTORIES", str(translations()))
    babel.init_app(app, locale_selector=lambda: reader().locale, timezone_selector=lambda: reader().zone)
    filters.install(app)
    assets.install(app)
    errors.install(app)
    if app.debug or app.testing:
        components.install(app)
