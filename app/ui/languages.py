"""gettext: the catalogues of the pages in app/translations."""

from pathlib import Path

from flask_babel import Babel

babel = Babel()


def translations() -> Path:
    return Path(__file__).parent.parent / "translations"
