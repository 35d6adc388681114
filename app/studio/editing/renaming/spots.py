"""Every value in an XML or JSON text with the place of each of its letters, so that a change touches nothing else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

MARKUP = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|</[^>]*>|<([^\s/>!?]+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.DOTALL)
ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|\w+);")
JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)


@dataclass(frozen=True)
class Spot:
    """A value: `name` is the attribute ("" for an element's text), or in JSON the path of keys and numbers to it.

    `places` holds where each letter of `value` stands in the file's text, and one more for the end. `key` marks the
    name of an entry in JSON.
    """

    name: str | tuple
    value: str
    places: tuple[int, ...]
    key: bool = False

    def span(self, at: int, end: int) -> tuple[int, int]:
        """Where the letters from `at` to `end` of the value stand in the file's text."""
        return self.places[at], self.places[end - 1] + 1 if end > at else self.places[at]


def xml_spots(text: str) -> Iterator[list[Spot]]:
    """For every element in the order of its start tag: its attributes, and the text before its first child."""
    found = list(MARKUP.finditer(text))
    for at, match in enumerate(found):
        if match[1] is None:
            continue
        spots = [_attribute(match.start(2), one) for one in ATTRIBUTE.finditer(match[2])]
        if not match[0].endswith("/>"):
            spots += _text(text, found, at)
        yield spots


def json_spots(text: str) -> Iterator[Spot]:
    """Every text in a JSON document, names of entries included, in order. The text must be sound JSON."""
    path: list = []
    awaits_key: list[bool] = []
    for match in JSON_TOKEN.finditer(text):
        token = match[0]
        if token == "{":
            path.append(None)
            awaits_key.append(True)
        elif token == "[":
            path.append(0)
            awaits_key.append(False)
        elif token in "}]":
            path.pop()
            awaits_key.pop()
        elif token == ",":
            if isinstance(path[-1], int):
                path[-1] += 1
            else:
                awaits_key[-1] = True
        elif token.startswith('"'):
            value, places = _unescaped(text, match.start() + 1, match.end() - 1, ESCAPE, _json_letter)
            key = bool(awaits_key and awaits_key[-1])
            if key:
                path[-1], awaits_key[-1] = value, False
            yield Spot(tuple(path), value, places, key)


def changed(text: str, edits: dict[tuple[int, int], str]) -> str:
    """The text with each stretch (from, to) replaced."""
    for (at, end), new in sorted(edits.items(), reverse=True):
        text = text[:at] + new + text[end:]
    return text


def _attribute(offset, match) -> Spot:
    group = 2 if match[2] is not None else 3
    start = offset + match.start(group)
    value, places = _unescaped(match[group], 0, len(match[group]), ENTITY, unescape)
    return Spot(match[1], value, tuple(start + one for one in places))


def _text(text, found, at) -> list[Spot]:
    """Runs of text and CDATA up to the next child, comment or end."""
    value, places, start = "", (), found[at].end()
    for match in found[at + 1:]:
        run, spread = _unescaped(text, start, match.start(), ENTITY, unescape)
        value, places = value + run, places[:-1] + spread if value else spread
        if not match[0].startswith("<![CDATA["):
            break
        inside = match[0][9:-3]
        value += inside
        places = (*places[:-1], *range(match.start() + 9, match.start() + 9 + len(inside) + 1))
        start = match.end()
    return [Spot("", value, places)] if value.strip() else []


def _unescaped(text, start, end, pattern, letter) -> tuple[str, tuple[int, ...]]:
    value, places, at = [], [], start
    for match in pattern.finditer(text, start, end):
        value += text[at:match.start()]
        places += range(at, match.start())
        meant = letter(match[0])
        value += meant
        places += [match.start()] * len(meant)
        at = match.end()
    value += text[at:end]
    places += range(at, end + 1)
    return "".join(value), tuple(places)


def _json_letter(escape: str) -> str:
    return json.loads(f'"{escape}"')
