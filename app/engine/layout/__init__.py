"""Drawings for models that come without: from left to right, lanes as rows, pools below each other (BPMN DI)."""

from lxml import etree

from app.engine.bpmn import BPMNDI, NODES, SUBPROCESSES, children, descendants, flows, kind, nodes
from app.engine.layout.pages import alone, collaborations, page_of
from app.engine.layout.writing import write
from app.engine.offering.plane import Plane
from app.engine.offering.redraw import redraw, snapshot
from app.engine.read.bundle import sort_files
from app.engine.repair import name_everything

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
MOST = 3000

__all__ = ["laid_out", "lay_out", "undrawn"]


def laid_out(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files that change when everything is drawn that is not; a complete drawing keeps its bytes."""
    drawn = sort_files(files)[0]
    name_everything(drawn)
    return {path: HEAD + etree.tostring(root.getroottree(), encoding="UTF-8")
            for path, root in drawn.items() if lay_out(root)}


def lay_out(root) -> bool:
    """Draw in place what is not drawn; whether anything was. Steps missing in a drawing are put beside the others."""
    missing = undrawn(root)
    if not missing or len(missing) > MOST:
        return False
    steps = {one.get("id") for one in descendants(root, *NODES)}
    if steps - missing and not missing - steps - _arrows(root):
        before = snapshot(root)
        # Their arrows count as new too: by these a missing step finds its neighbours.
        redraw(root, {id: ends for id, ends in before.items() if missing.isdisjoint((id, *ends[1:]))})
    if not steps - missing or undrawn(root) - _arrows(root):
        _anew(root)
    return True


def undrawn(root) -> set[str]:
    """Ids of steps, arrows, lanes and pools that should have a place in the drawing and have none."""
    plane = Plane(root)
    wanted = {one.get("id") for one in _shapes(root) if plane.box(one.get("id")) is None}
    arrows = {one.get("id") for one in _flows(root) if len(plane.points(one.get("id"))) < 2}
    return {id for id in (*wanted, *arrows) if id}


def _shapes(root):
    """What must be drawn, but not what stands in a collapsed sub-process: modelers show that on a page of its own."""
    pools = [one for found in collaborations(root) for one in children(found, "participant")]
    known = {one.get("processRef") for one in pools}
    processes = [one for one in children(root, "process") if nodes(one) and (not pools or one.get("id") in known)]
    closed = _closed(root)
    for process in processes:
        yield from (one for one in descendants(process, *NODES) if not closed or not _hidden(one, closed))
        yield from descendants(process, "lane")
    yield from pools


def _flows(root):
    """Arrows between steps of one and the same scope: others lead nowhere until they are mended."""
    scope = {one.get("id"): one.getparent() for one in _shapes(root) if kind(one) in NODES}
    for one in descendants(root, "sequenceFlow"):
        if scope.get(one.get("sourceRef")) is scope.get(one.get("targetRef"), one) is one.getparent():
            yield one


def _arrows(root) -> set[str]:
    return {one.get("id") for one in descendants(root, "sequenceFlow")}


def _hidden(one, closed) -> bool:
    return any(above.get("id") in closed for above in one.iterancestors() if kind(above) in SUBPROCESSES)


def _closed(root) -> set[str]:
    shapes = root.iter(f"{{{BPMNDI}}}BPMNShape")
    return {one.get("bpmnElement") for one in shapes if one.get("isExpanded") == "false"}


def _anew(root):
    """The whole file from nothing: one page for the pools, or one for each process."""
    processes = {one.get("id"): one for one in children(root, "process")}
    pages = [(found.get("id"), page_of(found, processes)) for found in collaborations(root)]
    if not pages:
        whole = sorted((one for one in processes.values() if nodes(one)), key=lambda one: -len(flows(one)))
        pages = [(one.get("id"), alone(one)) for one in whole]
    write(root, pages)
