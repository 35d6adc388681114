"""The database session, its column types, and the only place that commits."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, MetaData, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.types import TypeDecorator

from app.base import hints
from app.base.failpoint import failpoint

_writing: ContextVar[bool] = ContextVar("writing", default=False)

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator):
    """An aware datetime in UTC; SQLite, which has no zones, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Plain = JSON().with_variant(JSONB(), "postgresql")
"""Plain JSON data: dicts, lists, text, numbers, true, false, null. PostgreSQL sorts the keys its own way."""

Written = JSON()
"""Plain JSON data that a person wrote and reads again: every engine keeps the order of its keys."""

Texts = Plain
"""One text in several languages: {"en": ..., "fa": ..., "ar": ...}."""


class Base(DeclarativeBase):
    registry = registry(type_annotation_map={datetime: Moment}, metadata=MetaData(naming_convention=NAMES))


# A session ends with its commit: making everything in it forget what it knows would be work for nobody.
db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
Model = db.Model


@contextmanager
def transaction(write: bool = True):
    """Returning commits, raising rolls back; what was hinted leaves after the commit."""
    # What somebody read before belongs to an older view of the data: a writer starts with a view of its own.
    db.session.remove()
    mark = _writing.set(write)
    session = db.session
    try:
        yield session
        _pass("commit", write)
        session.commit()
        _pass("committed", write)
        waiting = hints.take(session)
    except BaseException:
        session.rollback()
        hints.take(session)
        raise
    finally:
        _writing.reset(mark)
        session.remove()
    hints.send(waiting)


def _pass(place: str, write: bool):
    if write:
        failpoint(place)


def prepare_engine(engine):
    """SQLite as a server would behave: WAL, foreign keys on, a writer takes its turn at the start."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin_sqlite)


def _configure_sqlite(connection, _record):
    # The driver's own BEGIN comes too late: two readers that both turn writers would end in "database is locked".
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=30000",
        "cache_size=-32000",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection):
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")
