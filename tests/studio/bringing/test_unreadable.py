"""A drawing that nobody can read says so where it would be drawn, and what to do."""

import pytest
from playwright.sync_api import expect

from tests.support.acting import Acting

pytestmark = pytest.mark.browser
OOPS = b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>\n<oops"


@pytest.mark.parametrize(("language", "head", "another"), [
    ("en", "This file cannot be drawn", "Bring another drawing"),
    ("fa", "این پرونده را نمی‌توان کشید", "آوردن نموداری دیگر"),
])
def test_the_reason_stands_in_place_of_the_drawing_and_no_tools(page, language, head, another):
    Acting(page, language).become("omar")
    page.goto("/studio/new")
    page.set_input_files("[name=files]", {"name": "broken.bpmn", "mimeType": "text/xml", "buffer": OOPS})
    there = page.locator(".drawing-unread")
    expect(there.get_by_role("heading")).to_have_text(head)
    expect(there.locator("[data-why]")).not_to_be_empty()
    expect(page.locator(".djs-palette")).to_be_hidden()
    expect(page.locator(".drawing-wait")).to_be_hidden()
    expect(there.get_by_role("link")).to_have_count(3)
    there.get_by_role("link").first.click()
    expect(page.locator(".source")).to_be_visible()
