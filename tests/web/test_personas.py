"""A whole service played in a browser by the people it is for, in English and in Persian."""

import pytest
from playwright.sync_api import expect

from app.base import transaction
from app.cases import Case, Incident, open_case
from app.catalog import Service, sync
from app.people import Person as Who
from tests.support.acting import Acting, Person
from tests.support.desk import SAMPLES

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
DATES = {"en": ("20 April 2026", "22 April 2026"), "fa": ("۱۴۰۵/۰۱/۳۱", "۱۴۰۵/۰۲/۰۲")}
NAMES = {"en": "Nima", "fa": "نیما"}
DONE = {"en": "Done", "fa": "انجام"}
REFUSED = {"en": "Not approved", "fa": "تأیید نشد"}
WAITING = {"en": "Nadia", "fa": "نادیا"}


@pytest.mark.parametrize("language", ["en", "fa"])
def test_leave_from_the_catalogue_to_its_end(clock, page, language):
    act = Acting(page, language).become("sara")
    page.goto("/catalogue")
    page.locator("a[href='/services/leave']").first.click()
    first, last = DATES[language]
    act.fill(kind="annual", from_date=first, to_date=last, stand_in=Person(NAMES[language]))
    number = act.send()
    expect(page.locator(".notice.good")).to_contain_text(number)
    act.become("mona").open_task(number, "groups").fill(balance="18", balance_enough="yes", overlap="no").decide()
    act.become("nima").open_task(number).decide("accepted")
    act.become("sara")
    expect(act.state(number)).to_contain_text(WAITING[language])
    act.become("nadia").open_task(number).decide("approved")
    act.become("mona").open_task(number, "groups").fill(
        recorded=["calendar", "balance", "stand_in"], balance_after="15"
    ).decide()
    act.become("sara")
    page.goto(f"/requests/{number}?tab=drawing")
    page.wait_for_selector(".drawing .m-done")
    expect(page.locator(".outline .done").nth(5)).to_be_attached()
    expect(page.locator("html")).to_have_attribute("dir", "ltr" if language == "en" else "rtl")


@pytest.mark.parametrize("language", ["en", "fa"])
def test_an_approver_is_kept_from_refusing_without_a_word(clock, page, language):
    act = Acting(page, language).become("sara")
    page.goto("/services/leave")
    first, last = DATES[language]
    act.fill(kind="annual", from_date=first, to_date=last, stand_in=Person(NAMES[language]))
    number = act.send()
    act.become("mona").open_task(number, "groups").fill(balance="18", balance_enough="yes", overlap="no").decide()
    act.become("nima").open_task(number).decide("accepted")
    act.become("nadia").open_task(number)
    page.click(".decision [value=rejected]")
    page.wait_for_selector(".field.wrong #comment")
    act.decide("rejected", "The desk would be empty")
    act.become("sara")
    expect(act.state(number)).to_contain_text(REFUSED[language])
    expect(page.get_by_text("The desk would be empty").first).to_be_attached()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_an_owner_mends_what_cannot_go_on(clock, desk, page, language):
    with desk.app.app_context(), transaction():
        sync(SAMPLES, clock.now)
        broken = Service.query.filter_by(slug="broken").one()
        number = open_case(broken, {"amount": 0}, requester=Who.by_key("ali"), now=clock.now).number
    act = Acting(page, language).become("nadia")
    page.goto("/operations")
    page.locator(".operation summary").first.click()
    page.fill("[name=values]", '{"amount": 4}')
    page.click(".operation .btn.primary")
    page.wait_for_selector(".empty")
    act.become("ali")
    expect(act.state(number)).to_contain_text(DONE[language])
    with desk.app.app_context():
        assert Case.query.filter_by(number=number).one().state == "fulfilled"
        assert Incident.query.one().resolved_by.key == "nadia"


def test_a_form_is_not_lost_when_the_browser_is_closed(clock, page, browsing, site):
    act = Acting(page).become("sara")
    page.goto("/services/purchase")
    page.locator("form.service-form input[type=text]").first.type("Two network switches")
    page.wait_for_selector("#saved .saved")
    with browsing.context(site.url) as other:
        again = Acting(other.new_page()).become("sara")
        again.page.goto("/services/purchase")
        expect(again.page.locator("form.service-form input[type=text]").first).to_have_value("Two network switches")
    assert act.page.url.endswith("/services/purchase")
