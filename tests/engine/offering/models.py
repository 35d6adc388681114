"""Small models with a drawing, and what is offered about them."""

from lxml import etree

from app.engine import apply_offer, check, compile_bundle, offers, read_bundle
from app.engine.bpmn import NODES, descendants, kind
from app.engine.offering.placing import size_of
from app.engine.offering.plane import Plane
from tests.engine.drawing import HEAD

DI = (
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
)


def files(body: str, outside: str = "", drawn: bool = True) -> dict[str, bytes]:
    """One model; with `drawn` every step has its place in a row, in the order written, and every arrow its bends."""
    text = f'{HEAD.replace("targetNamespace", DI + "targetNamespace")}{outside}'
    text += f'<process id="p" isExecutable="true">{body}</process></definitions>'
    root = etree.fromstring(text)
    if drawn:
        text = text.replace("</definitions>", f"{_diagram(root)}</definitions>")
    return {"model.bpmn": text.encode()}


def _diagram(root):
    shapes, middles, x = [], {}, 100
    for node in descendants(root, *NODES):
        width, height = size_of(node)
        y = 200 - height / 2 + (60 if kind(node) == "boundaryEvent" else 0)
        shapes.append(
            f'<bpmndi:BPMNShape id="{node.get("id")}_di" bpmnElement="{node.get("id")}">'
            f'<dc:Bounds x="{x}" y="{y}" width="{width}" height="{height}"/></bpmndi:BPMNShape>'
        )
        middles[node.get("id")] = x + width / 2
        x += width + 60
    for flow in descendants(root, "sequenceFlow"):
        ends = [middles[flow.get(end)] for end in ("sourceRef", "targetRef") if flow.get(end) in middles]
        bends = "".join(f'<di:waypoint x="{end}" y="200"/>' for end in ends)
        shapes.append(
            f'<bpmndi:BPMNEdge id="{flow.get("id")}_di" bpmnElement="{flow.get("id")}">{bends}</bpmndi:BPMNEdge>'
        )
    plane = f'<bpmndi:BPMNPlane bpmnElement="p">{"".join(shapes)}</bpmndi:BPMNPlane>'
    return f"<bpmndi:BPMNDiagram>{plane}</bpmndi:BPMNDiagram>"


def offered(model: dict[str, bytes], rule: str):
    """The only offer of this kind."""
    found = [one for one in offers(model, trusted=True) if one.rule == rule]
    assert len(found) == 1, [one.id for one in found]
    return found[0]


def findings(model: dict[str, bytes]) -> set[tuple[str, str]]:
    return {(one.rule, one.element) for one in check(read_bundle(model, trusted=True))}


def accepted(model: dict[str, bytes], offer) -> dict[str, bytes]:
    """The model after the offer: its finding is gone, it compiles, and everything that is new is drawn over nothing."""
    found = check(read_bundle(model, trusted=True))
    told = {(one.rule, one.element) for one in found if offer.id in {other.id for other in one.offers}}
    after = apply_offer(model, offer, trusted=True)
    assert told and not told & findings(after)
    assert offer.id not in {one.id for one in offers(after, trusted=True)}
    bundle = read_bundle(after, trusted=True)
    compile_bundle(bundle)
    assert not undrawn(bundle.drawn[offer.path], set(ids(model, offer.path)))
    return after


def undrawn(root, before: set[str]) -> list[str]:
    """New steps and arrows that are not drawn, or drawn over another step, and shapes of what is gone."""
    plane, wrong = Plane(root), []
    if not plane.shapes:
        return []
    here = {one.get("id"): one for one in root.iter(etree.Element) if kind(one) and one.get("id")}
    wrong += [key for key in (*plane.shapes, *plane.edges) if key not in here and key in before]
    for key in set(here) - before:
        if kind(here[key]) in NODES and (plane.box(key) is None or covered(plane, here, key)):
            wrong.append(key)
        if kind(here[key]) == "sequenceFlow" and len(plane.points(key)) < 2:
            wrong.append(key)
    return wrong


def covered(plane, here, key) -> bool:
    around = {one.get("id") for one in here[key].iterancestors()} | {key, here[key].get("attachedToRef")}
    others = [one for one in plane.beside(key) if one not in around and kind(here.get(one, here[key])) in NODES]
    return any(plane.box(one).meets(plane.box(key)) for one in others if one in here)


def ids(model: dict[str, bytes], path: str) -> list[str]:
    return [one.get("id") for one in read_bundle(model, trusted=True).drawn[path].iter(etree.Element) if one.get("id")]


def element(model: dict[str, bytes], key: str):
    root = next(iter(read_bundle(model, trusted=True).drawn.values()))
    return next((one for one in root.iter(etree.Element) if kind(one) and one.get("id") == key), None)
