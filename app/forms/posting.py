"""From posted names ("lines.0.amount") to raw nested answers. Names the form does not know are left behind."""

import re
from collections import defaultdict
from collections.abc import Iterable

from app.forms.data import ABSENT, put
from app.forms.kinds import kind_of

CONTROLS = ("_add", "_remove", "_examine", "_tried")
MOST_ROWS = 300


def gather(parts, pairs: Iterable[tuple[str, str]]) -> dict:
    """The raw answers, in the shape of the data; the buttons pressed stand under their own names ("_add": "lines")."""
    posted = defaultdict(list)
    for name, value in pairs:
        if isinstance(value, str):
            posted[name].append(value.replace("\x00", ""))
    posted = dict(posted)
    controls = {name: posted[name][-1] for name in CONTROLS if name in posted}
    return {**_level(parts, "", posted), **controls}


def pressed(raw: dict) -> bool:
    """A button inside the form was pressed, not the one that sends it."""
    return any(raw.get(name) for name in ("_add", "_remove", "_examine"))


def with_rows_changed(raw: dict) -> dict:
    """The raw answers after the row buttons did their work. `raw` itself stays as it is."""
    return _removed(_added(raw, raw.get("_add")), raw.get("_remove"))


def _level(parts, prefix, posted) -> dict:
    tree = {}
    for part in parts:
        if part.type == "group":
            _merge(tree, _level(part.parts, prefix, posted))
        elif part.path:
            name = prefix + part.key
            gathered = _rows if part.type == "dynamiclist" else kind_of(part.type).gather
            raw = gathered(part, name, posted)
            if raw is not ABSENT:
                put(tree, part.path, raw)
    return tree


def _rows(part, name, posted):
    number = re.compile(re.escape(name) + r"\.(\d{1,6})(?:\.|$)")
    rows = sorted({int(found[1]) for found in map(number.match, posted) if found})[:MOST_ROWS]
    if not rows and name not in posted:
        return ABSENT
    return [_level(part.parts, f"{name}.{row}.", posted) for row in rows]


def _added(raw, path):
    if not isinstance(path, str) or not path:
        return raw
    return _replaced(raw, path.split("."), lambda rows: [*rows, {}] if isinstance(rows, list) else [{}])


def _removed(raw, path):
    steps = path.split(".") if isinstance(path, str) else []
    if len(steps) < 2 or not steps[-1].isdecimal():
        return raw
    gone = int(steps[-1])
    return _replaced(raw, steps[:-1], lambda rows: rows[:gone] + rows[gone + 1:] if isinstance(rows, list) else rows)


def _replaced(tree, steps, change):
    """`tree` with the value at `steps` changed; every level on the way is copied, nothing is shared and altered."""
    step, rest = steps[0], steps[1:]
    if isinstance(tree, list):
        if not step.isdecimal() or int(step) >= len(tree):
            return tree
        tree = list(tree)
        tree[int(step)] = _replaced(tree[int(step)], rest, change) if rest else change(tree[int(step)])
        return tree
    tree = dict(tree) if isinstance(tree, dict) else {}
    below = tree.get(step)
    tree[step] = _replaced(below, rest, change) if rest else change(below)
    return tree


def _merge(tree: dict, other: dict) -> None:
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(tree.get(key), dict):
            _merge(tree[key], value)
        else:
            tree[key] = value
