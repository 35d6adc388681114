"""The hottest rows, written by plain statements instead of the session's unit of work.

A flush looks at everything that the session holds and costs five times what its statements cost; an act on a case
writes the same few rows every time. What is written here the session knows as if it had read it.
"""

from functools import cache

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from app.base.db import db


def carry_out(statement, values=None):
    """Run a statement over plain tables in this transaction. The session is not asked: flush before what needs it."""
    return db.session.connection().execute(statement, values)


def put(thing):
    """Insert a new mapped thing with the columns that were given to it; its `id` is known afterwards."""
    table = type(thing).__table__
    given = {name: value for name, value in vars(thing).items() if name in table.c}
    thing.id = carry_out(_insert(table), given).inserted_primary_key[0]
    make_transient_to_detached(thing)
    db.session.add(thing)


def change(thing, **values):
    """Write these columns of a thing that the session holds; StaleDataError when its revision is another by now."""
    mapper, table = type(thing).__mapper__, type(thing).__table__
    key = {"its_id": thing.id}
    if mapper.version_id_col is not None:
        key["its_revision"] = thing.revision
        values["revision"] = thing.revision + 1
    if carry_out(_update(table, len(key) == 2), {**values, **key}).rowcount != 1:
        raise StaleDataError(f"The row of {table.name} {thing.id} is no longer as it was read.")
    for name, value in values.items():
        set_committed_value(thing, name, value)


@cache
def _insert(table):
    return insert(table)


@cache
def _update(table, fenced: bool):
    statement = update(table).where(table.c.id == bindparam("its_id"))
    return statement.where(table.c.revision == bindparam("its_revision")) if fenced else statement
