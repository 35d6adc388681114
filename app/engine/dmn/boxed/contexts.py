"""Boxed contexts, lists and relations (DMN 7.3.3, 7.3.5, 7.3.6)."""
from typing import Any

from app.engine.dmn.expressions import Desk, Node
from app.engine.dmn.xml import child, children
from app.engine.feel import Frame
from app.engine.feel.nodes import list_of


def boxed_context(element: Any, desk: Desk, inner: Any) -> Node:
    """Entries see the ones before them; an entry without a name is the result."""
    entries = [_entry(entry, desk, inner) for entry in children(element, "contextEntry")]

    def build(frame: Frame) -> Any:
        made: dict[str, Any] = {}
        within = frame.inner(made)
        for name, node in entries:
            if name is None:
                return node(within)
            made[name] = node(within)
        return made

    return build


def boxed_list(element: Any, desk: Desk, inner: Any) -> Node:
    return list_of([inner(item, desk) for item in children(element) if _is_box(item)])


def boxed_relation(element: Any, desk: Desk, inner: Any) -> Node:
    """A list of contexts, one for each row."""
    columns = [column.get("name") for column in children(element, "column")]
    rows = [[inner(cell, desk) for cell in children(row) if _is_box(cell)] for row in children(element, "row")]

    def build(frame: Frame) -> list:
        return [{name: cell(frame) for name, cell in zip(columns, row, strict=False)} for row in rows]

    return build


def _entry(entry: Any, desk: Desk, inner: Any) -> tuple[str | None, Node]:
    variable = child(entry, "variable")
    boxes = [part for part in children(entry) if _is_box(part) and part is not variable]
    if not boxes:
        return None if variable is None else variable.get("name"), desk.broken(entry, "The entry is empty.")
    node = inner(boxes[-1], desk)
    if variable is None:
        return None, node
    wanted = desk.resolve(variable.get("typeRef"))
    return variable.get("name"), desk.typed(node, wanted, variable.get("name", ""))


def _is_box(element: Any) -> bool:
    return not str(element.tag).endswith(("}variable", "}description", "}extensionElements", "}typeRef"))
