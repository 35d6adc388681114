"""Fixtures of the tests of cases."""

import pytest

from tests.support.play import Play


@pytest.fixture
def office(shop, clock):
    """Named people acting on the services of the repository."""
    with shop.app_context():
        yield Play(clock)
