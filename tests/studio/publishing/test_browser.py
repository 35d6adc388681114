"""Publishing as people do it, in a browser: asked for, looked at by a second person, set back."""

import pytest
from playwright.sync_api import expect

from app.base import db, read_clock, transaction
from app.catalog import Service, published
from app.people import Person
from app.studio.drafts import Draft, open_for_service, save
from tests.support.acting import Acting
from tests.support.stories import work_until_idle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]


@pytest.fixture
def drafted(site, desk):
    """`drafted("leave", "mona", order=7)`: a draft of this service at the running site, with these keys changed."""
    with desk.app.app_context():
        def draft(slug, by, files=None, **spec):
            with transaction():
                who, now = Person.by_key(by), read_clock()
                one = open_for_service(Service.query.filter_by(slug=slug).one(), by=who, now=now)
                save(one, by=who, now=now, seen=one.revision, what="words", spec=spec, files=files)
            return slug

        yield draft


def live(slug):
    db.session.remove()
    return published(Service.query.filter_by(slug=slug).one().current_version_id)


def answer_for_everything(page, note):
    together = page.locator("[name='reason-for-all']")
    (together if together.count() else page.locator("[name^='reason:']")).last.fill("We know.")
    page.fill("#note", note)
    accept = page.locator("[name=ways-accepted]")
    if accept.count():
        accept.check()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_one_asks_another_looks_and_people_get_it(page, drafted, language):
    texts = {key: {**text, "summary": f"{text['summary']} 2027"} for key, text in live("leave").spec["texts"].items()}
    drafted("leave", "mona", texts=texts)
    Acting(page, language).become("mona")
    page.goto("/studio/leave/publish")
    page.wait_for_selector(".drawing .djs-container svg .djs-element")
    answer_for_everything(page, "The summary names the year.")
    page.click("#publish-form .btn.primary")
    number = page.locator("#under-way a bdi").first.inner_text()
    assert live("leave").number == 1
    acting = Acting(page, language).become("leila").open_task(number)
    expect(page.locator("#task a[href='/studio/leave/publish']")).to_have_count(1)
    acting.decide("approved")
    work_until_idle()
    assert live("leave").number == 2
    page.goto("/studio/leave/versions")
    expect(page.locator("#version-2")).to_contain_text("The summary names the year.")
    Acting(page, language).become("sara")
    page.goto("/catalogue")
    expect(page.locator("main")).to_contain_text("2027")


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_version_before_comes_back_with_one_click(page, drafted, language):
    drafted("equipment", "omar", order=3)
    Acting(page, language).become("omar")
    page.goto("/studio/equipment/publish")
    page.locator("[name='running'][value=finish]").or_(page.locator("#note")).first.wait_for()
    answer_for_everything(page, "It stands higher.")
    page.click("#publish-form .btn.primary")
    page.wait_for_selector("#published")
    page.goto("/studio/equipment/versions")
    page.locator("#version-1 [data-dialog=back-1]").click()
    page.fill("#note-1", "It was better.")
    page.click("#back-1 .btn.primary")
    page.wait_for_selector("#version-3")
    assert (live("equipment").number, live("equipment").order) == (3, 20)
    assert Draft.open_of("equipment") is None
