"""The small services with several versions, and Omar, who heads their department."""

import pytest

from tests.cases.moving.conftest import Office


@pytest.fixture
def office(play):
    return Office(play)


@pytest.fixture
def three(play):
    """Two at the approval, one at the order."""
    numbers = [play.open("purchase", what=f"Lamp {at}", amount=40) for at in range(3)]
    play.do(numbers[2], "Approve", by="nadia", outcome="approved")
    return numbers


@pytest.fixture
def omar(play, visit):
    """Omar, who publishes what his department offers."""
    return visit("omar")
