"""What the front end does in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import render_template_string
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
APPROVING = "document.querySelector('#approve').addEventListener('click', () => document.title = 'approved')"
PERSIAN_A = "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ش', code: 'KeyA', bubbles: true}))"
PAGE_WITH_BAR = """{% extends "ui/frame.html" %}{% import "ui/parts.html" as p with context %}
{% block title %}Inbox{% endblock %}
{% block bars %}{{ p.undo_bar("Approved. Finance is next.", "/undo", seconds=SECONDS) }}{% endblock %}"""
FORM = """{% extends "ui/frame.html" %}{% import "ui/parts.html" as p with context %}
{% block title %}Form{% endblock %}
{% block content %}<form method="post" action="/slow"><input name="text">
{{ p.button("Send", "primary", attrs={"id": "send"}) }}</form>
<button id="ask" class="btn" hx-get="/broken" hx-target="main">Ask</button>{% endblock %}"""


def test_typed_text_survives_a_change_of_language(plain_page):
    plain_page.goto("/requests")
    plain_page.fill("[name=reason]", "For the new colleague")
    plain_page.fill("[name=secret]", "open sesame")
    plain_page.check("[name=urgent]")
    plain_page.click("summary[aria-label=Language]")
    plain_page.click("button[lang=fa]")
    plain_page.wait_for_selector("html[lang=fa]")
    expect(plain_page.locator("[name=reason]")).to_have_value("For the new colleague")
    expect(plain_page.locator("[name=urgent]")).to_be_checked()
    expect(plain_page.locator("[name=secret]")).to_have_value("")


def test_a_theme_changes_in_place(plain_page):
    plain_page.goto("/requests")
    plain_page.click("summary[aria-label='Light or dark']")
    plain_page.click("button[value=dark]")
    plain_page.wait_for_selector("html[data-theme=dark]")
    expect(plain_page.locator("main")).to_have_css("background-color", "rgb(28, 27, 26)")


def test_keys_move_and_press_on_any_layout(plain_page):
    plain_page.goto("/requests")
    plain_page.evaluate(APPROVING)
    plain_page.keyboard.press("j")
    plain_page.keyboard.press("j")
    expect(plain_page.locator(".row-title", has_text="Two")).to_be_focused()
    plain_page.keyboard.press("x")
    expect(plain_page.locator(".row-pick[value='2']")).to_be_checked()
    plain_page.evaluate("document.activeElement.blur()")
    # A Persian keyboard writes ش where a is.
    plain_page.evaluate(PERSIAN_A)
    expect(plain_page).to_have_title("approved")
    plain_page.keyboard.press("?")
    expect(plain_page.locator("dialog#keys")).to_be_visible()


def test_keys_are_silent_while_typing(plain_page):
    plain_page.goto("/requests")
    plain_page.evaluate(APPROVING)
    plain_page.focus("[name=reason]")
    plain_page.keyboard.type("a ja")
    expect(plain_page.locator("[name=reason]")).to_have_value("a ja")
    assert plain_page.title() != "approved"


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("language", ["en", "fa", "ar"])
def test_nothing_is_wider_than_the_screen(plain_page, width, language):
    plain_page.set_viewport_size({"width": width, "height": 800})
    plain_page.goto(f"/ui/components?language={language}")
    assert plain_page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_parts_pass_axe(plain_page, theme):
    plain_page.goto(f"/ui/components?theme={theme}")
    found = Axe().run(plain_page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


def test_the_undo_bar_counts_and_waits_while_looked_at(plain, plain_page):
    page = PAGE_WITH_BAR.replace("SECONDS", "60")
    plain.add_url_rule("/undo", "undo", lambda: render_template_string(page))
    plain_page.clock.install()
    plain_page.goto("/undo")
    plain_page.wait_for_selector(".undo-bar[data-counting]")
    plain_page.clock.run_for(20_000)
    left = "document.querySelector('.undo-bar progress').value"
    assert plain_page.evaluate(left) < 0.7
    plain_page.hover(".undo-bar")
    shown = plain_page.evaluate(left)
    plain_page.clock.run_for(60_000)
    assert plain_page.evaluate(left) == shown
    plain_page.mouse.move(5, 5)
    plain_page.clock.run_for(60_000)
    expect(plain_page.locator(".undo-bar")).to_have_count(0)


def test_a_dialog_opens_on_its_safe_button(plain, plain_page):
    plain_page.goto("/ui/components")
    plain_page.click("button[data-dialog=light-dialog]")
    expect(plain_page.locator("#light-dialog").get_by_text("Keep it", exact=True)).to_be_focused()
    plain_page.keyboard.press("Enter")
    expect(plain_page.locator("#light-dialog")).to_be_hidden()


def test_a_pressed_button_sends_once(plain, plain_page):
    sent = []
    plain.add_url_rule("/slow", "slow", lambda: (sent.append(1), ("", 204))[1], methods=["POST"])
    plain.add_url_rule("/form", "form", lambda: render_template_string(FORM))
    plain_page.goto("/form")
    plain_page.dblclick("#send")
    plain_page.wait_for_selector("#send[aria-busy=true]")
    plain_page.wait_for_timeout(200)
    assert sent == [1]


def test_a_failed_request_says_so_and_keeps_the_page(plain, plain_page):
    plain.add_url_rule("/broken", "broken", lambda: ("<p>stack</p>", 500))
    plain.add_url_rule("/asking", "asking", lambda: render_template_string(FORM))
    plain_page.goto("/asking")
    plain_page.fill("[name=text]", "typed")
    plain_page.click("#ask")
    plain_page.wait_for_selector(".toast[role=alert]")
    expect(plain_page.locator("[name=text]")).to_have_value("typed")
    assert "stack" not in plain_page.content()
