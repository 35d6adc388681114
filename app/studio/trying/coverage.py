"""Coverage: over which elements and arrows of a drawing its walks go, and which ways nobody has walked."""

from dataclasses import dataclass, field

from app.catalog import Published, VersionUnusable
from app.catalog.bundle import hash_of
from app.catalog.store import Store
from app.studio.trying.walk import WalkResult, Witness, walk_through
from app.studio.trying.way import Way, ways_not_taken

NODES = ("Event", "Task", "Gateway", "task", "subProcess", "callActivity", "transaction", "adHocSubProcess")
_known = Store(64)


@dataclass(frozen=True)
class Coverage:
    """`elements` and `flows`: id -> how many walks went over it, for everything in the service's own process.

    `missing` are the ways no walk takes, `walks` how each walk went, in their order.
    """

    elements: dict[str, int] = field(default_factory=dict)
    flows: dict[str, int] = field(default_factory=dict)
    missing: list[Way] = field(default_factory=list)
    walks: list[WalkResult] = field(default_factory=list)

    @property
    def passing(self) -> int:
        return sum(one.well for one in self.walks)

    @property
    def failing(self) -> list[WalkResult]:
        return [one for one in self.walks if not one.well]

    @property
    def reached(self) -> int:
        """How many of `len(elements)` elements some walk reaches."""
        return sum(1 for times in self.elements.values() if times)


def coverage(published: Published, person=None) -> Coverage:
    """Play all walks of a version, live or draft. `person` stands in for requesters the organisation does not know.

    What was found is kept by the version's hash, as long as the people it asked for are still found the same.
    """
    key = hash_of(published.spec, published.files), person.key if person else None
    known = _known.get(key)
    if known is not None and known[0].still_holds():
        return known[1]
    witness = Witness(person)
    walks = [walk_through(published, walk, place, witness) for place, walk in _walks(published)]
    found = _counted(published, walks)
    _known.forget(key)
    _known.put(key, (witness, found))
    return found


def _walks(published) -> list[tuple[int, dict]]:
    return [(place, walk) for place, walk in enumerate(published.walks or ()) if isinstance(walk, dict)]


def _counted(published, walks) -> Coverage:
    try:
        diagram = published.diagram
    except VersionUnusable:
        return Coverage(walks=walks)
    main = published.spec["process"]
    elements = {id: 0 for id in diagram.order if _is_node(diagram.elements[id], main)}
    flows = {id: 0 for id, flow in diagram.flows.items() if flow.source in elements and flow.target in elements}
    for one in walks:
        for id in one.walked.reached & elements.keys():
            elements[id] += 1
        for id in flows.keys() & set(one.walked.flows):
            flows[id] += 1
    return Coverage(elements, flows, ways_not_taken(published, elements, flows), walks)


def _is_node(element, main: str) -> bool:
    return element.process == main and element.kind.endswith(NODES)
