"""Audiences of departments, sites and groups: chosen from lists, written as FEEL, read back from it."""

import pytest

from app.catalog.circle import Circle
from app.engine import evaluate

ALI = {"key": "ali", "department": "it", "site": "milan", "groups": ["network", "night"], "manager": False}


@pytest.mark.parametrize(("circle", "belongs"), [
    (Circle(("it",)), True),
    (Circle(("hr", "it")), True),
    (Circle(("hr",)), False),
    (Circle(sites=("milan", "cairo")), True),
    (Circle(groups=("network",)), True),
    (Circle(groups=("day", "night")), True),
    (Circle(groups=("day", "dusk")), False),
    (Circle(("it",), ("milan",), ("day", "night")), True),
    (Circle(("it",), ("tehran",), ("day", "night")), False),
])
def test_a_circle_is_written_read_and_decided(circle, belongs):
    assert Circle.read(circle.feel) == circle
    assert evaluate(circle.feel, {"person": ALI}) is belongs


@pytest.mark.parametrize("said", [
    "everyone", "=person.manager", '=person.department = "it" or person.manager', '=person.department = "it" and true',
    '=person.department = "it" and person.department = "hr"', "=",
])
def test_other_audiences_are_no_circles(said):
    assert Circle.read(said) is None


def test_an_empty_circle_asks_nothing():
    assert not Circle()
