"""A model from elsewhere is drawn further by two people, in their own language, and nothing of it is lost."""

import re
from types import SimpleNamespace as Words

import pytest
from playwright.sync_api import expect

from tests.support.designing import Designing

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
ENGLISH = Words(
    direction="ltr", name="Name, as people read it", form="What they fill in", who="Who does it", group="IT assets",
    due="Time to decide", decide="Add a decision", button="What the button says", said="Approve", add="Add",
    nowhere="leads nowhere", undo="Undo", redo="Redo", find="Search in the drawing", comments="Comments",
    ask="Say something about this", send="Comment", saved=re.compile(r"Saved \d\d:\d\d"),
    told="Reza Karimi changed this meanwhile.", theirs="Take theirs", aside="Set aside", take="Take this",
    step="Tell the colleagues", talk="Which colleagues?", hers="Book it", mine="Write it down", late="Tell everybody",
    by="Omar Haddad", settled="Settled")
PERSIAN = Words(
    direction="rtl", name="نام، چنان‌که دیده می‌شود", form="چه چیزی پر می‌کند", who="چه کسی انجام می‌دهد",
    group="تجهیزات فناوری اطلاعات", due="زمان تصمیم", decide="افزودن تصمیم", button="نوشتهٔ دکمه", said="تأیید",
    add="افزودن", nowhere="به جایی نمی‌رسد", undo="برگشت", redo="انجام دوباره", find="جست‌وجو در نمودار",
    comments="نظرها", ask="چیزی دربارهٔ این بگویید", send="توضیح", saved=re.compile("[۰-۹]{2}:[۰-۹]{2} ذخیره شد"),
    told="رضا کریمی در این میان این را تغییر داده است.", theirs="برداشتن کار او", aside="کنار گذاشته‌ها",
    take="برداشتن این", step="آگاه کردن همکاران", talk="کدام همکاران؟", hers="ثبتش کن",
    mine="بنویسش", late="به همه بگو",
    by="عمر حداد", settled="رسیدگی شد")


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fa", PERSIAN)], ids=["en", "fa"])
def test_a_camunda_7_model_is_drawn_further_by_two(designer, corpus, page, browsing, site, language, words):
    omar = designer("omar", language).bring(corpus("camunda7-examples", "VacationRequest"))
    expect(page.locator("html")).to_have_attribute("dir", words.direction)
    assert leaves_the_sign_free(page, "UserTask_2")
    with omar.drawn():
        append(page, "UserTask_2", words.step)
        tell_what_it_is(omar, words)
    expect(page.locator(".studio-outline")).to_contain_text(words.step)
    expect(page.locator("[data-saved]")).to_have_text(words.saved)
    undo_and_redo(omar, words)
    find(page, words)
    comment(page, words)
    stands_in_both(omar, words)
    context = browsing.browser.new_context(base_url=site.url, locale="en-GB", timezone_id="Asia/Tehran")
    reza = Designing(context.new_page(), language).become("reza")
    reza.slug = omar.slug
    meet(omar, reza.tab(), words)
    context.close()
    look_back(omar, words)


def leaves_the_sign_free(page, element) -> bool:
    """A name of three lines begins below the sign in the corner of its step."""
    text = "one => one.querySelector('.djs-visual > text').getBBox().y"
    return page.locator(f".djs-shape[data-element-id={element}]").evaluate(text) > 18


def append(page, after, name):
    """A step after this one, from the pad of the element; its name is typed on the paper."""
    page.locator(f".studio-outline button[data-element={after}]").press("Enter")
    page.locator(".djs-context-pad [data-action='append.append-task']").click()
    page.locator(".djs-direct-editing-content").wait_for()
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def tell_what_it_is(omar, words):
    """Its form, who does it, until when, and what can be decided there."""
    page = omar.page
    page.get_by_label(words.form, exact=True).select_option("approve-vacation")
    omar.give_to(words.who, words.group)
    page.get_by_label(words.due, exact=True).fill("4")
    page.get_by_role("button", name=words.decide).click()
    page.get_by_role("combobox", name=words.button).fill(words.said)
    page.get_by_role("button", name=words.add, exact=True).click()
    expect(page.locator(".studio-panel .decisions")).to_contain_text(words.said)


