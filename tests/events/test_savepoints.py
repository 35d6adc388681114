"""Events and savepoints: what failed inside one has not happened, what came before it has."""

import pytest
from sqlalchemy import select

from app.base import db, transaction
from app.events import Event


class Failed(Exception):
    pass


def kinds() -> list[str]:
    with transaction(write=False):
        return list(db.session.scalars(select(Event.kind).order_by(Event.id)))


def test_what_was_noted_before_a_savepoint_outlives_its_rollback(context, now):
    with transaction():
        Event.record("first.happened", now=now)
        with pytest.raises(Failed), db.session.begin_nested():
            Event.record("inner.happened", now=now)
            raise Failed
        Event.record("last.happened", now=now)
    assert kinds() == ["first.happened", "last.happened"]


def test_what_was_noted_in_a_savepoint_that_held_is_kept(context, now):
    with transaction():
        with db.session.begin_nested():
            Event.record("inner.happened", now=now)
        Event.record("last.happened", now=now)
    assert kinds() == ["inner.happened", "last.happened"]


def test_a_transaction_that_failed_as_a_whole_has_noted_nothing(context, now):
    with pytest.raises(Failed), transaction():
        Event.record("first.happened", now=now)
        with db.session.begin_nested():
            Event.record("inner.happened", now=now)
        raise Failed
    assert kinds() == []
