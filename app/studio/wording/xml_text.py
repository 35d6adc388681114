"""Finding texts in a drawing by where they stand, so that one can be changed and the rest stays as it was drawn.

Works on whatever can be read as tags, also where the model is unfit to be run.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

_TOKEN = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![^>]*>|"""
    r"""<(?P<close>/)?(?P<name>[\w.:-]+)(?P<attributes>(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?P<empty>/)?>""",
    re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.DOTALL)
_ENCODING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""")


@dataclass(frozen=True)
class Place:
    """A text and where it stands; `quote` is what closes an attribute, empty for the text of an element."""

    text: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Tag:
    """A start tag by its local name; `owner` is the id of the nearest thing around it that has one."""

    name: str
    attributes: dict[str, Place]
    owner: str
    content: Place | None = field(default=None)

    def get(self, name: str) -> str:
        return self.attributes[name].text if name in self.attributes else ""


@lru_cache(maxsize=128)
def sheet_of(data: bytes) -> "Sheet":
    """The sheet of a file; what was read of the same bytes before is not read again."""
    return Sheet(data)


class Sheet:
    """One drawing as text. Raises UnicodeDecodeError or LookupError where it is no text."""

    def __init__(self, data: bytes):
        told = _ENCODING.match(data.lstrip(b"\xef\xbb\xbf"))
        self.encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else told[1].decode() if told else "utf-8"
        self.text = data.decode(self.encoding)

    @cached_property
    def tags(self) -> list[Tag]:
        """All start tags in their order."""
        return list(self._tags())

    def _tags(self) -> Iterator[Tag]:
        owners = [""]
        for found in _TOKEN.finditer(self.text):
            if not found["name"]:
                continue
            if found["close"]:
                del owners[max(1, len(owners) - 1):]
                continue
            attributes = self._attributes(found)
            own = attributes["id"].text if "id" in attributes else owners[-1]
            name = found["name"].rpartition(":")[2]
            yield Tag(name, attributes, own, None if found["empty"] else self._content(found.end()))
            if not found["empty"]:
                owners.append(own)

    def _attributes(self, tag) -> dict[str, Place]:
        offset, places = tag.start("attributes"), {}
        for one in _ATTRIBUTE.finditer(tag["attributes"]):
            group = 2 if one[2] is not None else 3
            start, end, quote = offset + one.start(group), offset + one.end(group), '"' if group == 2 else "'"
            places[one[1].rpartition(":")[2]] = Place(html.unescape(one[group]), start, end, quote)
        return places

    def _content(self, start) -> Place | None:
        end = self.text.find("<", start)
        text = self.text[start:end]
        return Place(html.unescape(text), start, end, "") if text.strip() else None


def quoted(text: str, quote: str) -> str:
    """`text` as it may stand between these quotes, or in an element where there are none."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    if not quote:
        return text
    return text.replace(quote, "&quot;" if quote == '"' else "&apos;").replace("\n", "&#10;")
