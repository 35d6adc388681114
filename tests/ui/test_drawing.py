"""The drawing in a browser: painted with what happened, in step with the list beside it."""

from pathlib import Path

import pytest
from flask import render_template_string
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
XML = (Path(__file__).parent / "drawn.bpmn").read_text()
PAGE = """{% extends "ui/frame.html" %}{% import "ui/parts.html" as p with context %}
{% block title %}Leave{% endblock %}{% block head %}{{ p.drawing_head() }}{% endblock %}
{% block main %}{{ p.drawing(xml, marks, outline, title="Leave, version 1") }}{% endblock %}"""
MARKS = {
    "rest": "ahead", "focus": "Approve",
    "elements": {"Asked": {"state": "done"}, "Check": {"state": "done", "count": 2},
                 "Approve": {"state": "now", "tag": "Maria Rossi, 1 d", "facts": [["Who", "Finance, Maria Rossi"]]}},
    "flows": {"To_check": 1, "To_approve": 2},
}
OUTLINE = [
    {"id": "Asked", "name": "Asked", "state": "done"},
    {"id": "Check", "name": "Check the balance", "state": "done"},
    {"id": "Approve", "name": "Approve the leave", "state": "now"},
    {"id": "Done", "name": "Done", "state": "ahead"},
]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'"
)


@pytest.fixture
def drawn(plain, plain_page):
    """A page with the drawing, in the language asked for."""
    complaints = []
    plain.add_url_rule("/xml", "xml", lambda: (XML, {"Content-Type": "application/xml"}))

    @plain.get("/drawing/<names>")
    def drawing(names):
        told = {**MARKS, "names": {"Check": "بررسی مانده"} if names == "persian" else {}}
        return render_template_string(PAGE, marks=told, outline=OUTLINE, xml="/xml" if names != "lost" else "/nowhere")

    @plain.after_request
    def strict(response):
        response.headers["Content-Security-Policy"] = POLICY
        return response

    plain_page.on("pageerror", lambda error: complaints.append(str(error)))
    plain_page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)

    def show(address):
        plain_page.goto(address)
        plain_page.wait_for_selector("[data-element-id=Done]")
        plain_page.wait_for_selector(".outline [aria-current]")  # the last thing that is done when it is drawn
        return plain_page

    yield show
    # That a file is missing is what the last test is about.
    assert [said for said in complaints if "404" not in said] == []


def stroke(page, element: str, part: str) -> str:
    return page.evaluate(
        "chosen => getComputedStyle(document.querySelector(chosen)).stroke",
        f"[data-element-id={element}] .djs-visual > {part}")


def test_done_now_and_not_reached_have_their_colours(drawn):
    page = drawn("/drawing/english")
    assert stroke(page, "Check", "rect") == "rgb(44, 106, 60)"
    assert stroke(page, "Approve", "rect") == "rgb(14, 90, 115)"
    assert stroke(page, "Done", "circle") == "rgb(133, 127, 115)"
    assert stroke(page, "To_approve", "path") == "rgb(44, 106, 60)"
    assert stroke(page, "To_end", "path") == "rgb(133, 127, 115)"


def test_who_has_it_and_how_often_stands_on_the_drawing(drawn):
    page = drawn("/drawing/english")
    expect(page.locator(".tag-now")).to_have_text("Maria Rossi, 1 d")
    expect(page.locator(".mark.times")).to_have_text(["2×", "2×"])
    expect(page.locator(".mark.tick")).to_have_count(2)


def test_the_list_and_the_drawing_choose_together(drawn):
    page = drawn("/drawing/english")
    expect(page.locator(".outline [aria-current] .step-name")).to_have_text("Approve the leave")
    expect(page.locator(".chosen")).to_contain_text("Finance, Maria Rossi")
    page.click(".outline button[data-element=Check]")
    page.wait_for_selector("[data-element-id=Check].selected")
    page.click("[data-element-id=Done] .djs-hit", force=True)
    page.wait_for_selector(".outline button[data-element=Done][aria-current]")
    expect(page.locator(".chosen")).to_be_hidden()


def test_names_are_the_readers_and_the_drawing_stays_left_to_right(drawn):
    page = drawn("/drawing/persian?language=fa&theme=dark")
    expect(page.locator("[data-element-id=Check]")).to_contain_text("بررسی")
    assert page.evaluate("getComputedStyle(document.querySelector('.drawing')).direction") == "ltr"
    expect(page.locator(".mark.times").first).to_have_text("۲×")


def test_a_label_that_was_measured_too_narrow_is_not_broken_within_a_word(drawn):
    page = drawn("/drawing/plain")
    label = page.locator("[data-element-id=Done_label] text.djs-label")
    expect(label.locator("tspan")).to_have_text(["Done"])
    middle = "one => { const box = one.getBoundingClientRect(); return box.x + box.width / 2; }"
    circle = page.locator("[data-element-id=Done] .djs-visual").evaluate(middle)
    assert abs(label.evaluate(middle) - circle) < 3


def test_the_drawing_can_be_made_larger_and_whole_again(drawn):
    page = drawn("/drawing/english")
    size = page.locator(".drawing-tools output")
    before = size.text_content()
    page.click("[data-zoom=in]")
    expect(size).not_to_have_text(before)
    page.click("[data-zoom=fit]")
    expect(size).to_have_text(before)


def test_the_mark_of_bpmn_io_is_seen(drawn):
    page = drawn("/drawing/english")
    expect(page.locator(".bjs-powered-by")).to_be_visible()
    covered = "el => { const r = el.getBoundingClientRect();"
    covered += " return el.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)) }"
    assert page.locator(".bjs-powered-by").evaluate(covered)


def test_a_drawing_that_cannot_be_fetched_leaves_the_list(drawn, plain_page):
    plain_page.goto("/drawing/lost")
    plain_page.wait_for_selector(".drawing-wait:not([hidden])")
    expect(plain_page.locator(".outline button")).to_have_count(4)
