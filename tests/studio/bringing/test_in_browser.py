"""A file dropped on the page of a new service, and what one sees then."""

import re

import pytest
from playwright.sync_api import expect

from tests.studio.bringing.test_bringing import C7

pytestmark = pytest.mark.browser
NEW = "/studio/new"
NEVER_RUN = C7.replace(b' isExecutable="true"', b"")


def enter(page, key, language="en"):
    page.goto("/sign-in")
    page.click(f"button[name=person][value={key}]")
    page.wait_for_url("**/")
    if language != "en":
        page.goto(NEW)
        page.evaluate("""language => fetch("/reader", {method: "POST", body: new URLSearchParams(
            {language, next: "/", csrf_token: document.querySelector("meta[name=csrf]").content})})""", language)


@pytest.mark.parametrize(("language", "title", "undo"), [
    ("en", "New service", "Undo: take it as it was"), ("fa", "خدمت تازه", "برگشت: همان‌گونه که بود"),
])
def test_a_dropped_model_is_drawn_with_its_findings_and_taken_back(page, language, title, undo):
    enter(page, "omar", language)
    page.goto(NEW)
    page.wait_for_selector(f"h1:has-text('{title}')")
    page.set_input_files("[name=files]", {"name": "invoice.bpmn", "mimeType": "text/xml", "buffer": NEVER_RUN})
    page.wait_for_url(re.compile("/studio/pay-an-invoice$"))
    page.wait_for_selector(".djs-shape[data-element-id=pay]")
    there = page.locator(".studio-findings li.error").filter(has_text="keys.form").locator("a.offer")
    expect(there).to_have_attribute("href", "/studio/pay-an-invoice/forms")
    page.click(f"button:has-text('{undo}')")
    page.wait_for_selector(".brought", state="detached")
    page.wait_for_selector(".djs-shape[data-element-id=pay]")


def test_what_was_mended_is_read_and_closed_for_good(page):
    enter(page, "omar")
    page.goto(NEW)
    page.set_input_files("[name=files]", {"name": "invoice.bpmn", "mimeType": "text/xml", "buffer": NEVER_RUN})
    page.wait_for_url(re.compile("/studio/pay-an-invoice$"))
    page.wait_for_selector(".djs-shape[data-element-id=pay]")
    page.locator(".brought").get_by_role("button", name="Close").click()
    expect(page.locator(".brought")).to_have_count(0)
    page.reload()
    page.wait_for_selector(".djs-shape[data-element-id=pay]")
    expect(page.locator(".brought")).to_have_count(0)


def test_the_mark_of_the_modeler_does_not_lie_on_the_navigation_of_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 740})
    enter(page, "omar")
    page.goto("/studio/equipment")
    mark, bar = page.locator(".bjs-powered-by"), page.locator("nav.bottom")
    expect(mark).to_be_attached()
    over = """mark => { const bar = document.querySelector(".bottom").getBoundingClientRect();
        scrollBy(0, mark.getBoundingClientRect().top - bar.top - 4);
        const { left, width, top } = mark.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, Math.max(top, bar.top) + 4);
        return seen.closest(".bottom, .bjs-powered-by").className }"""
    assert mark.evaluate(over) == "bottom"
    mark.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 100)")
    assert mark.bounding_box()["y"] + mark.bounding_box()["height"] < bar.bounding_box()["y"]


def test_enter_behind_a_name_begins_the_empty_sheet(page):
    enter(page, "omar")
    page.goto(NEW)
    page.fill("#name", "Desk lamps")
    page.press("#name", "Enter")
    page.wait_for_url(re.compile("/studio/desk-lamps$"))
    expect(page.locator(".djs-shape[data-element-id=Do_work]")).to_be_visible()


def test_what_can_become_nothing_is_told_on_the_same_page(page):
    enter(page, "omar")
    page.goto(NEW)
    page.set_input_files("[name=files]", {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"hello"})
    page.wait_for_selector("[role=alert]:has-text('notes.txt is neither a drawing, a table nor a form')")


def test_the_shelf_finds_while_one_types(page):
    enter(page, "leila")
    page.goto("/studio")
    page.wait_for_selector(".row:has-text('Leave')")
    page.type("#words", "employee")
    page.wait_for_selector(".row:has-text('Leave')", state="detached")
    page.wait_for_selector(".row:has-text('New employee')")
