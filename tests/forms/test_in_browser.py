"""Forms under the hands of a person: what changes while one types, chooses, drops and sends."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
EVERYTHING = "/?language={language}&calendar={calendar}&theme={theme}"


def come(page, address="/"):
    """The page, with all that its form does beyond posting."""
    page.goto(address)
    page.wait_for_selector("html[data-forms]")


def test_a_field_appears_when_an_answer_asks_for_it_and_typed_text_stays(page):
    come(page)
    page.fill("#f-cost", "")
    page.type("#f-cost", "1234567.5")
    expect(page.locator("#f-cost")).to_have_value("1,234,567.5")
    page.select_option("#f-what", "other")
    page.wait_for_selector("#f-which")
    expect(page.locator("#f-cost")).to_have_value("1,234,567.5")
    page.select_option("#f-what", "laptop")
    page.wait_for_selector("#f-which", state="detached")


def test_a_person_is_found_by_typing_and_chosen_by_key(page):
    come(page)
    page.click("#f-who")
    page.keyboard.type("rez")
    page.wait_for_function("document.querySelectorAll('#f-who-list [role=option]').length === 2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".chip:has-text('Ali Rezaei')")
    assert page.evaluate("new FormData(document.querySelector('main form')).getAll('who')") == ["ali"]
    page.wait_for_selector(".form-text:has-text('set up for ali')")
    page.click(".chip [data-drop]")
    expect(page.locator(".chip")).to_have_count(0)


@pytest.mark.parametrize(("language", "calendar", "keys", "chosen"), [
    ("en", "gregorian", ["ArrowDown", "ArrowRight"], "Sun 29 November 2026"),
    ("fa", "jalali", ["PageDown", "ArrowLeft"], "سه‌شنبه ۱ دی ۱۴۰۵"),
    ("ar", "hijri", ["ArrowLeft", "ArrowDown"], "الأحد ١٩ جمادى الآخرة ١٤٤٨"),
])  # fmt: skip
def test_a_day_is_chosen_by_keys_in_the_readers_calendar(page, language, calendar, keys, chosen):
    come(page, EVERYTHING.format(language=language, calendar=calendar, theme="light"))
    page.click("#f-by-field [data-open]")
    page.wait_for_selector(".calendar :focus")
    for key in keys:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.locator("#f-by")).to_have_value(chosen)
    expect(page.locator("#f-by")).to_be_focused()


def test_files_go_ahead_and_wrong_ones_say_why(page, counter):
    come(page)
    page.set_input_files("#f-offer", [
        {"name": "offer.pdf", "mimeType": "application/pdf", "buffer": b"x" * 5000},
        {"name": "run.exe", "mimeType": "application/x-msdownload", "buffer": b"x"}])  # fmt: skip
    page.wait_for_selector(".file-row.ready:has-text('offer.pdf')")
    page.wait_for_selector(".file-row.refused:has-text('not taken here')")
    page.select_option("#f-what", "other")
    page.wait_for_selector("#f-which")
    expect(page.locator(".file-row")).to_have_count(2)
    page.click(".file-row.refused [data-drop]")
    page.click("text=Send request")
    page.wait_for_selector(".notice.wrong")
    assert counter.sent.values["offer"][0]["name"] == "offer.pdf"


def test_rows_come_and_go_and_the_new_one_has_the_focus(page):
    come(page)
    page.fill("[name='lines.0.item']", "Dock")
    page.click("[data-adds]")
    page.wait_for_selector("[name='lines.1.item']:focus")
    page.keyboard.type("Screen")
    page.click("[name=_remove][value='lines.0']")
    page.wait_for_selector("[name='lines.1.item']", state="detached")
    expect(page.locator("[name='lines.0.item']")).to_have_value("Screen")


def test_after_sending_the_summary_has_the_focus_and_leads_to_the_field(page):
    come(page)
    page.click("text=Send request")
    page.wait_for_selector(".notice.wrong:focus")
    page.click(".notice.wrong a >> nth=0")
    expect(page.locator("#f-who")).to_be_focused()
    page.select_option("#f-what", "laptop")
    page.wait_for_function("document.querySelectorAll('.notice.wrong li').length === 2")
    assert page.evaluate("document.activeElement.closest('.notice')") is None


@pytest.mark.parametrize(("language", "calendar", "theme"), [("en", "gregorian", "light"), ("fa", "jalali", "dark")])
def test_every_field_is_fit_for_everybody(page, language, calendar, theme):
    page.set_viewport_size({"width": 360, "height": 800})
    come(page, EVERYTHING.format(language=language, calendar=calendar, theme=theme))
    page.click("main form > .btn.primary")
    page.wait_for_selector(".notice.wrong")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page, context="main form", options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found] == []
