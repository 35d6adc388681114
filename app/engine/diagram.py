"""A compiled diagram: everything about a bundle that all its runs share and none of them changes."""

from dataclasses import dataclass, field
from types import MappingProxyType

from app.engine.facts import NO_FACTS, Facts
from app.engine.naming import Unnamed
from app.engine.scope import ScopeSpec


@dataclass(frozen=True)
class Element:
    """A node, or a process, of the drawing. `incoming`, `outgoing`: flow ids.

    `parent`: id of the (sub-)process around it.
    """

    id: str
    name: str
    kind: str
    process: str
    lane: str | None = None
    facts: Facts = NO_FACTS
    documentation: str = ""
    incoming: tuple[str, ...] = ()
    outgoing: tuple[str, ...] = ()
    parent: str | None = None
    attached_to: str | None = None


@dataclass(frozen=True)
class Flow:
    """A sequence flow of the drawing."""

    id: str
    name: str
    source: str
    target: str


@dataclass(frozen=True)
class Start:
    """A way to begin the process: `kind` none, message, signal, timer or conditional.

    `text` the name or the timer's text.
    """

    element: str
    name: str
    kind: str
    text: str


@dataclass(frozen=True)
class Diagram:
    """What `compile_bundle` makes; immutable, and shared between threads and runs.

    `process`: id of the process that runs; `processes`: id -> name of all in the bundle. `elements`: id -> Element,
    `flows`: id -> Flow, `lanes`: id -> name. `order`: element ids as one would read the drawing. `starts`: ways to
    begin it from outside. `xml`: path -> repaired drawing. `hash`: of all files. `specs`: what the runs run.
    `unnamed`: id -> how people call what has no name in the drawing.
    """

    process: str
    name: str
    processes: dict[str, str]
    elements: dict[str, Element]
    flows: dict[str, Flow]
    order: tuple[str, ...]
    lanes: dict[str, str]
    starts: tuple[Start, ...]
    xml: dict[str, str]
    hash: str
    specs: dict[str, ScopeSpec] = field(repr=False, default_factory=dict)
    conditional: bool = False
    unnamed: dict[str, Unnamed] = field(repr=False, default_factory=dict)

    @property
    def spec(self) -> ScopeSpec:
        return self.specs[self.process]

    def about(self, element: Element) -> dict[str, str]:
        """What a sentence is told of the element that it is about: its id, and what it is called in English.

        Whoever shows the sentence knows by the id what the reader calls it.
        """
        beside = self.unnamed.get(element.id)
        return {"at": element.id, "it": element.name or (beside.text() if beside else element.id)}

    @property
    def entry(self) -> str | None:
        """Where a run begins when nobody says: None for the plain starts, else the first start there is."""
        return None if self.spec.starts or not self.spec.entries else next(iter(self.spec.entries))


def frozen(mapping: dict):
    return MappingProxyType(mapping)
