"""One installation, opened for a command: its application, or one sentence about its database."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from app.cli.ready import read_settings
from app.web import create_app


@contextmanager
def installation() -> Iterator:
    settings = read_settings()
    try:
        app = create_app(settings)
        with app.app_context():
            yield app
    except OperationalError as trouble:
        where = make_url(settings.database_url).render_as_string(hide_password=True)
        why = str(trouble.orig).strip().splitlines()[0]
        raise click.ClickException(f"The database {where} cannot be used: {why}") from trouble
