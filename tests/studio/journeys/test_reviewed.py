"""Four eyes on a model from elsewhere: asked for, sent back, amended, agreed to; then the version before comes back."""

from types import SimpleNamespace as Words

import pytest
from playwright.sync_api import expect

from app.base import db
from app.catalog import Service, published
from tests.support.acting import Acting
from tests.support.stories import work_until_idle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
NAMES = {"en": ("A second yes", "Two look."), "fa": ("تأیید دوباره", "دو نفر می‌بینند."),
         "ar": ("موافقة ثانية", "ينظر اثنان.")}
ENGLISH = Words(
    begin="Change this service", name="Name, as people read it", first="Say yes or no", then="Say yes, no or ask",
    eyes="Four eyes: off", want="Ask for four eyes", looks="A second person looks first: Nima Sharifi.",
    known="Known since March.", note="The first step says what is wanted.", why="Asking back must be possible, too.",
    seen="Open the evidence, the drawing and the differences", figure="One difference",
    told="Nima Sharifi sent it back", looked="Nima Sharifi looked at it", live="live", back="Go back to it",
    go="Go back", reason="It was clearer.", same="same as 1", compare="Compare", nothing="Nothing is different")
PERSIAN = Words(
    begin="تغییر این خدمت", name="نام، چنان‌که دیده می‌شود", first="بگویید آری یا نه", then="بگویید آری، نه یا بپرسید",
    eyes="نگاه دوم: خاموش", want="خواستن نگاه دوم", looks="نخست نفر دومی بررسی می‌کند: نیما شریفی.",
    known="از اسفند می‌دانیم.", note="گام نخست می‌گوید چه می‌خواهد.", why="باید بتوان پرسید.",
    seen="دیدن شواهد، نمودار و تفاوت‌ها", figure="۱ تفاوت", told="نیما شریفی آن را بازگرداند",
    looked="بررسی نیما شریفی", live="در دسترس", back="بازگشت به آن", go="بازگشت", reason="روشن‌تر بود.",
    same="برابر با ۱", compare="سنجش", nothing="تفاوتی نیست")


@pytest.fixture
def live(desk):
    """`live("slug")`: the version people get, after all that is due was done."""
    def read(slug):
        with desk.app.app_context():
            work_until_idle()
            db.session.remove()
            return published(Service.query.filter_by(slug=slug).one().current_version_id)

    return read


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fa", PERSIAN)], ids=["en", "fa"])
def test_a_second_person_sends_back_then_agrees_and_the_version_before_comes_back(
        designer, corpus, page, live, language, words):
    omar = designer("omar", language).bring(corpus("camunda7-examples", "additional-approval"))
    settle(omar)
    omar.publish(words.known)
    page.get_by_role("button", name=words.begin).click()
    rename(omar.seen(), words.name, words.first)
    want_four_eyes(omar, words)
    number = asked(omar, words)
    nima = Acting(page, language).become("nima").open_task(number)
    look(page, words)
    nima.decide("sent_back", words.why)
    assert live(omar.slug).number == 1
    omar.become("omar").tab("publish")
    expect(page.locator("#sent-back")).to_contain_text(words.told)
    expect(page.locator("#sent-back")).to_contain_text(words.why)
    rename(omar.tab(), words.name, words.then)
    number = asked_again(omar, words)
    nima.become("nima").open_task(number).decide("approved")
    assert live(omar.slug).number == 2
    go_back(omar.become("omar"), words)
    is_the_same(page, words)
    assert live(omar.slug).number == 3
    Acting(page, language).become("sara")
    page.goto(f"/services/{omar.slug}")
    Acting(page, language).send()
    expect(page.locator("main")).to_contain_text("do some approval")


def settle(omar):
    """Its words, who may ask, who does the work; a group answers for it, so that more than one may publish it."""
    omar.tab("words").name_it(**NAMES).say(audience="employees", id="IT-73")
    omar.say(**{"Lane_1.kind": "group", "Lane_2.kind": "manager"}).say(**{"Lane_1.group": "it-assets"})
    omar.page.locator("[name=owner][value=group]").check()
    omar.say(**{"owner.group": "it-assets"})


def rename(omar, label, name):
    """Another name for the first step."""
    with omar.drawn():
        omar.choose("Task_1").page.get_by_label(label).fill(name)


def want_four_eyes(omar, words):
    """The head of the department asks for them on the tab where he publishes."""
    page = omar.tab("publish").page
    expect(page.locator(".second-person")).to_have_count(0)
    page.get_by_text(words.eyes, exact=True).click()
    page.get_by_role("button", name=words.want).click()
    expect(page.locator(".second-person")).to_have_text(words.looks)


def asked(omar, words) -> str:
    """Every finding answered for; the number of the request that waits for the second person."""
    omar.accept(words.known)
    return omar.page.locator("#under-way a bdi").first.inner_text()


def look(page, words):
    """From the task to the drawing with what is different and the findings with the reasons, and back."""
    page.locator("#task").get_by_role("link", name=words.seen).click()
    expect(page.locator(".tile-figure", has_text=words.figure)).to_be_visible()
    expect(page.locator(".drawing [data-element-id=Task_1]").first).to_contain_text(words.first)
    expect(page.locator("#findings .why").first).to_contain_text(words.known)
    expect(page.locator("#publish-form")).to_have_count(0)
    page.go_back()


def asked_again(omar, words) -> str:
    """What was answered for is still there."""
    page = omar.tab("publish").page
    expect(page.locator("#note")).to_have_value(words.known)
    expect(page.locator("[name=ways-accepted]")).to_be_checked()
    page.fill("#note", words.note)
    page.click("#publish-form .btn.primary")
    return page.locator("#under-way a bdi").first.inner_text()


def go_back(omar, words):
    page = omar.tab("versions").page
    expect(page.locator("#version-2")).to_contain_text(words.note)
    expect(page.locator("#version-2")).to_contain_text(words.looked)
    page.locator("#version-1").get_by_role("button", name=words.back).click()
    asked = page.get_by_role("dialog")
    asked.locator("#note-1").fill(words.reason)
    asked.get_by_role("button", name=words.go, exact=True).click()
    expect(page.locator("#version-3 .tag")).to_have_text([words.live, words.same])
    expect(page.locator("#version-3")).to_contain_text(words.reason)


def is_the_same(page, words):
    page.locator("#version-2 input").uncheck()
    page.locator("#version-1 input").check()
    page.get_by_role("button", name=words.compare, exact=True).click()
    expect(page.locator("main")).to_contain_text(words.nothing)
