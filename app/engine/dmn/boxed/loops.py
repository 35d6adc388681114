"""Boxed iterators and filters (DMN 1.4, 10.2.1.11 and .12)."""
from collections.abc import Callable
from typing import Any

from app.engine.dmn.expressions import Desk, Node
from app.engine.dmn.xml import child, children
from app.engine.feel.nodes import every_one, filtered, for_each, some_one


def boxed_for(element: Any, desk: Desk, inner: Any) -> Node:
    return _loop(element, desk, inner, "return", for_each)


def boxed_some(element: Any, desk: Desk, inner: Any) -> Node:
    return _loop(element, desk, inner, "satisfies", some_one)


def boxed_every(element: Any, desk: Desk, inner: Any) -> Node:
    return _loop(element, desk, inner, "satisfies", every_one)


def boxed_filter(element: Any, desk: Desk, inner: Any) -> Node:
    return filtered(_inside(element, "in", desk, inner), _inside(element, "match", desk, inner))


def _loop(element: Any, desk: Desk, inner: Any, word: str, build: Callable) -> Node:
    items = _inside(element, "in", desk, inner)
    return build([(element.get("iteratorVariable", "item"), items, None)], _inside(element, word, desk, inner))


def _inside(element: Any, name: str, desk: Desk, inner: Any) -> Node:
    part = child(element, name)
    boxes = [] if part is None else [box for box in children(part) if not str(box.tag).endswith("}description")]
    return inner(boxes[0], desk) if boxes else desk.broken(element, f"The part named {name} is empty.")
