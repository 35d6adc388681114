"""The life of a service: from a Camunda 8 model and a form that lie apart, until it is retired and offered again."""

from types import SimpleNamespace as Words

import pytest
from playwright.sync_api import expect

from app.base import db
from app.cases import Case
from app.catalog import ServiceVersion
from tests.support import stories
from tests.support.acting import Acting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
NAMES = {"en": ("Invoices", "One pays."), "fa": ("صورت‌حساب", "پرداخت می‌شود."), "ar": ("فاتورة", "تُدفع.")}
ENGLISH = Words(
    end="Draw an end after it", name="Name, as people read it", starts="The form a request begins with",
    fills="What they fill in", who="Who does it", group="IT assets", step="Pay it", other="Pay it today",
    fix="3 things to fix", why="The service needs a name and a summary", lacks="Persian", begin="Change this service",
    later="On a date", calendar="gregorian", day="2026-04-10", planned="Version 2 goes live", date="10 Apr",
    compare="Compare", was="Version 1 to 2", retire="Retire", gone="Nobody can ask for this service",
    again="Offer again")
PERSIAN = Words(
    end="پس از آن پایان رسم کن", name="نام، چنان‌که دیده می‌شود", starts="فرمی که درخواست با آن آغاز می‌شود",
    fills="چه چیزی پر می‌کند", who="چه کسی انجام می‌دهد", group="تجهیزات فناوری اطلاعات", step="پرداخت کن",
    other="امروز پرداخت کن", fix="۳ مورد برای رفع", why="نام و خلاصه لازم دارد", lacks="فارسی",
    begin="تغییر این خدمت", later="در تاریخی", calendar="jalali", day="۱۴۰۵/۰۱/۲۱", planned="نسخهٔ ۲",
    date="۲۱ فروردین", compare="سنجش", was="نسخهٔ ۱ به ۲", retire="برداشتن از ارائه",
    gone="کسی نمی‌تواند این خدمت را بخواهد", again="ارائهٔ دوباره")


@pytest.fixture
def case(clock, desk):
    """`case("REQ-...")`: the state of the request and the number of its version, after all that is due was done."""
    def read(number: str) -> tuple[str, int]:
        with desk.app.app_context():
            stories.work_until_idle()
            db.session.remove()
            found = Case.query.filter_by(number=number).one()
            return found.state, db.session.get(ServiceVersion, found.version_id).number

    return read


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fa", PERSIAN)], ids=["en", "fa"])
def test_from_a_model_and_a_form_to_a_retired_service(designer, corpus, page, clock, case, language, words):
    omar = designer("omar", language)
    choose_calendar(page, words.calendar)
    omar.bring(corpus("camunda8", "user-task-definition"), corpus("camunda-modeler", "resources__diagram__simple.form"))
    bind(omar, words)
    is_refused(omar, words)
    omar.tab("words").name_it(**NAMES).say(audience="employees", id="IT-72")
    omar.publish("!")
    number = ask(page, omar, language)
    publish_later(omar.become("omar"), words)
    assert case(number) == ("in_progress", 1)
    clock.forward(days=3)
    assert case(number) == ("in_progress", 2)
    compare(omar.become("omar"), words)
    retire(omar, words)
    assert not offered(page, omar, language)
    Acting(page, language).become("nima").open_task(number, "groups").fill(creditor="Rossi", amount="90").decide()
    assert case(number)[0] == "fulfilled"
    offer_again(omar.become("omar"), words)
    assert offered(page, omar, language)


def choose_calendar(page, name):
    button = page.locator(f"button[name=calendar][value={name}]")
    page.locator("details.menu", has=button).locator("summary").click()
    with page.expect_navigation():
        button.click()


def bind(omar, words):
    """No step of the model names the form: start and step are given it by hand, the end is drawn by an offer."""
    page = omar.page
    with omar.drawn():
        page.get_by_role("button", name=words.end).first.click()
    with omar.drawn():
        page.locator(".studio-outline button").first.press("Enter")
        page.get_by_label(words.starts, exact=True).select_option("resources-diagram-simple")
        omar.choose("UserTask_1").page.get_by_label(words.name).fill(words.step)
        page.get_by_label(words.fills, exact=True).select_option("resources-diagram-simple")
        omar.give_to(words.who, words.group)


def is_refused(omar, words):
    """What stands in the way is said in one's own language, and nothing can be published."""
    page = omar.tab("publish").page
    expect(page.locator(".figures")).to_contain_text(words.fix)
    expect(page.locator("#findings .stops").filter(has_text=words.why)).to_contain_text(words.lacks)
    expect(page.locator("#publish-form .btn.primary")).to_be_disabled()


def ask(page, omar, language) -> str:
    """Sara finds it in the catalogue; the number of her request."""
    assert offered(page, omar, language)
    page.locator(f"a[href*='/services/{omar.slug}']").first.click()
    return Acting(page, language).fill(creditor="Bianchi", amount="120", invoiceNumber="C-7").send()


def offered(page, omar, language) -> bool:
    Acting(page, language).become("sara")
    page.goto("/catalogue")
    return page.locator(f"main a[href*='/services/{omar.slug}']").count() > 0


def publish_later(omar, words):
    """A second version, from Friday on, and the running request goes along."""
    page = omar.page
    page.goto(f"/studio/{omar.slug}")
    page.get_by_role("button", name=words.begin).click()
    omar.seen()
    with omar.drawn():
        omar.choose("UserTask_1").page.get_by_label(words.name).fill(words.other)
    omar.tab("publish")
    page.locator("[name=running][value=move]").check()
    page.get_by_text(words.later, exact=True).click()
    page.fill("[name='at.date']", words.day)
    page.fill("[name='at.time']", "09:00")
    omar.accept("!")
    expect(page.locator("#under-way")).to_contain_text(words.planned)
    expect(page.locator("#under-way")).to_contain_text(words.date)


def compare(omar, words):
    """The two versions as a picture and as a list."""
    page = omar.tab("versions").page
    page.get_by_role("button", name=words.compare, exact=True).click()
    expect(page.get_by_role("heading", name=words.was)).to_be_visible()
    expect(page.locator(".djs-container [data-element-id=UserTask_1]").first).to_be_visible()
    changed = page.locator(".difference.changed").filter(has_text=words.other)
    expect(changed.locator("del").first).to_have_text(words.step)
    expect(changed.locator("ins").first).to_have_text(words.other)


def retire(omar, words):
    page = omar.tab("versions").page
    page.get_by_role("button", name=words.retire).first.click()
    page.locator("#retire").get_by_role("button", name=words.retire).click()
    expect(page.locator("#retired")).to_contain_text(words.gone)


def offer_again(omar, words):
    page = omar.tab("versions").page
    page.get_by_role("button", name=words.again).click()
    expect(page.locator("#retired")).to_have_count(0)
