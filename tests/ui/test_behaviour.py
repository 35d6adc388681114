"""What the front end does in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import render_template_string

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
    plain_page.wait_for_function("document.querySelector('[name=reason]').value === 'For the new colleague'")
    assert plain_page.is_checked("[name=urgent]")
    assert plain_page.input_value("[name=secret]") == ""


def test_a_theme_changes_in_place(plain_page):
    plain_page.goto("/requests")
    plain_page.click("summary[aria-label='Light or dark']")
    plain_page.click("button[value=dark]")
    plain_page.wait_for_selector("html[data-theme=dark]")
    assert plain_page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor") == "rgb(28, 27, 26)"


def test_keys_move_and_press_on_any_layout(plain_page):
    plain_page.goto("/requests")
    plain_page.evaluate(APPROVING)
    plain_page.keyboard.press("j")
    plain_page.keyboard.press("j")
    assert plain_page.evaluate("document.activeElement.textContent") == "Two"
    plain_page.keyboard.press("x")
    assert plain_page.is_checked(".row-pick[value='2']")
    plain_page.evaluate("document.activeElement.blur()")
    # A Persian keyboard writes ش where a is.
    plain_page.evaluate(PERSIAN_A)
    assert plain_page.title() == "approved"
    plain_page.keyboard.press("?")
    assert plain_page.is_visible("dialog#keys")


def test_keys_are_silent_while_typing(plain_page):
    plain_page.goto("/requests")
    plain_page.evaluate(APPROVING)
    plain_page.focus("[name=reason]")
    plain_page.keyboard.type("a ja")
    assert plain_page.input_value("[name=reason]") == "a ja"
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
    page = PAGE_WITH_BAR.replace("SECONDS", "1")
    plain.add_url_rule("/undo", "undo", lambda: render_template_string(page))
    plain_page.goto("/undo")
    plain_page.hover(".undo-bar")
    shown = plain_page.evaluate("document.querySelector('.undo-bar progress').value")
    plain_page.wait_for_timeout(300)
    assert plain_page.evaluate("document.querySelector('.undo-bar progress').value") == pytest.approx(shown, abs=0.15)
    plain_page.mouse.move(5, 5)
    plain_page.wait_for_selector(".undo-bar", state="detached")


def test_a_dialog_opens_on_its_safe_button(plain, plain_page):
    plain_page.goto("/ui/components")
    plain_page.click("button[data-dialog=light-dialog]")
    assert plain_page.evaluate("document.activeElement.textContent") == "Keep it"
    plain_page.keyboard.press("Enter")
    assert plain_page.is_hidden("#light-dialog")


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
    assert plain_page.input_value("[name=text]") == "typed"
    assert "stack" not in plain_page.content()
