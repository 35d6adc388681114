"""Tables: made at once in a new database, moved up step by step in an older one."""

from pathlib import Path

from flask_migrate import stamp, upgrade
from sqlalchemy import inspect

from app.base.db import db


def prepare_schema(migrations: Path) -> str:
    """Bring the database to today's tables; "new" or "up to date". Within an application context."""
    if inspect(db.engine).has_table("alembic_version"):
        upgrade(directory=str(migrations))
        return "up to date"
    with db.engine.begin() as connection:
        db.metadata.create_all(connection)
    stamp(directory=str(migrations))
    return "new"
