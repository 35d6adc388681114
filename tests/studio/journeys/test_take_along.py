"""A service taken along as one zip, and brought elsewhere as a draft."""

import pytest

from app.catalog import Service, published
from app.studio.drafts import Draft

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_service_is_taken_along_and_brought_back_as_a_draft(designer, desk, page, tmp_path, language):
    working = designer("omar", language)
    page.goto("/studio/equipment/versions")
    with page.expect_download() as begun:
        page.locator("#version-1 a[download]").click()
    taken = tmp_path / "equipment.zip"
    begun.value.save_as(taken)
    working.bring(taken)
    assert working.slug != "equipment"
    with desk.app.app_context():
        live = published(Service.query.filter_by(slug="equipment").one().current_version_id)
        draft = Draft.open_of(working.slug)
        assert draft.spec["texts"] == live.spec["texts"]
        assert draft.spec["walks"] == live.spec["walks"]
        assert len(draft.files) == len(live.files)
    assert working.findings() == []
