"""How a built-in function is declared: its signature as DMN writes it, above a plain Python function."""
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.engine.feel.function import Function
from app.engine.feel.run import Run
from app.engine.feel.types import type_name

_ABSENT = object()
_TABLE: dict[str, "BuiltIn"] = {}


@dataclass(frozen=True, slots=True)
class Parameter:
    """`many` takes, as the first one, a list or every argument; as the last one, all that follow too."""

    name: str
    kinds: frozenset[str]
    optional: bool
    nullable: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Signature:
    parameters: tuple[Parameter, ...]
    call: Callable

    def bind(self, arguments: list, named: dict[str, Any] | None) -> list | None:
        """The arguments in order, or None if they do not fit."""
        fixed, rest = self.parameters, []
        if named is not None:
            if not set(named) <= {parameter.name for parameter in fixed}:
                return None
            arguments = [named.get(parameter.name, _ABSENT) for parameter in fixed]
        elif fixed and fixed[0].many:
            arguments = self._gathered(arguments)
        elif fixed and fixed[-1].many:
            arguments, rest = arguments[: len(fixed)], arguments[len(fixed) :]
        if arguments is None or len(arguments) > len(fixed):
            return None
        given = arguments + [_ABSENT] * (len(fixed) - len(arguments))
        bound = [_fitted(value, parameter) for value, parameter in zip(given, fixed, strict=True)]
        return None if _ABSENT in map(_own, bound) else bound + rest

    def _gathered(self, arguments: list) -> list | None:
        if len(arguments) == 1:
            return arguments
        return [arguments] if arguments else None


def _own(value: Any) -> Any:
    return value if value is _ABSENT else None


def _fitted(value: Any, parameter: Parameter) -> Any:
    """The value as the parameter takes it, with DMN 10.3.2.9.4's coercions; _ABSENT if it cannot."""
    if value is _ABSENT:
        return None if parameter.optional else _ABSENT
    if value is None:
        return None if parameter.nullable else _ABSENT
    if "any" in parameter.kinds or type_name(value) in parameter.kinds:
        return value
    if "list" in parameter.kinds:
        return [value]
    if isinstance(value, list) and len(value) == 1 and type_name(value[0]) in parameter.kinds:
        return value[0]
    return _ABSENT


class BuiltIn(Function):
    """A function with one or more signatures; the first that the arguments fit is called."""

    __slots__ = ("signatures",)

    def __init__(self, name: str, signature: Signature) -> None:
        super().__init__(name, [parameter.name for parameter in signature.parameters], signature.call)
        self.signatures = [signature]

    def invoke(self, run: Run, arguments: list, named: dict[str, Any] | None) -> Any:
        for value in arguments if named is None else named.values():
            if isinstance(value, (str, list)):
                run.spend(len(value) >> 8)
        for signature in self.signatures:
            bound = signature.bind(arguments, named)
            if bound is not None:
                return signature.call(run, *bound)
        given = arguments if named is None else list(named.values())
        kinds = ", ".join(map(type_name, given)) or "nothing"
        return run.warn(f"{self.name}() cannot be called with {kinds}.")


def function(text: str) -> Callable:
    """As in `@function("substring(string: string, start position: number, length?: number?)")`.

    `length?` may be left out, `number?` may be null, `list...` is one list or every argument.
    """
    name, _, rest = text.partition("(")
    parameters = tuple(_parameter(part) for part in rest.rstrip(")").split(",") if part.strip())

    def register(call: Callable) -> Callable:
        signature = Signature(parameters, call)
        if name in _TABLE:
            _TABLE[name].signatures.append(signature)
        else:
            _TABLE[name] = BuiltIn(name, signature)
            BUILT_IN_NAMES.add(name)
        return call

    return register


def built_in(name: str) -> BuiltIn | None:
    return _TABLE.get(name)


BUILT_IN_NAMES: set[str] = set()


def _parameter(text: str) -> Parameter:
    name, _, kind = (part.strip() for part in text.partition(":"))
    nullable = kind.endswith("?")
    kinds = frozenset(part.strip() for part in kind.rstrip("?").split("|"))
    bare = name.rstrip("?.")
    return Parameter(bare, kinds, name.endswith("?"), nullable, name.endswith("..."))
