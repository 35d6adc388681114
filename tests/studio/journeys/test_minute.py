"""The short way from a sound drawing with its forms to the first request, and what may go wrong on it."""

import re

import pytest
from playwright.sync_api import expect

from app.base import db
from app.cases import Case
from app.catalog import Service, ServiceVersion
from app.studio.drafts import Draft
from tests.studio.journeys.sound import ask_first, go_live, sound_zip

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]


@pytest.fixture
def read(desk):
    """`read(lambda: ...)`: something of the database as it is now."""
    def look(question):
        with desk.app.app_context():
            db.session.remove()
            return question()

    return look


def draft(slug):
    return Draft.open_of(slug)


def version_of(number) -> int:
    """The number of the version that this request runs on."""
    return db.session.get(ServiceVersion, Case.query.filter_by(number=number).one().version_id).number


def versions(slug) -> int:
    service = Service.query.filter_by(slug=slug).one_or_none()
    return ServiceVersion.query.filter_by(service_id=service.id).count() if service else 0


def refuse(route):
    """The server has no time for what is saved."""
    route.fulfill(status=429) if route.request.method == "PUT" else route.continue_()


def test_from_the_drop_to_the_first_request(designer, page, tmp_path, read):
    giulia = designer("giulia").bring(sound_zip(tmp_path))
    assert (giulia.slug, giulia.findings()) == ("key", [])
    go_live(giulia)
    number = ask_first(page)
    assert read(lambda: version_of(number)) == 1


def test_bad_files_lose_nothing_of_what_was_there(designer, page, tmp_path, read):
    """A file that is none, one that cannot be read, a browser closed in the middle; at last it is live."""
    giulia = designer("giulia", "fa")
    nothing, broken = tmp_path / "notes.txt", tmp_path / "drawing.bpmn"
    nothing.write_text("Not a drawing.")
    broken.write_bytes(sound_zip(tmp_path).read_bytes()[:200])
    page.goto("/studio/new")
    page.set_input_files("input[name=files]", [str(nothing)])
    page.wait_for_selector("[role=alert] li")
    expect(page.locator("[data-drop-zone]")).to_have_count(1)
    giulia.bring(sound_zip(tmp_path))
    page.on("dialog", lambda asked: asked.accept())  # "leave without saving?", where it was tried more than once
    page.route("**/files/**", refuse)
    giulia.choose("Hand_out").page.locator(".studio-panel textarea").first.fill("Give the key")
    page.wait_for_selector("[data-saving=kept]")
    giulia.tab()
    page.locator(".drawing-bars .btn.primary").wait_for()
    page.unroute("**/files/**")
    page.locator(".drawing-bars .btn.primary").click()
    page.wait_for_selector("[data-saving=saved]")
    assert b"Give the key" in read(lambda: draft("key").file(draft("key").diagram_path))
    before = read(lambda: draft("key").files)
    giulia.tab("publish")
    page.click("#publish-form .btn.primary")
    page.wait_for_selector("#refused")
    assert read(lambda: (draft("key").files, versions("key"))) == (before, 0)
    go_live(giulia)
    assert read(lambda: versions("key")) == 1


def test_a_live_service_is_changed_while_its_request_runs_on(designer, page, tmp_path, read):
    giulia = designer("giulia").bring(sound_zip(tmp_path))
    go_live(giulia)
    number = ask_first(page)
    giulia.become("giulia")
    page.goto("/studio/key")
    page.get_by_role("button", name="Change this service").click()
    giulia.seen()
    with giulia.drawn():
        giulia.choose("Hand_out").page.get_by_label("Name, as people read it").fill("Give the key")
    giulia.publish("The last step has another name.")
    assert read(lambda: (version_of(number), versions("key"))) == (1, 2)
    page.goto("/studio/key/versions")
    page.locator("#version-1 [data-dialog=back-1]").click()
    page.fill("#note-1", "As it was.")
    page.click("#back-1 .btn.primary")
    page.wait_for_selector("#version-3")
    page.goto("/studio/key")
    expect(page.locator(".studio-head .sub")).to_contain_text(re.compile(r"\b3\b"))
