"""The main pages as people see them, in three languages, light and dark, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.support.acting import Acting
from tests.support.looks import LOOKS, read_as, troubles
from tests.support.stories import tell, work_until_idle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
READ_OUT = ("desk", "persian", "persian phone")
PAGES = {
    "nadia": ("/", "/inbox", "/inbox?next=1", "/inbox?view=groups", "/inbox?view=hidden", "/operations", "/notices"),
    "sara": (
        "/requests", "/requests?view=ended", "/requests/{number}", "/requests/{number}?tab=drawing",
        "/requests/{number}?tab=answers", "/requests/{number}?tab=files", "/services/purchase", "/catalogue",
        "/search?q=laptop", "/search?q=xyz", "/me",
    ),
}


@pytest.fixture
def number(clock, desk, site):
    with desk.app.app_context():
        number = tell(clock.now)[0]
        work_until_idle()  # what the site's own sweeps would open a moment later, while somebody counts
        return number


@pytest.fixture(params=LOOKS)
def look(request):
    return request.param


@pytest.mark.parametrize("person", PAGES)
def test_the_main_pages_are_whole_readable_and_in_the_readers_language(desk, page, number, person, look):
    language, (width, height) = read_as(desk.app, person, look)
    page.set_viewport_size({"width": width, "height": height})
    Acting(page, language).become(person)
    wrong = []
    for path in PAGES[person]:
        page.goto(path.format(number=number))
        wrong += [f"{path}: {trouble}" for trouble in troubles(page, language, aloud=look in READ_OUT)]
    assert not wrong


def test_a_decision_on_the_phone_is_two_screens_and_can_be_undone(desk, page, number):
    page.set_viewport_size({"width": 360, "height": 800})
    Acting(page).become("nadia")
    page.goto("/inbox")
    whole = page.locator("[data-task]").count()
    page.locator("[data-task] a").first.click()
    page.wait_for_selector(".decision")
    page.locator(".inbox-list").wait_for(state="hidden")
    page.click(".decision [value=approved]")
    page.hover(".undo-bar")  # it waits while it is looked at
    above = "() => document.querySelector('.undo-bar').getBoundingClientRect().bottom"
    page.wait_for_function(above + " <= document.querySelector('.decision').getBoundingClientRect().top")
    page.click(".undo-bar button")
    page.wait_for_url("**undone=1")
    page.goto("/inbox")
    expect(page.locator("[data-task]")).to_have_count(whole)


def test_the_inbox_is_worked_by_keys(desk, page, number):
    Acting(page).become("nadia")
    page.goto("/inbox")
    second = page.locator("[data-task]").nth(1).get_attribute("data-task")
    third = page.locator("[data-task]").nth(2).get_attribute("data-task")
    page.keyboard.press("j")
    page.wait_for_selector("#task .decision")
    page.keyboard.press("j")
    page.wait_for_url(f"**task={second}")
    page.wait_for_selector(f"#task form[action='/tasks/{second}/completion']")
    page.keyboard.press("a")
    page.wait_for_url(f"**task={third}&done={second}")
    page.hover(".undo-bar")  # it waits while it is looked at
    expect(page.locator(".undo-bar")).to_contain_text("Undo")
    page.keyboard.press("z")
    page.wait_for_url(f"**task={second}&undone=1")


def test_at_home_a_decision_needs_one_click(desk, page, number):
    Acting(page).become("nadia")
    title = page.locator(".row:has(form.row-acts) .row-title").first.inner_text()
    page.locator("form.row-acts button").first.click()
    page.wait_for_selector(".undo-bar")
    assert page.url.split("?")[0].endswith("/")
    expect(page.locator(".rows").first).not_to_contain_text(title)
