"""Markdown of designers to harmless HTML."""

import re

import nh3
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_TAGS = {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "blockquote", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}
_HEADINGS = (("h4", "h5"), ("h3", "h4"), ("h2", "h3"), ("h1", "h2"))
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")


def as_html(markdown: str) -> str:
    """The HTML of a Markdown text; no scripts, styles, pictures or frames. Headings begin at level 2."""
    html = _READER.render(markdown)
    for tag, lower in _HEADINGS:
        html = html.replace(f"<{tag}>", f"<{lower}>").replace(f"</{tag}>", f"</{lower}>")
    schemes = {"http", "https", "mailto", "tel"}
    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=schemes, link_rel="noopener noreferrer")


def escaped(text: str) -> str:
    """A text in which Markdown finds nothing to read."""
    return _SPECIAL.sub(r"\\\1", text).replace("\n", " ")
