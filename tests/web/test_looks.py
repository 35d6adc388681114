"""The main pages as people see them, in three languages, light and dark, on a desk and on a phone."""

from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.base import transaction
from app.people import Person
from tests.support.acting import Acting
from tests.support.stories import tell, work_until_idle
from tests.ui.test_translations import catalogue

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
LOOKS = {  # name: language, calendar, theme, size
    "desk": ("en", "gregorian", "light", (1440, 900)),
    "persian": ("fa", "jalali", "dark", (1440, 900)),
    "arabic": ("ar", "hijri", "light", (1440, 900)),
    "phone": ("en", "gregorian", "dark", (360, 800)),
    "persian phone": ("fa", "jalali", "light", (360, 800)),
}
READ_OUT = ("desk", "persian", "persian phone")
PAGES = {
    "nadia": ("/", "/inbox", "/inbox?next=1", "/inbox?view=groups", "/inbox?view=hidden", "/operations", "/notices"),
    "sara": (
        "/requests", "/requests?view=ended", "/requests/{number}", "/requests/{number}?tab=drawing",
        "/requests/{number}?tab=answers", "/requests/{number}?tab=files", "/services/purchase", "/catalogue",
        "/search?q=laptop", "/search?q=xyz", "/me",
    ),
}
# What each service and person is called, and what somebody wrote, may be English on a Persian page.
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.checkVisibility() && !node.parentElement.closest("[lang], bdi, script, .message"))
      found.push(node.data.trim());
  }
  return found.concat([...document.querySelectorAll("[aria-label], [title], [placeholder]")]
    .flatMap((one) => ["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name))).filter(Boolean));
}"""


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
    language, calendar, theme, (width, height) = LOOKS[look]
    _read_as(desk, person, language, calendar, theme)
    page.set_viewport_size({"width": width, "height": height})
    Acting(page, language).become(person)
    wrong = []
    for path in PAGES[person]:
        page.goto(path.format(number=number))
        troubles = _troubles(page, language) + (_axe(page) if look in READ_OUT else [])
        wrong += [f"{path}: {trouble}" for trouble in troubles]
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


def _read_as(desk, key, language, calendar, theme):
    with desk.app.app_context(), transaction():
        person = Person.by_key(key)
        person.language, person.calendar, person.theme = language, calendar, theme


def _troubles(page, language) -> list:
    html = page.locator("html")
    found = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than the screen")
    if (html.get_attribute("lang"), html.get_attribute("dir")) != (language, "ltr" if language == "en" else "rtl"):
        found.append("another language or direction")
    if language != "en":
        found += [f"not translated: {text!r}" for text in page.evaluate(TEXTS) if text in _english(language)]
    return found


def _axe(page) -> list:
    return [f"{one['id']} {one['nodes'][0]['target']}" for one in Axe().run(page).response["violations"]]


@cache
def _english(language) -> frozenset:
    """Texts of the pages that look otherwise in this language."""
    messages = (message for message in catalogue(language) if isinstance(message.id, str) and message.id)
    return frozenset(message.id for message in messages if message.string != message.id)
