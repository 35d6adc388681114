"""Declared inputs and outputs of an element: what it sees under which name, and what of its results stays."""

from typing import NamedTuple

from app.engine.asking import ask, reckon
from app.engine.errors import Trouble
from app.engine.token import MISSING
from app.engine.values import ValueRefused, plain


class Copy(NamedTuple):
    """A data association: the variable `source`, if there is one, or an `expression`, under the name `target`."""

    source: str | None
    expression: str | None
    target: str

    def value(self, token, seen: dict):
        if self.expression:
            return reckon(token, self.expression, seen)
        return {**token.visible(), **seen}.get(self.source, MISSING)


class Maps(NamedTuple):
    """Input and output Mappings of one element, and its data associations."""

    inputs: tuple
    outputs: tuple
    copied_in: tuple[Copy, ...] = ()
    copied_out: tuple[Copy, ...] = ()


def local(token, maps) -> dict:
    """The local variables that the inputs make; later ones may read earlier ones."""
    made = {}
    for copy in maps.copied_in:
        value = copy.value(token, made)
        if value is not MISSING:
            made[copy.target] = value
    for one in maps.inputs:
        put(made, one.target, ask(token, one.source, made))
    return made


def store(token, maps, results: dict) -> None:
    """Write results to the token: through the outputs where there are any, as they are otherwise."""
    results = accepted(results)
    for copy in maps.copied_out:
        value = copy.value(token, results)
        if value is not MISSING:
            token.write(copy.target, accepted({copy.target: value})[copy.target])
    outputs = maps.outputs
    if not outputs:
        for name, value in results.items():
            token.write(name, value)
        return
    made = {}
    for one in outputs:
        put(made, one.target, ask(token, one.source, {**results, **made}), token.data)
    for name, value in made.items():
        token.write(name, accepted({name: value})[name])


def put(variables: dict, path: str, value, outer: dict | None = None) -> None:
    """Set `a` or, inside a dict variable, `a.b.c`; dicts on the way are copied, never changed in place."""
    first, *rest = path.split(".")
    if not rest:
        variables[first] = value
        return
    start = variables.get(first, (outer or {}).get(first))
    inner = variables[first] = dict(start) if isinstance(start, dict) else {}
    put(inner, ".".join(rest), value)


def accepted(values: dict) -> dict:
    try:
        return plain(values)
    except ValueRefused as refused:
        raise Trouble("script", "value-not-kept", detail=refused) from None
