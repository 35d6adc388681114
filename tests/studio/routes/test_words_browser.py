"""Words and audience as a person fills them in: what is typed saves itself, and who it is stands beside it."""

import json

import pytest
from playwright.sync_api import expect

from app.base import db, read_clock, transaction
from app.catalog import Service
from app.people import Person
from app.studio.drafts import Draft, open_for_service, save
from tests.support.acting import Acting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
FORM = "forms/hr/leave.form"


@pytest.fixture
def drafted(site, desk):
    """A draft of leave at the running site in which a Persian label is missing; gives the draft as it is now."""
    with desk.app.app_context():
        with transaction():
            mona, now = Person.by_key("mona"), read_clock()
            draft = open_for_service(Service.query.filter_by(slug="leave").one(), by=mona, now=now)
            form = draft.file(FORM).replace('"label:fa": "نوع مرخصی",'.encode(), b"")
            save(draft, by=mona, now=now, seen=1, what="form", files={FORM: form})

        def read():
            db.session.remove()
            return Draft.open_of("leave")

        yield read


@pytest.mark.parametrize("language", ["en", "fa"])
def test_parts_save_themselves(page, drafted, language):
    Acting(page, language).become("leila")
    page.goto("/studio/leave/words")
    page.fill("#text-name-en", "Time away")
    page.locator("#text-name-en").blur()
    page.wait_for_selector("#saved-texts .icon")
    page.fill("#text-name-ar", "غياب")
    page.wait_for_selector("#seen-texts[value='4']", state="attached")
    page.check("[name=audience][value=some]")
    expect(page.locator("[name='audience.departments']").first).to_be_focused()
    page.check("[name='audience.departments'][value=it]")
    page.wait_for_selector("#saved-audience .icon")
    page.uncheck("[name='audience.departments'][value=it]")
    page.wait_for_selector("#wrong-audience-audience .error")
    page.check("[name='audience.departments'][value=it]")
    expect(page.locator("#today-audience")).to_contain_text({"en": "6", "fa": "۶"}[language])
    expect(page.locator("#wrong-audience-audience .error")).to_have_count(0)
    page.select_option("[name='Lane_hr.group']", "payroll")
    page.wait_for_selector("#saved-lanes .icon")
    expect(page.locator("#text-name-en")).to_have_value("Time away")
    spec = drafted().spec
    assert (spec["texts"]["en"]["name"], spec["texts"]["ar"]["name"]) == ("Time away", "غياب")
    assert (spec["audience"], spec["lanes"]["Lane_hr"]) == ('=person.department = "it"', '=group("payroll")')
    page.reload()
    expect(page.locator("#text-name-ar")).to_have_value("غياب")


def test_a_choice_that_asks_on_is_saved_when_that_is_answered(page, drafted):
    Acting(page).become("leila")
    page.goto("/studio/leave/words")
    before = drafted().revision
    page.check("[name=owner][value=person]")
    expect(page.locator("#owner-person")).to_be_focused()
    page.select_option("[name='Lane_hr.kind']", "person")
    expect(page.locator("#Lane_hr-person")).to_be_focused()
    page.check("[name=owner][value=group]")  # there is one already: it is saved, and after it whatever was asked before
    page.wait_for_selector("#saved-owner .icon")
    assert drafted().revision == before
    page.select_option("[name='owner.group']", "managers")
    expect(page.locator("#today-owner")).not_to_contain_text("Mona Adel")
    page.fill("#text-name-en", "Time away")  # saved a while after the last letter, as a choice would have been
    page.wait_for_selector("#saved-texts .icon")
    expect(page.locator(".words-part .error")).to_have_count(0)
    assert drafted().spec["owner"] == "group:managers"


def test_what_another_did_meanwhile_is_shown_and_nothing_is_lost(page, drafted):
    Acting(page).become("leila")
    page.goto("/studio/leave/words")
    with transaction():
        draft = Draft.open_of("leave", lock=True)
        mona = Person.by_key("mona")
        save(draft, by=mona, now=read_clock(), seen=draft.revision, what="words", spec={"owner": "mona"})
    page.select_option("[name='owner.group']", "payroll")
    page.wait_for_selector("#part-owner .notice.wrong")
    expect(page.locator("#part-owner .notice.wrong")).to_contain_text("Mona Adel")
    expect(page.locator("#today-owner")).to_contain_text("Mona Adel")
    assert drafted().spec["owner"] == "mona"


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_sheet_is_filled_in_by_keyboard(page, drafted, language):
    Acting(page, language).become("leila")
    page.goto("/studio/leave/words")
    page.click("#words-missing .tag.lacks")
    page.wait_for_selector("td.lacks textarea")
    expect(page.locator("td.lacks")).to_have_count(1)
    cell = page.locator(f"tr[data-label='form:{FORM}#leave_kind_1:label'] textarea[name=fa]")
    cell.press_sequentially("نوع")
    cell.press("Enter")
    page.wait_for_selector("td:not(.unsaved) textarea[name=fa]")
    page.wait_for_function("!document.querySelector('td.lacks, td.unsaved')")
    assert json.loads(drafted().file(FORM))["components"][0]["properties"]["label:fa"] == "نوع"
    page.goto("/studio/leave/words/sheet")
    cells = page.locator("textarea[name=en]")
    first, second = cells.nth(0), cells.nth(1)
    first.focus()
    first.press("Enter")
    expect(second).to_be_focused()
    second.press("Control+ArrowUp")
    expect(first).to_be_focused()
    before = first.input_value()
    first.fill("Something else")
    first.press("Escape")
    expect(first).to_have_value(before)


def test_a_file_that_is_no_sheet_is_told_in_the_dialog_it_was_chosen_in(page, drafted):
    Acting(page, "fa").become("leila")
    page.goto("/studio/leave/words/sheet")
    page.locator("[data-dialog=import]").click()
    page.set_input_files("#sheet-file", {"name": "x.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2"})
    page.locator("#import .btn.primary").click()
    expect(page.locator("dialog#import:modal .error")).to_contain_text("این پرونده برگهٔ متن‌ها نیست")
    expect(page.locator("#sheet-file")).to_be_focused()
    page.locator("#import [data-close]").click()
    expect(page.locator("#import")).to_be_hidden()
