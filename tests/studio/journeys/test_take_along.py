"""A service taken along as one zip, and brought elsewhere as a draft."""

import zipfile

import pytest

from app.studio.drafts import Draft

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
TAKE = {"en": "Take along", "fa": "همراه بردن"}


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_camunda_7_draft_goes_to_another_department(designer, corpus, desk, page, tmp_path, language):
    """The zip holds the three folders; what Giulia makes of it says the same."""
    omar = designer("omar", language).bring(corpus("camunda7-examples", "VacationRequest"))
    omar.tab("words").name_it(en=("Holidays", "Days off."), fa=("تعطیلات", "روزهای آزاد."), ar=("عطلة", "أيام راحة."))
    omar.say(**{"Lane_1.kind": "manager"})
    with page.expect_download() as begun:
        page.get_by_role("link", name=TAKE[language], exact=True).click()
    taken = tmp_path / "holidays.zip"
    begun.value.save_as(taken)
    assert {name.split("/")[0] for name in zipfile.ZipFile(taken).namelist()} == {"workflows", "forms", "catalog"}
    giulia = designer("giulia", language).bring(taken)
    assert giulia.slug != omar.slug
    with desk.app.app_context():
        one, other = Draft.open_of(omar.slug), Draft.open_of(giulia.slug)
        assert (one.department, other.department) == ("it", "facilities")
        assert other.spec["texts"] == one.spec["texts"]
        assert other.spec["lanes"] == one.spec["lanes"] == {"Lane_1": "=manager(beneficiary)"}
        assert other.contents() == one.contents()
