"""What a decision table is made of."""
from dataclasses import dataclass

from app.engine.dmn.expressions import Node
from app.engine.dmn.item_types import ItemType


@dataclass(frozen=True, slots=True)
class Input:
    """A column of conditions over the value of `node`; `kind` reads texts from outside as what they are meant to be."""

    text: str
    node: Node
    kind: ItemType | None


@dataclass(frozen=True, slots=True)
class Output:
    """A column of results; `ranks` gives the output values in order of priority."""

    name: str
    kind: ItemType | None
    default: Node | None
    ranks: Node | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A row: one test for each input, one value for each output."""

    id: str
    tests: tuple[Node, ...]
    values: tuple[Node, ...]
