"""The hottest rows, read by plain statements; the session holds what was read as if it had read it itself.

The session's own way prepares its loading of every column anew for each statement, at three times the cost of the
statement. For the few reads that every request makes that is most of what the database costs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sqlalchemy.orm.attributes import instance_state, manager_of_class, set_committed_value

from app.base.db import db
from app.base.writing import carry_out


def columns(*models) -> list:
    """What to select for `things` to be made of: every column of these models, in order."""
    return [column for model in models for column in model.__table__.c]


def things(statement, values: dict, *models) -> list[tuple]:
    """For every row one thing of each model, None where a join found nothing; things known already are renewed."""
    session = db.session()
    session.flush()
    return [tuple(_things(session, row, models)) for row in carry_out(statement, values)]


def thing(statement, values: dict, model):
    """The one thing found, or None."""
    found = things(statement, values, model)
    return found[0][0] if found else None


def _things(session, row, models):
    begin = 0
    for model in models:
        shape = _shape(model)
        values = row[begin : begin + len(shape.names)]
        begin += len(shape.names)
        # The key stands first: without it there is no row.
        yield _hold(session, shape, values) if values[0] is not None else None


def _hold(session, shape, values):
    key = shape.identity(tuple(values[place] for place in shape.key))
    known = session.identity_map.get(key)
    if known is not None:
        for name, value in zip(shape.names, values, strict=True):
            set_committed_value(known, name, value)
        return known
    thing = shape.make()
    thing.__dict__.update(zip(shape.names, values, strict=True))
    instance_state(thing).key = key  # with an identity it counts as read and not as new
    session.add(thing)
    return thing


@dataclass(frozen=True)
class Shape:
    """What making things of a model takes: names of its columns, places of its key, its identities, empty things."""

    names: tuple[str, ...]
    key: tuple[int, ...]
    identity: Callable
    make: Callable


@cache
def _shape(model) -> Shape:
    table = model.__table__
    names = tuple(column.name for column in table.c)
    key = tuple(names.index(column.name) for column in table.primary_key)
    return Shape(names, key, model.__mapper__.identity_key_from_primary_key, manager_of_class(model).new_instance)
