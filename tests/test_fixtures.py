"""The ground that tests stand on holds: fresh databases, visitors, a clock that obeys, a site for browsers."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.base import read_clock, transaction
from app.people import Person


@pytest.mark.parametrize("turn", [1, 2])
def test_every_test_finds_the_demo_organisation_untouched(context, turn):
    with transaction() as session:
        assert Person.by_key("sara").theme == "auto"
        Person.by_key("sara").theme = "dark"
        assert session.query(Person).count() == 19


def test_a_visitor_is_signed_in_and_a_stranger_is_not(app, visit):
    assert app.test_client().get("/").status_code in (302, 303)
    assert visit("sara").get("/").status_code == 200


def test_the_clock_stands_still_until_it_is_moved(clock):
    began = read_clock()
    assert read_clock() == began
    assert clock.forward(hours=8) - began == timedelta(hours=8) == read_clock() - began


@pytest.mark.browser
def test_a_browser_signs_in_with_a_click(page):
    page.goto("/sign-in")
    page.get_by_role("button", name="Sara Ahmadi").click()
    page.wait_for_url("/")
    expect(page.get_by_role("navigation").first).to_be_visible()
