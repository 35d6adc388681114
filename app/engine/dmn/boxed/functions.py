"""Boxed functions and invocations (DMN 7.3.2.5, 7.3.4)."""
from typing import Any

from app.engine.dmn.expressions import Desk, Node
from app.engine.dmn.item_types import MISFIT, ItemType, feel_type, fit
from app.engine.dmn.xml import child, children
from app.engine.feel import Frame, Function, Run
from app.engine.feel.nodes import call_value

Parameters = tuple[tuple[str, ItemType | None], ...]


def parameters_of(element: Any, desk: Desk) -> Parameters:
    """The formal parameters of a function definition."""
    return tuple(
        (parameter.get("name", ""), desk.resolve(parameter.get("typeRef")))
        for parameter in children(element, "formalParameter")
    )


def body_of(element: Any, desk: Desk, inner: Any) -> Node:
    """What a function definition computes. Functions of Java and PMML are not called: their results are null."""
    if element.get("kind", "FEEL").upper() != "FEEL":
        return lambda frame: frame.run.warn("Functions of other languages are not called.")
    boxes = [part for part in children(element) if not str(part.tag).endswith(_OTHERS)]
    return inner(boxes[-1], desk) if boxes else desk.broken(element, "The function has no body.")


def function_value(
    name: str, parameters: Parameters, body: Node, outer: Frame, known: dict[str, Any], result: ItemType | None = None
) -> Function:
    """A function over `known` names and its arguments. An argument of a wrong type makes the call null."""

    def call(run: Run, arguments: list) -> Any:
        names = dict(known)
        for (parameter, wanted), value in zip(parameters, arguments, strict=True):
            names[parameter] = fit(value, wanted, run)
            if names[parameter] is MISFIT:
                return run.warn(f"{parameter} of {name} is not a {wanted.name}.")
        return body(Frame(names, outer, run))

    types = [None if wanted is None else feel_type(wanted) for _, wanted in parameters]
    names = [parameter for parameter, _ in parameters]
    return Function(name, names, call, types, None if result is None else feel_type(result))


def boxed_function(element: Any, desk: Desk, inner: Any) -> Node:
    parameters = parameters_of(element, desk)
    body = body_of(element, desk, inner)
    return lambda frame: function_value("The function", parameters, body, frame, {})


def boxed_invocation(element: Any, desk: Desk, inner: Any) -> Node:
    """Calls what the first expression names, with bindings by name."""
    target = child(element, "literalExpression")
    if target is None:
        return desk.broken(element, "The invocation names nothing to call.")
    named = [_binding(binding, desk, inner) for binding in children(element, "binding")]
    called = desk.expression(target)
    return call_value(called, [], named) if named else call_value(called, [], None)


def _binding(binding: Any, desk: Desk, inner: Any) -> tuple[str, Node]:
    parameter = child(binding, "parameter")
    boxes = [part for part in children(binding) if part is not parameter]
    name = "" if parameter is None else parameter.get("name", "")
    return name, inner(boxes[-1], desk) if boxes else lambda frame: None


_OTHERS = ("}formalParameter", "}description", "}extensionElements", "}variable")
