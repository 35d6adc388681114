"""The forms and tables of a model from elsewhere: changed, seen in the other language, renamed, tested, translated."""

from types import SimpleNamespace as Words

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
ENGLISH = Words(
    direction="ltr", other="fa", turned="rtl", form="approve vacation", rename="Rename everywhere", condition="granted",
    label="Label in فارسی", said="هزینهٔ سفر", table="Decade Decision", add="Add a test", well="1 of 1 as expected",
    wrong="0 of 1 as expected", comes="1955", parts="Components", when="When", label_of="Field label")
PERSIAN = Words(
    direction="rtl", other="en", turned="ltr", form="approve vacation",
    rename="تغییر نام در همه‌جا", condition="granted",
    label="برچسب به English", said="Cost of the journey", table="Decade Decision", add="افزودن آزمون",
    well="۱ از ۱ چنان‌که باید",
    wrong="۰ از ۱ چنان‌که باید", comes="1955", parts="بخش‌ها", when="اگر چنین باشد", label_of="برچسب")


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("fa", PERSIAN)], ids=["en", "fa"])
def test_the_form_and_the_table_of_a_camunda_7_model(designer, corpus, page, language, words):
    omar = designer("omar", language).bring(
        corpus("camunda7-examples", "VacationRequest"), corpus("camunda7-examples", "decadeDecision"))
    expect(page.locator("html")).to_have_attribute("dir", words.direction)
    change_the_form(omar.tab("forms"), words)
    rename(omar, words)
    run_tests(omar.tab("forms"), words)
    translate(omar.tab("words"))


def change_the_form(omar, words):
    """An amount is put in and named; the preview beside it shows it, in the other language too."""
    page = omar.page
    page.get_by_role("link", name=words.form).click()
    room = page.locator("#form-room[data-ready]")
    room.wait_for()
    page.locator("[data-field-type=money]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(words.parts, exact=True)).to_be_visible()
    seen = page.frame_locator("[name=seen]")
    expect(seen.locator(".kind-money")).to_be_visible()
    expect(page.locator("#editor .fjs-editor-selected .own-money")).to_be_visible()
    unfold(page, "own-translations")
    page.get_by_label(words.label, exact=True).fill(words.said)
    expect(seen.locator("html")).to_have_attribute("dir", words.direction)
    page.locator("#seen-bar [name=_language]").select_option("en" if words.direction == "ltr" else "fa")
    page.locator("#seen-bar [name=_language]").select_option(words.other)
    expect(seen.locator("html")).to_have_attribute("dir", words.turned)
    expect(seen.locator(".kind-money")).to_contain_text(words.said)
    expect(page.locator("#form-room")).to_have_attribute("data-saving", "saved")


def unfold(page, group):
    head = page.locator(f"[data-group-id='group-{group}'] .bio-properties-panel-group-header")
    if "open" not in (head.get_attribute("class") or ""):
        head.click()


def rename(omar, words):
    """The key of the approval: the arrows that read it read the new one, and the drawing says so."""
    page = omar.page
    page.locator("#editor .fjs-form-field-checkbox").click()
    unfold(page, "general")
    expect(page.locator("[data-entry-id=label]").get_by_text(words.label_of, exact=True)).to_be_visible()
    page.locator("[data-entry-id=own-key]").get_by_role("button", name=words.rename).click()
    page.locator("#renaming-key").fill("granted")
    expect(page.locator("#renaming-places [data-fits=yes]")).to_contain_text("granted")
    page.locator("#renaming").get_by_role("button", name=words.rename).click()
    page.locator("#form-room[data-ready]").wait_for()
    omar.tab().choose("ExclusiveGateway_1")
    conditions = page.locator(".studio-panel .ways textarea")
    expect(conditions.first).to_have_value("#{granted}")
    expect(conditions.last).to_have_value("#{!granted}")


def run_tests(omar, words):
    """A test says at once what the table decides, and says it again when a cell is changed."""
    page = omar.page
    page.get_by_role("link", name=words.table).click()
    page.locator("#table-room[data-asked]").wait_for()
    expect(page.locator("#editor").get_by_text(words.when, exact=True)).to_be_visible()
    page.get_by_role("button", name=words.add).click()
    row = page.locator("#grid tbody tr").first
    for at, text in enumerate(("A", "Soccer", "Long", "true", "1960")):
        row.locator("input").nth(at).fill(text)
    expect(row).to_have_attribute("data-well", "true")
    expect(page.locator("#grid-told")).to_contain_text(words.well)
    page.locator("td.output-cell").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type(words.comes)
    page.keyboard.press("Enter")
    expect(row.locator(".found")).to_contain_text(words.comes)
    expect(page.locator("#grid-told")).to_contain_text(words.wrong)
    expect(page.locator("#table-room")).to_have_attribute("data-saving", "saved")
    page.wait_for_function("!localStorage.length")
    page.reload()
    expect(row.locator(".found")).to_contain_text(words.comes)


def translate(omar):
    """The sheet shows what is missing; what is written into a cell is no longer missing."""
    page = omar.page
    page.locator("#words-missing .tag.lacks").last.click()
    cell = page.locator("tr[data-label^='form:'] td.lacks textarea[name=ar]").first
    label = cell.locator("xpath=ancestor::tr").get_attribute("data-label")
    cell.fill("اسم")
    cell.press("Enter")
    expect(page.locator(f"tr[data-label='{label}'] td:not(.lacks, .unsaved):has([name=ar])")).to_be_visible()
    page.reload()
    expect(page.locator(f"tr[data-label='{label}']")).to_have_count(0)
