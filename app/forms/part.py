"""One component of a form-js schema, read-only: a field, a container or a thing to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.forms import formulas

ENGLISH = "en"


@dataclass(frozen=True)
class Part:
    """A component. `path` are the steps from the form (or from the row, inside a dynamic list) to its value."""

    type: str
    id: str
    path: tuple[str, ...]
    raw: Mapping[str, Any]
    parts: tuple["Part", ...] = ()
    watched: bool = field(default=False, compare=False)

    @cached_property
    def key(self) -> str:
        return ".".join(self.path)

    @cached_property
    def validate(self) -> Mapping:
        return _mapping(self.raw.get("validate"))

    @cached_property
    def properties(self) -> Mapping:
        return _mapping(self.raw.get("properties"))

    @cached_property
    def layout(self) -> Mapping:
        return _mapping(self.raw.get("layout"))

    @cached_property
    def still(self) -> bool:
        """Nothing in it is computed: the same answer reads the same whatever the other answers are."""
        return not self.raw.get("valuesKey") and not self.formulas()

    def hide(self) -> str | None:
        """The FEEL text that hides this component when it gives true."""
        text = _mapping(self.raw.get("conditional")).get("hide")
        return text if isinstance(text, str) and text.strip() else None

    def own(self, name: str, otherwise=None):
        """A setting of ours, kept in `properties`, where every editor leaves it alone."""
        return self.properties.get(name, otherwise)

    def text(self, name: str, language: str, otherwise: str = "") -> str:
        """A text of the component in `language`; properties hold translations as "label:fa"."""
        value = self.properties.get(f"{name}:{language}") or self.raw.get(name) or self.properties.get(name)
        value = value or self.properties.get(f"{name}:{ENGLISH}") or otherwise
        return value if isinstance(value, str) else str(value)

    def formulas(self) -> list[tuple[str, str]]:
        """(place, FEEL text) of every formula in the component, its containers' parts left out."""
        own = {name: value for name, value in self.raw.items() if name != "components"}
        return list(_formulas(own, ""))


def _formulas(value, place):
    if isinstance(value, str):
        if formulas.is_formula(value):
            yield place, value
        for inner in formulas.places(value):
            if inner[:1] not in ("#", "/"):
                yield place, inner
    elif isinstance(value, Mapping):
        for name, below in value.items():
            yield from _formulas(below, f"{place}.{name}" if place else str(name))
    elif isinstance(value, list):
        for below in value:
            yield from _formulas(below, place)


def _mapping(value) -> Mapping:
    return value if isinstance(value, Mapping) else {}
