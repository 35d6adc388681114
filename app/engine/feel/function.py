"""Functions as values: written in FEEL, built in, or given from outside (DMN 10.3.2.13)."""
from collections.abc import Callable, Sequence
from typing import Any


class Function:
    """`call(run, arguments)` takes one argument for each of `parameters`; `types` are their written types, if any."""

    __slots__ = ("name", "parameters", "types", "call", "result")

    def __init__(
        self,
        name: str,
        parameters: Sequence[str],
        call: Callable[..., Any],
        types: Sequence[Any] = (),
        result: Any = None,
    ) -> None:
        self.name = name
        self.parameters = tuple(parameters)
        self.types = tuple(types) or (None,) * len(self.parameters)
        self.call = call
        self.result = result

    def invoke(self, run: Any, arguments: list, named: dict[str, Any] | None) -> Any:
        """Call it with every argument in order, or by name, what is left out being null; anything else is null."""
        if named is not None:
            if not set(named) <= set(self.parameters):
                return run.warn(f"{self.name}() takes {self._wanted()}.")
            arguments = [named.get(name) for name in self.parameters]
        if len(arguments) != len(self.parameters):
            return run.warn(f"{self.name}() takes {self._wanted()}, not {len(arguments)} values.")
        return self.call(run, arguments)

    def _wanted(self) -> str:
        return ", ".join(self.parameters) or "nothing"

    def __repr__(self) -> str:
        return f"Function({self.name or 'unnamed'})"
