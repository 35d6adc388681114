"""Fixtures of the catalogue's tests."""

import pytest

from app.base import transaction
from app.catalog import forget, sync
from tests.catalog.paper import Paper


@pytest.fixture
def paper(tmp_path) -> Paper:
    """A catalogue of one small service, in files."""
    return Paper(tmp_path)


@pytest.fixture
def read(context, paper, now):
    """`read()`: syncs the paper catalogue in a transaction of its own and gives the report."""
    forget()

    def read_it():
        with transaction():
            return sync(paper.root, now)

    yield read_it
    forget()
