"""A whole bundle compiled: every process, sub-process and global task becomes a ScopeSpec."""

from lxml import etree

from app.engine.bpmn import GLOBAL_TASKS, SUBPROCESSES, children, descendants, kind, nodes, true
from app.engine.compile.decisions import decisions_of
from app.engine.compile.nodes import Building
from app.engine.compile.outline import reading_order
from app.engine.compile.wiring import wire
from app.engine.diagram import Diagram, Flow, Start, frozen
from app.engine.finding import ModelRefused, finding
from app.engine.scope import ScopeSpec


def compile_bundle(bundle, process: str | None = None) -> Diagram:
    """The diagram of one process of a bundle; without `process` the first executable one of the first file.

    Called processes are found in all files. Raises ModelRefused where there is no such process.
    """
    building = Building(bundle.facts, decisions_of(bundle.decisions))
    for root in bundle.models.values():
        _file(building, root)
    for scope in building.scopes:
        wire(building, scope)
    chosen = process or _main(bundle, building)
    if chosen not in building.processes:
        raise ModelRefused([finding("no-process", "error", process or "", process=process or "")])
    return _diagram(bundle, building, chosen)


def _file(building, root):
    building.open_file(root)
    for found in children(root, "process"):
        building.processes[found.get("id")] = found.get("name") or found.get("id")
        _scope(building, found, found.get("id"), "process")
    for found in children(root, *GLOBAL_TASKS):
        building.global_task(found)


def _scope(building, element, process, scope_kind):
    spec = ScopeSpec(element.get("id"), process, scope_kind)
    building.scopes.append((spec, element))
    building.specs[spec.id] = spec
    building.lanes_of(element)
    for node in nodes(element):
        building.node(spec, node)
        if kind(node) in SUBPROCESSES:
            _scope(building, node, process, "event" if true(node, "triggeredByEvent") else kind(node))


def _main(bundle, building):
    """The first process meant to run; one that nothing inside the bundle calls is preferred."""
    called = {facts.called for facts in bundle.facts.values() if facts.called}
    found = [one for root in bundle.models.values() for one in children(root, "process")]
    meant = [one.get("id") for one in found if true(one, "isExecutable")] or [one.get("id") for one in found]
    free = [id for id in meant if id not in called] or meant
    starting = [id for id in free if building.specs[id].starts]
    return (starting or free or [None])[0]


def _diagram(bundle, building, process):
    flows = {
        one.get("id"): Flow(one.get("id"), one.get("name") or "", one.get("sourceRef"), one.get("targetRef"))
        for root in bundle.models.values()
        for one in descendants(root, "sequenceFlow")
    }
    starts = tuple(_starts(building.specs[process]))
    return Diagram(
        process,
        building.processes[process],
        frozen(building.processes),
        frozen(building.elements),
        frozen(flows),
        reading_order(building, process),
        frozen(building.lanes),
        starts,
        frozen({path: etree.tostring(root, encoding="unicode") for path, root in bundle.models.items()}),
        bundle.hash,
        frozen(building.specs),
        building.conditional,
        frozen(bundle.unnamed),
    )


def _starts(spec):
    for node in [*spec.starts, *spec.entries.values()]:
        definitions = list(getattr(node, "definitions", ())) or [None]
        for one in definitions:
            said = (
                "" if one is None else getattr(one, "text", None) or getattr(one, "condition", None) or one.name or ""
            )
            yield Start(node.element.id, node.element.name, one.kind if one else "none", said)
