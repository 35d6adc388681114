"""Boxed expressions (DMN clause 7.3 and 10.2): each kind of box to a node."""
from typing import Any

from app.engine.dmn.boxed.contexts import boxed_context, boxed_list, boxed_relation
from app.engine.dmn.boxed.functions import boxed_function, boxed_invocation
from app.engine.dmn.boxed.loops import boxed_every, boxed_filter, boxed_for, boxed_some
from app.engine.dmn.expressions import Desk, Node
from app.engine.dmn.table import decision_table
from app.engine.dmn.xml import child, local
from app.engine.feel import Frame


def boxed(element: Any, desk: Desk) -> Node:
    """The node of any expression element, its value fitted to the element's own type."""
    build = _BOXES.get(local(element))
    if build is None:
        return desk.broken(element, f"A {local(element)} is not an expression.")
    return desk.typed(build(element, desk, boxed), desk.resolve(type_name(element)), "The value")


def boxed_in(element: Any, desk: Desk) -> Node:
    """The node of the one expression inside an element; without one there is nothing to decide."""
    found = child(element, *_BOXES)
    return boxed(found, desk) if found is not None else desk.broken(element, "Nothing is written here to decide by.")


def type_name(element: Any) -> str | None:
    """`typeRef` is an attribute since DMN 1.2; before, it could be a child."""
    found = element.get("typeRef")
    inner = child(element, "typeRef") if found is None else None
    return found if inner is None else "".join(inner.itertext()).strip()


def _literal(element: Any, desk: Desk, inner: Any) -> Node:
    return desk.expression(element)


def _conditional(element: Any, desk: Desk, inner: Any) -> Node:
    """DMN 1.4, 10.2.1.10."""
    parts = [child(element, name) for name in ("if", "then", "else")]
    if None in parts:
        return desk.broken(element, "A conditional needs its if, then and else.")
    condition, yes, no = (boxed_in(part, desk) for part in parts)

    def decide(frame: Frame) -> Any:
        answer = condition(frame)
        if answer is not None and not isinstance(answer, bool):
            return frame.run.warn("The condition is neither true nor false.")
        return (yes if answer else no)(frame)

    return decide


_BOXES = {
    "literalExpression": _literal, "context": boxed_context, "list": boxed_list, "relation": boxed_relation,
    "functionDefinition": boxed_function, "invocation": boxed_invocation, "decisionTable": decision_table,
    "conditional": _conditional, "for": boxed_for, "some": boxed_some, "every": boxed_every, "filter": boxed_filter,
}

__all__ = ["boxed", "boxed_in", "type_name"]
