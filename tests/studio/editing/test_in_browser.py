"""Forms under the hands of a designer: edited, previewed, saved, and nothing lost between two."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.base import db, read_clock, transaction
from app.catalog import Service
from app.people import Person
from app.studio.drafts import Draft, Revision, open_for_service, save
from app.studio.editing.files import tests_path as beside
from app.studio.editing.tables import Row, as_tests
from tests.studio.editing.test_tables import SOUND
from tests.support.acting import Acting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
ROOT = Path(__file__).parents[3]
FORM = "forms/hr/leave.form"


@pytest.fixture
def leave(site, desk):
    """The draft of the leave service at the running site."""
    with desk.app.app_context():
        with transaction():
            service = Service.query.filter_by(slug="leave").one()
            open_for_service(service, by=Person.by_key("leila"), now=read_clock())
        yield "leave"


@pytest.fixture
def draft(leave):
    def read():
        db.session.remove()
        return Draft.open_of(leave)

    return read


@pytest.fixture
def at_form(page, leave):
    """`at_form()`: Leila at the form of the leave service; `at_form("mona", "fa")`: somebody else, in Persian."""
    def open(key="leila", language="en"):
        Acting(page, language).become(key)
        page.goto(f"/studio/leave/forms/{FORM}")
        page.wait_for_selector("#form-room[data-ready]")
        return page

    return open


def seen(page):
    """The frame of the preview, once it has a form."""
    frame = page.frame(name="seen")
    frame.wait_for_selector("html[data-forms] #form-part")
    return frame


def choose(page, key):
    page.evaluate("""key => { const { editor } = document.getElementById("form-room");
        editor.get("selection").set(editor.get("formFieldRegistry").getAll().find(one => one.key === key)) }""", key)


def unfold(page, group):
    head = page.locator(f"[data-group-id='group-{group}'] .bio-properties-panel-group-header")
    if "open" not in (head.get_attribute("class") or ""):
        head.click()


def saved(page, room="#form-room"):
    page.wait_for_selector(f"{room}[data-saving=saved]")


def test_the_preview_keeps_what_was_answered_while_the_form_changes(at_form):
    page = at_form()
    frame = seen(page)
    frame.select_option("#f-kind", "hourly")
    frame.wait_for_selector("#f-hours")
    frame.fill("#f-hours", "3")
    choose(page, "kind")
    unfold(page, "general")
    page.locator("[data-entry-id=label] :is([contenteditable=true], textarea, input)").first.fill("What kind?")
    frame.wait_for_selector("label:has-text('What kind?')")
    expect(frame.locator("#f-hours")).to_have_value("3")


def test_every_form_of_the_repository_survives_the_editor_unchanged(at_form):
    page = at_form()
    schemas = {path.name: json.loads(path.read_bytes()) for path in sorted((ROOT / "forms").rglob("*.form"))}
    assert len(schemas) >= 70
    after = page.evaluate("""async (schemas) => {
        const room = document.getElementById("form-room"), found = {};
        room.dataset.editable = "";
        for (const [name, schema] of Object.entries(schemas)) {
            try { found[name] = JSON.parse(await room.readBack(schema)); }
            catch (error) { found[name] = error.message }
        }
        return found }""", schemas)
    assert {name: schema for name, schema in after.items() if schema != schemas[name]} == {}


def test_a_form_is_built_with_the_keyboard_alone(at_form, draft):
    page = at_form(language="fa")
    before = [one["key"] for one in json.loads(draft().file(FORM))["components"] if "key" in one]
    component = page.locator(".fjs-palette-field[data-field-type=number]")
    expect(component).to_have_attribute("title", "افزودن عدد")
    component.focus()
    page.keyboard.press("Enter")
    field = page.locator(".fjs-element.fjs-editor-selected")
    expect(field).to_have_attribute("data-field-type", "number")
    field.focus()
    page.keyboard.press("Enter")
    head = page.locator("[data-group-id=group-general] .bio-properties-panel-group-header-button")
    expect(head).to_be_focused()
    expect(head).to_have_attribute("title", "باز یا بسته کردن")
    expect(field).to_contain_text("عدد")
    page.keyboard.press("Enter")
    for _ in range(2):  # past the switch to a formula
        page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("چند روز؟")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_contain_text("چند روز؟")
    for _ in range(2):
        page.keyboard.press("Alt+ArrowUp")
        expect(field).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    saved(page)
    parts = [one for one in json.loads(draft().file(FORM))["components"] if "key" in one]
    assert [one["key"] for one in parts][:-2] == before[:-1]
    assert (parts[-2]["label"], parts[-1]["key"]) == ("چند روز؟", before[-1])


def test_opening_a_form_saves_nothing(at_form, draft):
    page = at_form()
    seen(page)
    page.reload()
    page.wait_for_selector("#form-room[data-ready]")
    assert draft().revision == 1


def refuse(route):
    """The server has no time for what is saved."""
    route.fulfill(status=429) if route.request.method == "PUT" else route.continue_()


def test_what_a_broken_connection_kept_from_being_saved_is_put_back(at_form, draft):
    page = at_form()
    page.route("**/files/**", refuse)
    choose(page, "kind")
    unfold(page, "own-translations")
    page.fill("[data-entry-id='own-label-fa'] input", "نوع غیبت")
    page.wait_for_selector("#form-room[data-saving=unsaved]")
    page.unroute("**/files/**")
    page.reload()
    page.wait_for_selector("#aside-told .notice")
    saved(page)
    assert json.loads(draft().file(FORM))["components"][0]["properties"]["label:fa"] == "نوع غیبت"


def test_the_second_of_two_is_told_and_what_they_did_is_kept(at_form, draft, desk):
    page = at_form("mona")
    with transaction():
        one = Draft.open_of("leave", lock=True)
        from_leila(one)
    choose(page, "kind")
    unfold(page, "own-translations")
    page.fill("[data-entry-id='own-label-fa'] input", "نوع غیبت")
    page.wait_for_selector("#aside-told [role=alert]")
    kept = Revision.of(draft(), aside=True)
    assert "نوع غیبت".encode() in kept[0].contents()[FORM]
    assert json.loads(draft().file(FORM))["title"] == "By Leila"
    page.click("#aside-told button >> nth=1")
    saved(page)
    assert "نوع غیبت".encode() in draft().file(FORM)


def from_leila(one):
    schema = json.loads(one.file(FORM)) | {"title": "By Leila"}
    save(one, by=Person.by_key("leila"), now=read_clock(), seen=one.revision, what="form",
         files={FORM: json.dumps(schema).encode()})


@pytest.mark.parametrize(("key", "slug", "told"), [
    ("shirin", "leave", "You may look at this and not change it."),
    ("leila", "new-employee", "This is how it is live. Begin a draft to change it."),
])
def test_who_may_not_change_a_form_sees_it_as_people_do(page, leave, key, slug, told):
    Acting(page).become(key)
    page.goto(f"/studio/{slug}/forms/forms/hr/{slug}.form")
    expect(page.locator("#form-room")).to_have_attribute("data-ready", "yes")
    expect(page.locator("#still")).to_have_text(told)
    expect(page.frame_locator("[name=seen]").locator("#form-part input, #form-part select").first).to_be_visible()
    expect(page.locator("#editor, .fjs-palette, .bio-properties-panel, [data-view=edit]")).to_have_count(0)
    expect(page.locator("#aside-told")).to_be_empty()


@pytest.fixture
def table(leave, desk):
    """A file of decision tables in the draft of leave; its path."""
    path = "workflows/hr/limits.dmn"
    with transaction():
        draft = Draft.open_of(leave)
        save(draft, by=Person.by_key("leila"), now=read_clock(), seen=draft.revision, what="table",
             files={path: SOUND}, spec={"uses": [*draft.spec.get("uses", []), path]})
    return path


def test_who_saves_a_table_has_not_seen_the_tests_that_another_wrote(page, table, draft):
    Acting(page).become("mona")
    page.goto(f"/studio/leave/forms/{table}")
    page.wait_for_selector("#table-room[data-asked]")
    theirs = as_tests("limits.dmn", [Row("Limit", "By Leila", {"amount": "1"})], {})
    with transaction():
        one = Draft.open_of("leave", lock=True)
        save(one, by=Person.by_key("leila"), now=read_clock(), seen=one.revision, what="table",
             files={beside(table): theirs}, spec={"uses": [*one.spec["uses"], beside(table)]})
    page.locator("td.output-cell").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type('"nobody"')
    page.keyboard.press("Enter")
    saved(page, "#table-room")
    page.click("#grid-add")
    page.locator("#grid tbody tr input").nth(1).fill("2000")
    page.wait_for_selector("#aside-told [role=alert]")
    assert draft().file(beside(table)) == theirs
    assert b"nobody" in draft().file(table)


def test_who_may_not_change_a_table_reads_it(page, table):
    Acting(page).become("shirin")
    page.goto(f"/studio/leave/forms/{table}")
    expect(page.locator("#table-room")).to_have_attribute("data-ready", "yes")
    expect(page.locator("#still")).to_have_text("You may look at this and not change it.")
    cell = page.locator(".paper td[data-element-id]").first
    expect(cell).to_be_visible()
    expect(page.locator(".paper [contenteditable=true], .paper .add-rule, .paper .create-inputs")).to_have_count(0)
    cell.click()
    expect(page.locator(".paper [contenteditable=true]")).to_have_count(0)


def test_the_heavy_editors_come_only_to_their_own_pages(page, leave):
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    Acting(page).become("leila")
    page.goto("/studio/leave/forms")
    page.wait_for_selector(".djs-container .djs-shape")
    assert not [url for url in loaded if "studio-form-" in url or "studio-table-" in url]


@pytest.mark.parametrize(("language", "asked"), [("en", "Write the new key."), ("fa", "کلید تازه را بنویسید.")])
def test_a_key_that_is_taken_away_is_asked_for_where_it_is_written(at_form, language, asked):
    page = at_form(language=language)
    choose(page, "to_date")
    unfold(page, "general")
    page.locator("[data-entry-id=own-key] button").click()
    key = page.locator("#renaming-key")
    key.fill("")
    expect(page.locator("#renaming-error")).to_have_text(asked)
    expect(key).to_have_attribute("aria-invalid", "true")
    expect(key).to_have_attribute("aria-describedby", "renaming-error")
    expect(page.locator("#renaming-do")).to_be_disabled()
    key.fill("last_day")
    expect(page.locator("#renaming-do")).to_be_enabled()
    expect(key).to_have_attribute("aria-invalid", "false")
