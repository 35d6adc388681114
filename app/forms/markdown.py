"""Markdown and HTML of designers to harmless HTML."""

import re

import nh3
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
_OF_DESIGNERS = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")
_TAGS = {
    "p", "br", "div", "span", "strong", "b", "em", "i", "u", "s", "small", "sub", "sup", "code", "pre", "ul", "ol",
    "li", "a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "table", "thead", "tbody", "tr", "th", "td",
}
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_SCHEMES = {"http", "https", "mailto", "tel"}
_LIKE_OURS = (("h4", "h5"), ("h3", "h4"), ("h2", "h3"), ("h1", "h2"), ("i", "em"))
_LEADS_NOWHERE = re.compile(r'<a rel="noopener noreferrer">(.*?)</a>', re.DOTALL)
_SPECIAL = re.compile(r"""[\\`*_{}\[\]()#+\-.!|<>~&"'=]""")


def as_html(markdown: str) -> str:
    """The HTML of a Markdown text that people had a part in; tags in it are shown as they are written."""
    return clean(_READER.render(markdown))


def with_tags(markdown: str) -> str:
    """The HTML of a designer's Markdown, in which HTML may stand; values in it must be `escaped`."""
    return clean(_OF_DESIGNERS.render(markdown))


def clean(html: str) -> str:
    """No scripts, styles, pictures or frames, links only to pages and addresses; headings begin at level 2."""
    html = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer")
    for tag, ours in _LIKE_OURS:
        html = html.replace(f"<{tag}>", f"<{ours}>").replace(f"</{tag}>", f"</{ours}>")
    return _LEADS_NOWHERE.sub(r"\1", html)


def escaped(text: str) -> str:
    """A text in which neither Markdown nor HTML finds anything to read.

    References to characters mean text wherever they stand (CommonMark 2.5), between tags and within them as well; a
    backslash is only a backslash there.
    """
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text).replace("\n", " ")
