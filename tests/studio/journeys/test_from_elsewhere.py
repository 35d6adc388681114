"""Models of other engines, from the file to a live service and a finished request, as people do it."""

import pytest

from app.base import db
from app.cases import Case
from tests.support.acting import Acting
from tests.support.stories import work_until_idle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]


@pytest.fixture
def state(desk):
    """`state("REQ-...")`: how the request stands in the database, once the work behind the pages is done."""
    def read(number: str) -> str:
        with desk.app.app_context():
            work_until_idle()
            db.session.remove()
            return Case.query.filter_by(number=number).one().state

    return read


def ask(page, slug, language="en", **answers) -> str:
    """Sara finds it in the catalogue and asks for it; the number of her request."""
    sara = Acting(page, language).become("sara")
    page.goto("/catalogue")
    page.locator(f"a[href*='/services/{slug}']").first.click()
    page.wait_for_url(f"**/services/{slug}**")
    return sara.fill(**answers).send()


def test_a_camunda_7_model_with_lanes_and_java(designer, corpus, page, state):
    omar = designer("omar").bring(corpus("camunda7-examples", "VacationRequest"))
    assert omar.open_points() == ["forms", *["words"] * 5, "try"]
    for element, words in (("ServiceTask_2", "Not this time."), ("ServiceTask_1", "It is booked.")):
        with omar.drawn():
            omar.choose(element).tell("Who asks", words)
    assert not [one for one in omar.findings("warning") if "another engine" in one]
    omar.tab("words").name_it(en=("Holidays", "Days off."), fa=("تعطیلات", "روزهای آزاد."), ar=("عطلة", "أيام راحة."))
    omar.say(audience="employees", id="IT-70", category="help", **{"Lane_1.kind": "manager", "Lane_2.kind": "group"})
    omar.say(**{"Lane_2.group": "it-assets"})
    omar.begin_play("sara", "Sara").act(name="Sara", startDate="2026-12-01", duration="3")
    omar.act(approved=True).act().keep("Granted")
    omar.publish("Holidays are asked for here.")
    number = ask(page, omar.slug, name="Sara", startDate="2026-12-01", duration="3")
    Acting(page).become("nadia").open_task(number).fill(approved=True).decide()
    Acting(page).become("nima").open_task(number, "groups").decide()
    assert state(number) == "fulfilled"
    Acting(page).become("sara")
    page.goto("/notices")
    page.get_by_text("It is booked.").first.wait_for()


@pytest.mark.parametrize(("language", "who", "group", "sara"), [
    ("en", "Who does it", "Network", "Sara"), ("fa", "چه کسی انجام می‌دهد", "شبکه", "سارا"),
], ids=["en", "fa"])
def test_a_camunda_8_model_with_a_form_inside(designer, corpus, page, state, language, who, group, sara):
    omar = designer("omar", language).bring(corpus("modelers", "Reference__C.9.2"))
    assert any("requestDocument_en" in one for one in omar.findings())
    with omar.drawn():
        omar.choose("Activity_0uvp3cb").page.keyboard.press("Delete")
    assert not [one for one in omar.findings() if "requestDocument_en" in one]
    with omar.drawn():
        omar.choose("UserTask_DecideOnApplication").give_to(who, group)
    omar.tab("words").name_it(en=("Check", "One looks."), fa=("بررسی", "نگاهی."), ar=("فحص", "نظرة."))
    omar.say(audience="employees", id="IT-71", category="help")
    omar.begin_play("sara", sara).act().act(approved=True).keep("Approved")
    omar.publish("People look at applications.")
    number = ask(page, omar.slug, language)
    ali = Acting(page, language).become("ali").open_task(number, "groups")
    ali.fill(applicationNumber="A-17", approved=True).decide()
    assert state(number) == "fulfilled"


def test_a_flowable_model_in_persian_and_looked_at_by_a_second_person(designer, corpus, page, state):
    mona = designer("mona", "fa").bring(corpus("flowable", "reviewSalesLead"))
    with mona.drawn():
        page.locator(".studio-findings .offer").first.click()
    for element in ("reviewCustomerRating", "reviewProfitability"):
        with mona.drawn():
            mona.choose(element).give_to("چه کسی انجام می‌دهد", "دفتر منابع انسانی")
    mona.tab("words").name_it(en=("Customer", "One looks."), fa=("مشتری تازه", "بررسی."), ar=("عميل", "نظرة."))
    mona.say(audience="employees", id="HR-71")
    mona.publish("خدمتی تازه است.")
    review = page.locator("#under-way a bdi").first.inner_text()
    Acting(page, "fa").become("leila").open_task(review).decide("approved")
    number = ask(page, mona.slug, "fa")
    Acting(page, "fa").become("sara").open_task(number).fill(customerName="کاوه").decide()
    for _ in range(2):
        leila = Acting(page, "fa").become("leila").open_task(number, "groups")
        if page.locator("[name=notEnoughInformation]").count():
            leila.fill(notEnoughInformation="false")
        leila.decide()
    assert state(number) == "fulfilled"
