"""Markdown and HTML of designers: what is harmless is shown; what people answer is text wherever it stands there."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from tests.forms.desk import form, look
from tests.forms.desk import text as text_field

SAFE = re.compile(r"(https?:|mailto:|tel:)|[^:]*$|[^:]*[^a-z0-9+.:-]", re.I)
"""An address with a scheme that only leads somewhere, or without one: what stands before a colon is no scheme then."""


class Tags(HTMLParser):
    """`tags`: every tag with the names of its attributes; `addresses` of links."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.addresses = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, *sorted(name for name, _ in attrs if name not in ("href", "rel"))))
        self.addresses += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        self.tags.append(f"/{tag}")


PHISHING = '<a href="https://evil.example">Click</a> **b** <b>B</b> "\' onclick=x [x](http://evil) </p></div><h1>H'


@pytest.mark.parametrize("text", [
    "<p>Dear {{name}}</p>", "Dear {{name}}", "<b>Dear</b> {{name}}", "<div title='{{name}}'>Dear {{name}}</div>",
    "* {{name}}\n* b", "<table><tr><td>{{name}}</td></tr></table>", "<a href=\"{{name}}\">x</a> {{name}}",
    "# {{name}}", "<!-- {{name}} --> {{name}}", "<details><summary>{{name}}</summary></details>",
])
@pytest.mark.parametrize("component", ["text", "html"])
def test_what_people_answer_is_text_wherever_it_stands_in_a_designers_html(component, text):
    shown = {"type": component, {"text": "text", "html": "content"}[component]: text}
    html = look(form(text_field("name"), shown), {"name": PHISHING}).fields[1].more["html"]
    own = look(form(text_field("name"), shown), {"name": "x"}).fields[1].more["html"]
    assert Tags(html).tags == Tags(own).tags
    assert not [one for one in Tags(html).addresses if one.startswith(("http:", "https:"))]
    assert "Click" in unescape(html)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)",
                                     "data:text/html,x", "vbscript:x", " javascript:x"])
@pytest.mark.parametrize("text", ['<a href="{}">x</a>', "<a href='{}'>x</a>", '<p><a href="{{{{name}}}}">x</a></p>'])
def test_no_address_runs_anything(text, address):
    prose = {"type": "text", "text": text.format(address)}
    html = look(form(text_field("name"), prose), {"name": address}).fields[1].more["html"]
    assert all(SAFE.match(one) for one in Tags(html).addresses), html


def test_the_html_of_a_foreign_form_is_shown_and_nothing_of_it_runs():
    text = ('<h1 class="big" onclick="x()">Rules</h1><p style="color:red">Read <b>this</b>, <i>please</i>.<br>'
            '<a href="https://example.org" target="_blank" onmouseover="x()">Here</a> '
            '<a href="mailto:it@example.org">Mail</a></p><ul><li>One</li></ul><img src="x" onerror="y()">'
            "<script>alert(1)</script><style>p{}</style><iframe src='//evil'></iframe></div><svg onload=x>")
    for shown in ({"type": "text", "text": text}, {"type": "html", "content": text}):
        html = look(form(shown)).fields[0].more["html"]
        assert "<h2>Rules</h2>" in html and "<b>this</b>" in html and "<li>One</li>" in html
        assert 'href="https://example.org"' in html and 'href="mailto:it@example.org"' in html
        assert {tag for tag in Tags(html).tags if isinstance(tag, tuple)} == {
            (tag,) for tag in ("h2", "p", "b", "em", "br", "a", "ul", "li")}
        assert "alert" not in html and "{}" not in html and html.count("</div>") == 0


def test_what_a_formula_gives_as_a_whole_is_not_read_as_html():
    for shown in ({"type": "text", "text": '="Dear " + name'}, {"type": "html", "content": '="Dear " + name'}):
        html = look(form(text_field("name"), shown), {"name": "<b>Sara</b>"}).fields[1].more["html"]
        assert "<b>" not in html and "<b>Sara</b>" in unescape(html)


def test_an_answer_reads_as_it_was_written():
    written = "C:\\dir *a* _b_ 3.5 - x & y < z #1 (q) \"quoted\" 'single'"
    for text in ("Dear {{name}}", "<p>Dear {{name}}</p>"):
        html = look(form(text_field("name"), {"type": "text", "text": text}), {"name": written}).fields[1].more["html"]
        assert unescape(re.sub(r"</?p>", "", html)).strip() == f"Dear {written}"
