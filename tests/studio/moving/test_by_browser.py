"""Moving running requests in a browser: planned, tried, moved, undone; and a renamed step mapped, in Persian."""

import re

import pytest
from playwright.sync_api import expect

from app.base import read_clock, transaction
from app.catalog import Service, publish
from app.catalog.bundle import unpack
from app.people import Person
from tests.support import stories

RENAMED = (("Stand_in", "Accept_stand_in"),)
ATTRIBUTES = ("id", "bpmnElement", "attachedToRef", "sourceRef", "targetRef")


@pytest.fixture
def engine():
    return "sqlite"  # the same pages are read from both databases in the other tests


@pytest.fixture
def running(site, desk):
    """Two requests for leave, one waits for the stand-in and one for the manager; their numbers."""
    with desk.app.app_context():
        numbers = [stories.start(slug, at, far) for slug, at, far in (("leave", 0, 1), ("leave", 2, 2))]
        stories.work_until_idle()
        yield numbers


def change(*texts):
    """A new version of leave, whose drawing has these texts instead."""
    with transaction():
        service = Service.query.filter_by(slug="leave").one()
        old = service.current_version
        files, names = unpack(old.files), dict(old.spec["names"])
        drawing = files[old.spec["diagram"]].decode()
        for before, after in texts:
            drawing = drawing.replace(before, after)
        files[old.spec["diagram"]] = drawing.encode()
        names |= {new: names[gone] for gone, new in RENAMED if gone in names}
        publish("leave", {**old.spec, "names": names}, files, by=Person.by_key("leila"), now=read_clock(), note="")


def enter(page, key, language):
    page.goto("/sign-in")
    page.locator(f"button[name=person][value={key}]").click()
    page.wait_for_url("**/")
    token = page.evaluate("document.querySelector('input[name=csrf_token]').value")
    page.request.post("/reader", form={"language": language, "next": "/", "csrf_token": token})


def figure(page, at) -> object:
    return page.locator("#move-progress .figures li").nth(at)


def test_planned_tried_moved_and_undone(page, running):
    change(('name="Approve the leave"', 'name="Agree to the leave"'))
    enter(page, "leila", "en")
    page.goto("/studio/leave/versions")
    page.get_by_role("link", name="Move running requests").click()
    expect(page.locator("#moving-plan .djs-container")).to_be_visible()
    expect(page.locator(".mark.tag-now")).to_have_text(["1 request", "1 request"])
    expect(page.locator(".of-safe")).to_have_count(2)
    page.get_by_role("button", name="Try it").click()
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "done")
    expect(figure(page, 0)).to_have_text(re.compile("2would move"))
    page.get_by_role("button", name="Move the 2 that can").click()
    page.locator("#move-them").get_by_role("button", name="Move").click()
    expect(page.locator("h2").first).to_have_text("2 requests to version 2")
    expect(figure(page, 0)).to_have_text(re.compile("2moved"))
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "done")
    page.get_by_role("link", name=running[0]).click()
    expect(page.get_by_text("Moved to version 2 by Leila Haddad")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Undo").click()
    page.locator("#undo-move").get_by_role("button", name="Move back").click()
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "undone")
    expect(figure(page, 3)).to_have_text(re.compile("2moved back"))
    page.goto("/studio/leave/audit")
    expect(page.get_by_text("Leila Haddad undid the move to version 2")).to_be_visible()


def test_a_renamed_step_is_mapped_stopped_and_gone_on_with_in_persian(page, site, running):
    old, new = RENAMED[0]
    change(*((f'{name}="{old}"', f'{name}="{new}"') for name in ATTRIBUTES), (f">{old}<", f">{new}<"))
    enter(page, "leila", "fa")
    page.goto("/studio/leave/moving")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    row = page.locator(".of-mapping")
    expect(row).to_contain_text("جانشین می‌خواهد")
    expect(row).to_contain_text("در نسخهٔ تازه نیست")
    page.locator(f'select[name="map:{old}"]').select_option(new)
    expect(page.locator(".of-safe")).to_have_count(2)
    expect(page.locator("#moving-plan .djs-container")).to_be_visible()
    expect(page).to_have_url(re.compile(f"map%3A{old}={new}"))
    site.sweeper.stop()
    page.locator('[data-dialog="move-them"]').click()
    page.locator("#move-them .btn.primary").click()
    progress = page.locator("#move-progress")
    expect(progress).to_have_attribute("data-state", "moving")
    page.get_by_role("button", name="ایست").click()
    expect(progress).to_have_attribute("data-state", "stopped")
    expect(figure(page, 2)).to_contain_text("۲")
    page.get_by_role("button", name="ادامه").click()
    expect(progress).to_have_attribute("data-state", "moving")
    stories.work_until_idle()
    expect(progress).to_have_attribute("data-state", "done")
    expect(figure(page, 0)).to_contain_text("۲")
    page.get_by_role("link", name=running[0]).click()
    expect(page.get_by_text("آن را به نسخهٔ ۲ برد")).to_be_visible()