def undo_and_redo(omar, words):
    page = omar.page
    decisions = page.locator(".studio-panel .decisions")
    with omar.drawn():
        page.get_by_role("button", name=words.undo, exact=True).click()
        expect(decisions).to_have_count(0)
        page.get_by_role("button", name=words.redo, exact=True).click()
        expect(decisions).to_contain_text(words.said)


def find(page, words):
    page.locator("[data-element=StartEvent_1]").press("Enter")
    page.get_by_role("button", name=words.find).click()
    page.locator(".djs-search-input input").fill(words.step[-6:])
    page.locator(".djs-search-result").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".studio-panel h2").first).to_have_text(words.step)


def comment(page, words):
    page.get_by_text(words.comments, exact=True).click()
    page.get_by_label(words.ask).fill(words.talk)
    page.get_by_role("button", name=words.send, exact=True).click()
    expect(page.locator(".djs-overlay .talk")).to_have_text({"ltr": "1", "rtl": "۱"}[words.direction])


def stands_in_both(omar, words):
    """A step called something in one's own language keeps its English; what is drawn in it lacks the other one."""
    page = omar.tab().choose("UserTask_1").page
    english = page.locator(".studio-panel h2").first.inner_text()
    with omar.drawn():
        page.get_by_label(words.name).fill(words.mine)
        page.keyboard.press("Tab")
    expect(page.locator(".studio-outline [data-element=UserTask_1]")).to_contain_text(words.mine)
    omar.tab("words/sheet")
    own, other = ("en", "fa") if words.direction == "ltr" else ("fa", "en")
    before = {"en": "", "fa": r"\s".join(english.split())}[own]  # whoever writes English corrects what is drawn
    named, drawn = page.locator("[data-label='element:UserTask_1']"), page.locator("tr", has_text=words.step)
    expect(named.locator(f"[name={own}]")).to_have_value(words.mine)
    expect(named.locator(f"[name={other}]")).to_have_value(re.compile(f"^{before}$"))
    expect(drawn.locator(f"[name={own}]")).to_have_value(words.step)
    expect(drawn.locator("td.lacks")).to_have_count(2)
    expect(drawn.locator(f"td.lacks [name={other}]")).to_have_count(1)
    omar.tab()


def meet(omar, reza, words):
    """The other settles what was said. Both rename a step; who comes second is told, and takes the other name."""
    reza.page.locator(".djs-overlay .talk").click()
    reza.page.get_by_role("button", name=words.settled).click()
    expect(reza.page.locator(".djs-overlay .talk")).to_have_count(0)
    for one in (omar, reza):
        one.page.locator(".studio-outline button", has_text=words.step).press("Enter")
    with reza.drawn():
        reza.page.get_by_label(words.name).fill(words.hers)
    omar.page.get_by_label(words.name).fill(words.late)
    asked = omar.page.get_by_role("dialog")
    expect(asked).to_contain_text(words.told)
    asked.get_by_role("button", name=words.theirs).click()
    expect(omar.page.locator(".studio-outline")).to_contain_text(words.hers)


def look_back(omar, words):
    """The history has every state, what was set aside too; it is had back with one click."""
    page = omar.tab("history").page
    aside = page.locator("main ul.rows").first
    expect(page.get_by_role("heading", name=words.aside)).to_be_visible()
    expect(aside).to_contain_text(words.by)
    aside.get_by_role("button", name=words.take).click()
    omar.seen()
    expect(page.locator(".studio-outline")).to_contain_text(words.late)
    expect(page.locator(".studio-outline")).to_contain_text(words.mine)
