"""Calling functions: built in, written in FEEL, held in a variable, or given from outside."""
from collections.abc import Callable, Sequence
from typing import Any

from app.engine.feel.function import Function
from app.engine.feel.plain import from_json, to_json
from app.engine.feel.run import Run
from app.engine.feel.scope import MISSING, Frame
from app.engine.feel.types import Type, conforms, type_name

Node = Callable[[Frame], Any]
Named = Sequence[tuple[str, Node]] | None


def call_named_function(name: str, built_in: Any, given: Sequence[Node], named: Named) -> Node:
    """A variable that is a function wins over one given from outside, that over a built-in one."""

    def call(frame: Frame) -> Any:
        target = frame.find(name)
        if not isinstance(target, Function):
            outside = frame.run.functions.get(name) if frame.run.functions else None
            if outside is not None:
                target = outside_function(name, outside)
            elif built_in is not None:
                target = built_in
            elif target is MISSING:
                return frame.run.warn(f"There is no function named {name}.")
        return _called(target, given, named, frame)

    return call


def call_value(node: Node, given: Sequence[Node], named: Named) -> Node:
    return lambda frame: _called(node(frame), given, named, frame)


def _called(target: Any, given: Sequence[Node], named: Named, frame: Frame) -> Any:
    if not hasattr(target, "invoke"):
        return frame.run.warn(f"A {type_name(target)} is not a function.")
    run = frame.run
    arguments = [node(frame) for node in given]
    by_name = None if named is None else {name: node(frame) for name, node in named}
    run.enter()
    try:
        return target.invoke(run, arguments, by_name)
    finally:
        run.leave()


def written_function(parameters: Sequence[tuple[str, Type | None]], body: Node) -> Node:
    """`function(a: number, b) ...`: it remembers the names around it. A value of a wrong type makes the call null."""
    names = [name for name, _ in parameters]
    types = [wanted for _, wanted in parameters]

    def build(frame: Frame) -> Function:
        def call(run: Run, arguments: list) -> Any:
            for place, wanted in enumerate(types):
                if wanted is not None:
                    arguments[place] = _coerced(arguments[place], wanted)
                    if not conforms(arguments[place], wanted):
                        return run.warn(f"{names[place]} must be a {wanted.name}.")
            return body(Frame(dict(zip(names, arguments, strict=True)), frame, run))

        return Function("", names, call, types)

    return build


def _coerced(value: Any, wanted: Type) -> Any:
    """DMN 10.3.2.9.4: one item stands for its list, and a list of one for its item."""
    if conforms(value, wanted):
        return value
    if wanted.name == "list" and not isinstance(value, list):
        return [value]
    if isinstance(value, list) and len(value) == 1 and conforms(value[0], wanted):
        return value[0]
    return value


def outside_function(name: str, call: Callable) -> "OutsideFunction":
    return OutsideFunction(name, call)


class OutsideFunction(Function):
    """A Python callable that takes and gives plain data, by position or by name."""

    __slots__ = ()

    def __init__(self, name: str, call: Callable) -> None:
        super().__init__(name, (), call)

    def invoke(self, run: Run, arguments: list, named: dict[str, Any] | None) -> Any:
        plain = {key: to_json(value) for key, value in (named or {}).items()}
        try:
            return from_json(self.call(*map(to_json, arguments), **plain))
        except (TypeError, LookupError) as trouble:
            return run.warn(f"{self.name}() cannot be called like this: {trouble}.")
