"""Drawing in a browser: what one draws is checked, saved and never lost, alone or as two."""

import pytest
from playwright.sync_api import expect

from app.base import db, read_clock, transaction
from app.catalog import Service
from app.people import Person
from app.studio.drafts import Draft, open_for_service, save
from tests.support.acting import Acting

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]
DRAWING = "workflows/hr/leave.bpmn"
CAMUNDA = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="http://example.com">
<process id="leave" isExecutable="true">
<startEvent id="Asked"><outgoing>One</outgoing></startEvent>
<userTask id="Check" name="Check" camunda:formKey="leave-return">
<incoming>One</incoming><outgoing>Two</outgoing></userTask>
<endEvent id="Done"><incoming>Two</incoming></endEvent>
<sequenceFlow id="One" sourceRef="Asked" targetRef="Check"/>
<sequenceFlow id="Two" sourceRef="Check" targetRef="Done"/></process>
<bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="P" bpmnElement="leave">
<bpmndi:BPMNShape id="S1" bpmnElement="Asked"><dc:Bounds x="180" y="102" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="S2" bpmnElement="Check"><dc:Bounds x="270" y="80" width="100" height="80"/></bpmndi:BPMNShape>
<bpmndi:BPMNShape id="S3" bpmnElement="Done"><dc:Bounds x="430" y="102" width="36" height="36"/></bpmndi:BPMNShape>
<bpmndi:BPMNEdge id="E1" bpmnElement="One">
<di:waypoint x="216" y="120"/><di:waypoint x="270" y="120"/></bpmndi:BPMNEdge>
<bpmndi:BPMNEdge id="E2" bpmnElement="Two">
<di:waypoint x="370" y="120"/><di:waypoint x="430" y="120"/></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>"""


@pytest.fixture
def leave(site, desk):
    """The draft of the leave service at the running site, begun by Leila; its slug."""
    with desk.app.app_context():
        with transaction():
            service = Service.query.filter_by(slug="leave").one()
            open_for_service(service, by=Person.by_key("leila"), now=read_clock())
        yield "leave"


@pytest.fixture
def draft(leave):
    """`draft()`: the open draft of leave as it is in the database now."""
    def read():
        db.session.remove()
        return Draft.open_of(leave)

    return read


@pytest.fixture
def editor(page, leave):
    """`editor()`: Leila at her drawing; `editor("mona", "fa")`: somebody else, in the same browser."""
    def open(key="leila", language="en"):
        Acting(page, language).become(key)
        return drawing(page)

    return open


def drawing(page):
    page.goto("/studio/leave")
    page.wait_for_selector("[data-ready]")
    return page


def choose(page, words):
    """By the list that says the same as the drawing, with the keyboard."""
    page.locator(".studio-outline button", has_text=words).first.press("Enter")


def name(page, words, text):
    choose(page, words)
    page.get_by_label("Name, as people read it").fill(text)


def refuse(route):
    """The server has no time for what is saved."""
    route.fulfill(status=429) if route.request.method == "PUT" else route.continue_()


def saved(page):
    page.wait_for_selector("[data-saving=saved]")


def kept(page, found):
    """It comes to stand so in the database: several saves may follow each other."""
    for _ in range(200):
        if found():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It was never saved.")


def saved_with(page, draft, *words) -> str:
    """The drawing, as soon as all these words have been saved in it."""
    kept(page, lambda: all(word in draft().file(DRAWING).decode() for word in words))
    return draft().file(DRAWING).decode()


def saved_without(page, draft, word):
    kept(page, lambda: word not in draft().file(DRAWING).decode())


def test_a_step_is_drawn_named_and_told_what_to_do_and_all_of_it_is_saved(editor, draft):
    page = editor()
    page.locator(".djs-palette [data-action='create.task']").click()
    paper = page.locator(".canvas").bounding_box()
    page.mouse.move(paper["x"] + 300, paper["y"] + 180)
    page.mouse.click(paper["x"] + 320, paper["y"] + 190)
    page.locator(".djs-direct-editing-content").wait_for()
    page.keyboard.type("Ask the twin")
    page.keyboard.press("Enter")
    page.get_by_label("What they fill in").select_option("leave-return")
    page.get_by_role("button", name="Add a decision").click()
    page.get_by_role("combobox", name="What the button says").fill("Approve")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("leads nowhere").wait_for()
    xml = saved_with(page, draft, 'name="Ask the twin"', 'value="approved"')
    assert xml.count('formId="leave-return"') == 2
    assert '<zeebe:property name="outcomes" value="approved"' in xml
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    saved_without(page, draft, "Ask the twin")


def test_findings_that_arrive_while_one_types_a_name_disturb_nobody(page, leave):
    waiting = []
    page.route("**/studio/leave/check", lambda route: waiting.append(route), times=1)
    drawing(Acting(page).become("leila").page)
    page.locator("[data-element-id=Check_balance]").first.dblclick()
    page.locator(".djs-direct-editing-content").wait_for()
    page.keyboard.press("Control+a")
    page.keyboard.type("Look at")
    with page.expect_response("**/studio/leave/check"):
        waiting[0].continue_()
    page.wait_for_selector("[data-checked]")
    page.keyboard.type(" the days")
    page.keyboard.press("Enter")
    expect(page.locator(".studio-outline")).to_contain_text("Look at the days")


def test_what_a_closed_browser_could_not_save_can_be_put_back(editor, draft):
    page = editor()
    page.on("dialog", lambda asked: asked.accept())  # "leave without saving?"
    page.route("**/files/**", refuse)
    name(page, "Check the balance", "Look at the days")
    page.wait_for_selector("[data-saving=kept]")
    assert "Look at the days" not in draft().file(DRAWING).decode()
    drawing(page)
    page.get_by_text("that were not saved").wait_for()
    page.unroute("**/files/**")
    page.get_by_role("button", name="Put them back").click()
    saved(page)
    assert "Look at the days" in draft().file(DRAWING).decode()


def test_a_shared_step_comes_with_what_it_needs_and_compiles(editor, draft):
    page = editor()
    choose(page, "Warn the manager")
    page.locator(".djs-context-pad [data-action='studio.ready']").click()
    page.locator(".djs-popup").get_by_text("Confirmation").click()
    page.get_by_label("What runs here").wait_for()
    saved_with(page, draft, "CA_CONFIRM")
    kept(page, lambda: "workflows/fragments/confirm.bpmn" in draft().spec["uses"])
    found = page.request.get("/studio/leave/elements").json()["elements"]
    added = next(one for one in found.values() if one["called"] == "CA_CONFIRM")
    assert {one["target"] for one in added["inputs"]} == {"who", "days", "subject", "result"}
    assert {one["target"] for one in added["outputs"]} == {"outcome", "comment"}


def test_an_offer_is_one_step_that_undo_takes_back(editor, draft):
    page = editor()
    choose(page, "Sick leave?")
    page.get_by_role("checkbox", name="Otherwise: if no other way fits").first.uncheck()
    offer = page.locator(".studio-findings .offer").first
    offer.wait_for()
    saved(page)
    before = draft().file(DRAWING)
    offer.click()
    kept(page, lambda: draft().file(DRAWING) != before)
    saved(page)
    page.get_by_role("button", name="Undo").click()
    kept(page, lambda: draft().file(DRAWING) == before)


def test_in_persian_the_tools_speak_persian_and_the_drawing_stays_left_to_right(editor):
    page = editor(language="fa")
    box, paper = page.locator(".djs-palette").bounding_box(), page.locator(".drawing").bounding_box()
    assert box["x"] > paper["x"] + paper["width"] / 2
    expect(page.locator(".canvas")).to_have_attribute("dir", "ltr")
    titles = page.locator(".djs-palette .entry").evaluate_all("(all) => all.map((one) => one.ariaLabel)")
    assert not [title for title in titles if title.isascii()]
    choose(page, "بررسی مانده")
    page.get_by_label("چه کسی انجام می‌دهد").wait_for()


PRESS = """(one, [code, key, shiftKey]) => one.dispatchEvent(
    new KeyboardEvent("keydown", {code, key, shiftKey, ctrlKey: true, bubbles: true, cancelable: true}))"""


def test_keys_work_on_a_persian_layout_and_undo_also_beside_the_paper(editor):
    page = editor(language="fa")
    steps = page.locator(".djs-shape")
    before = steps.count()
    paper = page.locator(".canvas svg[data-element-id]").first
    choose(page, "بررسی مانده")
    for code, key in (("KeyC", "ز"), ("KeyV", "ر")):
        paper.evaluate(PRESS, [code, key, False])
    page.mouse.click(*middle(page.locator(".canvas")))
    expect(steps).to_have_count(before + 1)
    page.get_by_role("button", name="افزودن تصمیم").focus()
    page.locator(":focus").evaluate(PRESS, ["KeyZ", "ظ", False])
    expect(steps).to_have_count(before)
    page.locator("body").evaluate(PRESS, ["KeyZ", "ظ", True])
    expect(steps).to_have_count(before + 1)
    choose(page, "بررسی مانده")
    page.get_by_label("نام، چنان‌که دیده می‌شود").evaluate(PRESS, ["KeyZ", "ظ", False])
    expect(steps).to_have_count(before + 1)  # who writes undoes what was written


def middle(locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_who_only_looks_sees_the_drawing_and_changes_nothing(editor):
    page = editor("shirin")
    expect(page.locator(".djs-palette")).to_have_count(0)
    choose(page, "Check the balance")
    expect(page.get_by_label("Name, as people read it")).to_be_disabled()


def test_a_model_of_camunda_7_keeps_its_own_words(editor, leave, draft, desk):
    with desk.app.app_context(), transaction():
        save(Draft.open_of(leave, lock=True), by=Person.by_key("leila"), now=read_clock(), seen=1, what="brought",
             files={DRAWING: CAMUNDA.encode()})
    page = editor()
    choose(page, "Check")
    expect(page.get_by_label("What they fill in")).to_have_value("leave-return")
    page.get_by_role("button", name="Who does it").click()
    page.get_by_role("combobox", name="Find a group or a person").fill("HR off")
    page.get_by_role("option", name="HR office").click()
    page.get_by_text("Today: Leila Haddad and Mona Adel").wait_for()
    page.get_by_role("button", name="Add a decision").click()
    page.get_by_role("combobox", name="What the button says").fill("Done")
    page.keyboard.press("Enter")
    page.get_by_text("to End").wait_for()
    xml = saved_with(page, draft, "hr-office", 'value="done"')
    assert 'camunda:assignee="=group(&#34;hr-office&#34;)"' in xml.replace("&quot;", "&#34;")
    assert '<camunda:property name="outcomes" value="done"' in xml
    assert "zeebe" not in xml
    read = page.request.get("/studio/leave/elements").json()["elements"]["Check"]
    assert (read["who"], read["outcomes"], read["form"]) == (['=group("hr-office")'], ["done"], "leave-return")
