"""Changing single values in the text of a JSON file; everything else stays as it was typed."""

import json
import re
from dataclasses import dataclass, field
from json.decoder import scanstring

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"[^,\]}\s]+")
UNIT = "  "


@dataclass
class Node:
    """Where a value stands. `members` of an object: key -> (where its key begins, Node)."""

    start: int
    end: int = 0
    members: dict[str, tuple[int, "Node"]] | None = None
    items: list["Node"] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether it is an object, or a list that is not empty."""
        return self.members is not None or bool(self.items)


def changed(data: bytes, values: list[tuple[tuple, str, str | None]]) -> bytes:
    """The file with each (pointer to an object, key, text) put in place; None takes the key out.

    A pointer may lead to an object that is not there yet, if the one around it is.
    """
    text = data.decode("utf-8")
    for pointer, key, value in values:
        text = _put(text, pointer, key, value)
    return text.encode("utf-8")


def _put(text, pointer, key, value) -> str:
    node, missing = _find(_read(text, 0), pointer)
    if missing:
        if value is None:
            return text
        value, key = {**_nested(missing[1:], key, value)}, missing[0]
    found = node.members.get(key)
    if found is not None and value is None:
        return _without(text, node, key)
    if found is not None:
        return text[:found[1].start] + _written(value, text, "") + text[found[1].end:]
    return text if value is None else _with(text, node, key, value)


def _nested(steps, key, value) -> dict:
    return {steps[0]: _nested(steps[1:], key, value)} if steps else {key: value}


def _find(node, pointer) -> tuple[Node, tuple]:
    """The object at the pointer, or the last one on the way and the steps that are missing."""
    for at, step in enumerate(pointer):
        if isinstance(step, int):
            node = node.items[step]
        elif step in (node.members or {}) and node.members[step][1].holds:
            node = node.members[step][1]
        else:
            return node, pointer[at:]
    return node, ()


def _with(text, node, key, value) -> str:
    """A new member after the one it belongs to ("label:ar" after "label:fa"), else the last."""
    if not node.members:
        return text[:node.start] + "{" + _member(key, value, text, "") + "}" + text[node.end:]
    stem = key.rpartition(":")[0]
    like = [one for one in node.members if stem and one.rpartition(":")[0] == stem]
    after = node.members[(like or list(node.members))[-1]][1].end
    gap = text[node.start + 1:min(at for at, _ in node.members.values())]
    indent = gap.rpartition("\n")[2] if "\n" in gap else ""
    lead = gap if "\n" in gap else " " if text[after:after + 2] == ", " or len(node.members) == 1 else ""
    return text[:after] + "," + lead + _member(key, value, text, indent if "\n" in gap else "") + text[after:]


def _without(text, node, key) -> str:
    order = sorted((at, one.end, name) for name, (at, one) in node.members.items())
    place = next(number for number, one in enumerate(order) if one[2] == key)
    if place + 1 < len(order):
        return text[:order[place][0]] + text[order[place + 1][0]:]
    start = order[place - 1][1] if place else node.start + 1
    return text[:start] + text[order[place][1]:]


def _member(key, value, text, indent) -> str:
    colon = ":" if '":"' in text and '": ' not in text else ": "
    return json.dumps(key, ensure_ascii=_ascii(text, key)) + colon + _written(value, text, indent)


def _written(value, text, indent) -> str:
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=_ascii(text, str(value)))
    inner = indent + UNIT
    lines = [_member(key, one, text, inner) for key, one in value.items()]
    if not indent:
        return "{" + ", ".join(lines) + "}"
    return "{\n" + ",\n".join(inner + line for line in lines) + f"\n{indent}}}"


def _ascii(text, new) -> bool:
    """Whether letters beyond ASCII are written as escapes: only where the file does so itself."""
    return text.isascii() and "\\u" in text


def _read(text, at) -> Node:
    at = _SPACE.match(text, at).end()
    node = Node(at)
    if text[at] == "{":
        node.end = _object(text, at + 1, node)
    elif text[at] == "[":
        node.end = _list(text, at + 1, node)
    elif text[at] == '"':
        node.end = scanstring(text, at + 1, False)[1]
    else:
        node.end = _PLAIN.match(text, at).end()
    return node


def _object(text, at, node) -> int:
    node.members = {}
    while True:
        at = _SPACE.match(text, at).end()
        if text[at] in "},":
            if text[at] == "}":
                return at + 1
            at = _SPACE.match(text, at + 1).end()
        key, end = scanstring(text, at + 1, False)
        value = _read(text, _SPACE.match(text, end).end() + 1)
        node.members[key] = (at, value)
        at = value.end


def _list(text, at, node) -> int:
    while True:
        at = _SPACE.match(text, at).end()
        if text[at] == "]":
            return at + 1
        if text[at] == ",":
            at += 1
        node.items.append(_read(text, at))
        at = node.items[-1].end
