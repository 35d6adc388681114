"""Running requests of a model from elsewhere go on in a drawing that lacks steps: planned, tried, stopped, undone."""

import re
from types import SimpleNamespace as Words

import pytest
from playwright.sync_api import expect

from tests.support.acting import Acting
from tests.support.play import Play
from tests.support.stories import work_until_idle

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
MODEL = "org__flowable__engine__test__bpmn__subprocess__SubProcessTest.testDataObjectScope"
NAMES = {"en": ("Three tasks", "One by one."), "fa": ("سه کار", "یکی پس از دیگری."), "ar": ("ثلاث مهام", "تباعًا.")}
ENGLISH = Words(
    who="Who does it", group="IT assets", due="Time to decide", old="Look at it", new="Look at it twice",
    begin="Change this service", take="Take it", give="Give back", until="until today 14:00",
    move="Move running requests", stay="Must stay", mapping="Needs a mapping", person="Needs a person", safe="Can move",
    trial="Try it", would=["3would move", "1would stay", "0failed"], stop="Stop", on="Go on",
    waiting=["0moved", "0stayed", "4still to come", "0failed"], done=["3moved", "1stayed", "0failed"],
    story="Moved to version 2 by Omar Haddad", undo="Undo", back="Move back",
    undone=["0moved", "1stayed", "0failed", "3moved back"], again="Moved back to version 1")
PERSIAN = Words(
    who="چه کسی انجام می‌دهد", group="تجهیزات فناوری اطلاعات", due="زمان تصمیم", old="ببینیدش", new="دو بار ببینیدش",
    begin="تغییر این خدمت", take="برداشتن", give="پس دادن", until="تا امروز ۱۴:۰۰", move="جابه‌جایی درخواست‌های در جریان",
    stay="باید بماند", mapping="جانشین می‌خواهد", person="نگاه یک نفر لازم است", safe="جابه‌جا می‌شود", trial="بیازمایید",
    would=["۳جابه‌جا می‌شود", "۱می‌ماند", "۰ناکام"], stop="ایست", on="ادامه",
    waiting=["۰جابه‌جا شد", "۰ماند", "۴هنوز مانده", "۰ناکام"], done=["۳جابه‌جا شد", "۱ماند", "۰ناکام"],
    story="عمر حداد آن را به نسخهٔ ۲ برد", undo="برگشت", back="بازگرداندن",
    undone=["۰جابه‌جا شد", "۱ماند", "۰ناکام", "۳بازگردانده شد"], again="عمر حداد آن را به نسخهٔ ۱ بازگرداند")
THIRD = """way => {
  const { x, y } = way.getPointAtLength(way.getTotalLength() / 3).matrixTransform(way.getScreenCTM());
  return [x, y];
}"""


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fa", PERSIAN)], ids=["en", "fa"])
def test_who_waits_at_steps_that_are_gone_is_moved_and_brought_back(
        designer, corpus, page, desk, clock, site, language, words):
    omar = designer("omar", language).bring(corpus("flowable", MODEL))
    put(omar, words.old, words)
    assert not any("transition1" in one for one in omar.findings("warning"))
    omar.tab("words").name_it(**NAMES).say(audience="employees", id="IT-74")
    omar.publish("!")
    taken = take(page, open_requests(desk, clock, omar.slug), language, words)
    draw_anew(omar.become("omar"), words)
    omar.publish("!")
    plan(omar, words)
    try_out(page, words)
    site.sweeper.stop()  # so that there is something left to stop
    move(page, desk, words)
    is_still_his(page, taken, words)
    undo(page, desk, words)
    page.get_by_role("link", name=taken).click()
    expect(page.locator("main")).to_contain_text(words.again)
    expect(page.locator(".steps")).to_contain_text(words.until)


def put(omar, name, words):
    """A step from the palette onto the arrow from the first task, with who does it until when."""
    page = omar.page
    with omar.drawn():
        page.locator(".djs-palette [data-action='create.task']").click()
        x, y = page.locator("[data-element-id=transition2] path.djs-hit").evaluate(THIRD)
        page.mouse.move(x - 30, y)
        page.mouse.click(x, y)
        page.locator(".djs-direct-editing-content").wait_for()
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        omar.give_to(words.who, words.group)
        page.get_by_label(words.due, exact=True).fill("4")
        page.keyboard.press("Tab")


