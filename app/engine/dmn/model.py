"""A DMN model as it was read: decisions, inputs, business knowledge, services, types and imports (DMN clause 6)."""
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.engine.dmn.errors import DecisionRefused
from app.engine.dmn.item_types import ItemType
from app.engine.feel import Frame

Node = Callable[[Frame], Any]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the model that cannot be decided: `element` is its id, `name` of the decision it belongs to."""

    element: str
    name: str
    sentence: str


@dataclass(slots=True)
class Part:
    """What every element of a model has. `name` is what expressions call it, `kind` its type."""

    id: str
    name: str
    kind: ItemType | None


@dataclass(slots=True)
class InputData(Part):
    """A value given from outside."""


@dataclass(slots=True)
class Decision(Part):
    """`requires` and `knows` are references to other parts; `node` decides once those have their values."""

    node: Node
    requires: tuple[str, ...]
    knows: tuple[str, ...]


@dataclass(slots=True)
class Knowledge(Part):
    """A business knowledge model: a function over `parameters`."""

    node: Node
    parameters: tuple[tuple[str, ItemType | None], ...]
    knows: tuple[str, ...]
    result: ItemType | None = None


@dataclass(slots=True)
class Service(Part):
    """A decision service: `outputs` are decided from `inputs` alone, which are input data first, then decisions."""

    outputs: tuple[str, ...]
    inputs: tuple[str, ...]


@dataclass(slots=True)
class Model:
    """One file. `imports` maps an import's name to the model it brings in."""

    namespace: str
    name: str
    parts: dict[str, Part] = field(default_factory=dict)
    types: dict[str, ItemType] = field(default_factory=dict)
    imports: dict[str, "Model"] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    repairs: list[Trouble] = field(default_factory=list)

    def find(self, reference: str) -> tuple["Model", Part]:
        """The part that `#id` or `namespace#id` points to. Raises DecisionRefused if it points nowhere."""
        namespace, _, key = reference.rpartition("#")
        owner = self._owner(namespace)
        if owner is None or key not in owner.parts:
            raise DecisionRefused(reference, "The model refers to this, but nothing in it has that id.")
        return owner, owner.parts[key]

    def named(self, wanted: str) -> Part | None:
        """A part by its id or name; decisions before everything else."""
        found = [part for part in self.parts.values() if wanted in (part.id, part.name)]
        return min(found, key=lambda part: not isinstance(part, Decision), default=None)

    def prefix_of(self, other: "Model") -> str:
        """The name under which this model imports the other one; empty for itself."""
        return next((name for name, model in self.imports.items() if model is other), "")

    def _owner(self, namespace: str) -> "Model | None":
        if namespace in ("", self.namespace):
            return self
        waiting, seen = list(self.imports.values()), set()
        while waiting:
            model = waiting.pop()
            if model.namespace == namespace:
                return model
            if id(model) not in seen:
                seen.add(id(model))
                waiting += model.imports.values()
        return None
