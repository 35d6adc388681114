"""JUEL's operations as closures `node(data, functions) -> value`."""
from collections.abc import Callable
from typing import Any

from app.engine.juel.errors import JuelError
from app.engine.juel.operators import BINARY, empty, number, sized, truth

Node = Callable[[Any, Any], Any]
LONGEST_NUMBER = 300
_ABSENT = object()


def number_in(text: str) -> int | float:
    if len(text) > LONGEST_NUMBER:
        raise JuelError("A number is too long.")
    return sized(float(text) if any(letter in ".eE" for letter in text) else int(text))


def constant(value: Any) -> Node:
    node = lambda data, functions: value  # noqa: E731
    node.is_null = value is None
    return node


def variable(name: str) -> Node:
    def read(data: Any, functions: Any) -> Any:
        value = data.get(name, _ABSENT)
        if value is _ABSENT:
            raise JuelError(f"There is no variable named {name}.", "Write it in an earlier step, or ask with empty.")
        return value

    read.quiet = lambda data, functions: data.get(name)
    return read


def indexed(node: Node, key: Node) -> Node:
    """A field or an item; what is not there is null (1.6)."""

    def read(data: Any, functions: Any) -> Any:
        value, index = node(data, functions), key(data, functions)
        if isinstance(value, dict):
            return value.get(index if isinstance(index, str) else str(index))
        if isinstance(value, (list, tuple)):
            place = number(index)
            return value[int(place)] if 0 <= place < len(value) else None
        if value is None or index is None:
            return None
        raise JuelError(f"A {type(value).__name__} has no {index}.")

    return read


def call(name: str, given: list[Node]) -> Node:
    def call(data: Any, functions: Any) -> Any:
        target = (functions or {}).get(name)
        if target is None:
            raise JuelError(f"There is no function named {name}.", "Compute the value in a script task before.")
        return target(*(node(data, functions) for node in given))

    return call


def binary(sign: str, left: Node, right: Node) -> Node:
    if sign == "&&":
        return lambda data, functions: truth(left(data, functions)) and truth(right(data, functions))
    if sign == "||":
        return lambda data, functions: truth(left(data, functions)) or truth(right(data, functions))
    if getattr(right, "is_null", False):
        left = getattr(left, "quiet", left)
    if getattr(left, "is_null", False):
        right = getattr(right, "quiet", right)
    decide = BINARY[sign]
    return lambda data, functions: decide(left(data, functions), right(data, functions))


def unary(sign: str, node: Node) -> Node:
    if sign == "!":
        return lambda data, functions: not truth(node(data, functions))
    if sign == "-":
        return lambda data, functions: -number(node(data, functions))
    quiet = getattr(node, "quiet", node)
    return lambda data, functions: empty(quiet(data, functions))


def choice(condition: Node, yes: Node, no: Node) -> Node:
    return lambda data, functions: (yes if truth(condition(data, functions)) else no)(data, functions)
