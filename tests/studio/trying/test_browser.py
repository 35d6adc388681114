"""Trying a draft in a browser: two people side by side, the clock, a walk kept, the way to what nobody walked."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.base import transaction
from app.catalog import Service
from app.people import Person as Who
from app.studio.drafts import Draft, open_for_service
from tests.support.acting import Acting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
FIRST, LAST = "2026-04-20", "2026-04-22"
NAMES = {"en": ("Sara", "Nima"), "fa": ("سارا", "نیما")}


@pytest.fixture
def tried(clock, site, desk):
    """The leave service has a draft."""
    with desk.app.app_context(), transaction():
        open_for_service(Service.query.filter_by(slug="leave").one(), by=Who.by_key("leila"), now=clock.now)


def begin(page, language) -> Acting:
    """Leila begins a play as Sara."""
    act = Acting(page, language).become("leila")
    page.goto("/studio/leave/try")
    page.wait_for_selector(".try-coverage .djs-container .mark.times")
    page.locator(".try-begin [data-drop]").first.click()
    page.fill("[name='requester._text']", NAMES[language][0])
    page.click("#f-requester-list [data-value=sara]")
    page.wait_for_selector("input[name=requester][value=sara]", state="attached")
    page.click(".try-begin button.primary")
    page.wait_for_url(re.compile(r"/try/plays/\d+"))
    return act


def ask(act, page, language):
    act.fill(kind="annual", from_date=FIRST, to_date=LAST)
    page.fill("[name='stand_in._text']", NAMES[language][1])
    page.click("#f-stand_in-list [data-value=nima]")
    page.wait_for_selector("input[name=stand_in][value=nima]", state="attached")
    act.drawn_anew()
    page.click(".try-form .btn.primary")
    page.wait_for_selector("#card")


def finish(act, page, **values):
    act.fill(**values)
    page.locator("#card .bar .btn.primary").last.click()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_two_people_play_it_and_it_is_kept_as_a_walk(tried, desk, page, language):
    act = begin(page, language)
    ask(act, page, language)
    expect(page.locator(".try-seat > header h2")).to_have_count(2)
    finish(act, page, balance="18", balance_enough="yes", overlap="no")
    page.wait_for_selector("#card button[name=outcome][value=accepted]")
    expect(page.locator(".try-stage .tag-now")).to_have_count(1)
    clock = page.locator("[data-clock] time")
    before = clock.get_attribute("datetime")
    page.click(".try-time button[value=hour]")
    expect(clock).not_to_have_attribute("datetime", before)
    page.click("#card button[name=outcome][value=accepted]")
    page.click("#card button[name=outcome][value=approved]")
    page.wait_for_selector("#card [name=recorded][type=checkbox]")
    expect(page.locator(".try-told li").first).to_be_attached()
    page.click("[data-dialog=keep-walk]")
    page.fill("#walk-name", "Kept here")
    page.click("#keep-walk .primary")
    page.wait_for_url(re.compile(r"/studio/leave/try\?kept="))
    expect(page.locator(".try-walks b", has_text="Kept here")).to_have_count(1)
    expect(page.locator(".try-walks .trouble")).to_have_count(0)
    with desk.app.app_context(), transaction(write=False):
        assert Draft.open_of("leave").spec["walks"][-1]["steps"][1] == {"until": "2026-04-07T07:30:00+00:00"}


def test_a_jump_to_the_next_timer_fires_it_and_stepping_back_undoes_it(tried, page):
    act = begin(page, "en")
    ask(act, page, "en")
    finish(act, page, balance="18", balance_enough="yes", overlap="no")
    page.click(".try-time button[value=next]")
    page.wait_for_selector(".try-seat:has-text('Nadia')")
    page.click("text=Step back")
    page.wait_for_selector("#card button[name=outcome][value=accepted]")
    page.reload()
    expect(page.locator("#card button[name=outcome][value=accepted]")).to_have_count(1)


def test_the_way_to_what_nobody_walked_is_shown_and_played(tried, page):
    Acting(page).become("leila")
    page.goto("/studio/leave/try")
    page.locator(".try-walks li", has_text="Correct the request").get_by_role("link", name="Walk it").click()
    page.wait_for_selector(".try-begin [name=toward]", state="attached")
    page.goto("/studio/leave/try?toward=Refused_manager")
    page.click(".try-begin button.primary")
    page.wait_for_selector(".try-hint b")
    page.click(".try-hint button")
    page.wait_for_url(re.compile(r"came=1"))
    page.wait_for_selector(".try-hint", state="detached")
    expect(page.locator(".outline [data-element=Refused_manager] .done")).to_have_count(1)


def test_try_from_here_plays_up_to_the_element(tried, page):
    Acting(page).become("leila")
    page.goto("/studio/leave")
    page.wait_for_selector("[data-studio][data-ready]")
    page.locator(".studio-outline button", has_text="Approve the leave").first.evaluate("one => one.click()")
    page.click("[data-try][href*=Approve_manager]")
    page.wait_for_url(re.compile(r"/try/plays/\d+\?came=1"))
    page.wait_for_selector(".try-stage .m-now")
    expect(page.locator(".try-stage .tag-now")).to_contain_text("Nadia")


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_pages_can_be_read_out(tried, page, language):
    Acting(page, language).become("leila")
    for path in ("/studio/leave/try", "/studio/leave/try?from=Check_balance"):
        page.goto(path)
        page.wait_for_selector(".djs-container .djs-shape")
        found = Axe().run(page).response["violations"]
        assert [f"{one['id']} {one['nodes'][0]['target']}" for one in found] == []
    page.set_viewport_size({"width": 360, "height": 800})
    for path in (page.url, "/studio/leave/try"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_is_shown_and_not_kept(tried, desk, page, tmp_path):
    attachments = desk.settings.home / "attachments"
    before = set(attachments.rglob("*"))
    act = begin(page, "en")
    act.fill(kind="sick", from_date="20 April 2026", to_date="24 April 2026")
    page.wait_for_selector("[data-files]")
    note = tmp_path / "note.pdf"
    note.write_bytes(b"%PDF-1.4 nothing")
    page.set_input_files("[data-files] input[type=file]", str(note))
    page.wait_for_selector(".file-row.ready")
    assert set(attachments.rglob("*")) == before