def open_requests(desk, clock, slug) -> str:
    """One request waits at each of the four places; the number of the one at the step from the palette."""
    with desk.app.app_context():
        play = Play(clock)
        numbers = [play.open(slug) for _ in range(4)]
        for far, number in enumerate(numbers):
            for who in ("omar", "nima", "omar")[:far]:
                (element,) = play.elements(number)
                play.do(number, element, who)
    return numbers[1]


def take(page, number, language, words) -> str:
    Acting(page, language).become("nima").open_task(number, "groups")
    page.get_by_role("button", name=words.take).click()
    expect(page.get_by_role("button", name=words.give)).to_be_visible()
    return number


def draw_anew(omar, words):
    """The step is gone and another stands in its place; the sub-process is gone."""
    page = omar.page
    page.goto(f"/studio/{omar.slug}")
    page.get_by_role("button", name=words.begin).click()
    omar.seen()
    with omar.drawn():
        page.locator(".studio-outline button", has_text=words.old).press("Delete")
    put(omar, words.new, words)
    with omar.drawn():
        page.locator(".studio-outline [data-element=subprocess1]").press("Delete")


def plan(omar, words):
    """What becomes of each is said; who takes over is chosen, and with it nobody has gone past a new step."""
    page = omar.tab("versions").page
    page.get_by_role("link", name=words.move).click()
    expect(page.locator("#moving-plan .djs-container")).to_be_visible()
    expect(page.locator(".outline .step-name").filter(has_text=words.new)).to_have_count(1)
    says = {"Complete SubTask": words.stay, words.old: words.mapping, "Complete Task B": words.person,
            "Complete Task A": words.safe}
    for place, verdict in says.items():
        expect(page.locator("#moving-plan tr", has_text=place).filter(has_text=verdict)).to_have_count(1)
    page.locator("select[name^='map:']").select_option(label=words.new)
    expect(page.locator(".of-safe")).to_have_count(3)
    expect(page.locator(".of-stay")).to_contain_text("subProcess")


def try_out(page, words):
    page.get_by_role("button", name=words.trial).click()
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "done")
    expect(page.locator("#move-progress .figures li")).to_have_text(words.would)
    expect(page.locator("#move-progress .rows")).to_contain_text("subProcess")


def move(page, desk, words):
    """Begun, stopped before the first, gone on with."""
    page.locator("[data-dialog=move-them]").click()
    page.locator("#move-them .btn.primary").click()
    progress, figures = page.locator("#move-progress"), page.locator("#move-progress .figures li")
    page.get_by_role("button", name=words.stop, exact=True).click()
    expect(progress).to_have_attribute("data-state", "stopped")
    expect(figures).to_have_text(words.waiting)
    page.get_by_role("button", name=words.on, exact=True).click()
    expect(progress).to_have_attribute("data-state", "moving")
    with desk.app.app_context():
        work_until_idle()
    expect(progress).to_have_attribute("data-state", "done")
    expect(figures).to_have_text(words.done)


def is_still_his(page, number, words):
    """The history says who moved it; who has it and until when is as before."""
    page.get_by_role("link", name=number).click()
    expect(page.locator("main")).to_contain_text(words.story)
    expect(page.locator(".heading .pill")).to_contain_text(re.compile("Nima Sharifi|نیما شریفی"))
    expect(page.locator(".steps")).to_contain_text(words.new)
    expect(page.locator(".steps")).to_contain_text(words.until)
    page.go_back()


def undo(page, desk, words):
    page.get_by_role("button", name=words.undo, exact=True).click()
    page.locator("#undo-move").get_by_role("button", name=words.back).click()
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "undoing")
    with desk.app.app_context():
        work_until_idle()
    expect(page.locator("#move-progress")).to_have_attribute("data-state", "undone")
    expect(page.locator("#move-progress .figures li")).to_have_text(words.undone)
