"""The studio's pages as a designer sees them, in three languages, light and dark, on a desk and on a phone."""

import io

import pytest

from tests.studio.bringing.test_bringing import C7
from tests.support.acting import Acting
from tests.support.looks import LOOKS, read_as, troubles

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
READ_OUT = ("desk", "persian phone")
DRAFT = "/pay-an-invoice"
PAGES = {  # what is there when the page has come, where a script draws it
    "": None, "/new": None, "/rights": None, "/audit": None, "/problem/versions": None,
    DRAFT: "[data-studio][data-ready][data-checked]", f"{DRAFT}/forms": ".djs-shape", f"{DRAFT}/words": None,
    f"{DRAFT}/forms/forms/it/pay.form": ".fjs-properties-panel-placeholder, .bio-properties-panel",
    f"{DRAFT}/words/sheet": None, f"{DRAFT}/try": ".djs-shape", f"{DRAFT}/publish": None,
    f"{DRAFT}/history": None, f"{DRAFT}/audit": None,
}


@pytest.mark.parametrize("look", LOOKS)
def test_the_studio_is_whole_readable_and_in_the_readers_language(desk, site, page, visit, look):
    """A draft with all that can be missing: a form, names, people, an audience."""
    desk.app.config["WTF_CSRF_ENABLED"] = False
    visit("omar").post("/studio/drafts", data={"department": "it", "files": [(io.BytesIO(C7), "invoice.bpmn")]},
                       content_type="multipart/form-data")
    desk.app.config["WTF_CSRF_ENABLED"] = True
    language, (width, height) = read_as(desk.app, "omar", look)
    page.set_viewport_size({"width": width, "height": height})
    Acting(page, language).become("omar")
    wrong = []
    for path, there in PAGES.items():
        page.goto(f"/studio{path}")
        page.wait_for_selector(there or "main", state="attached")
        wrong += [f"{path}: {trouble}" for trouble in troubles(page, language, aloud=look in READ_OUT)]
    assert "\n".join(wrong) == ""
