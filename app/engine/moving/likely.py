"""Which elements of the new version are most likely meant to take over one of the old."""

from app.engine.specs.events import BoundaryEvent, StartEvent
from app.engine.specs.scoped import EventSubProcess

MOST = 8
NOT_BEGUN = (BoundaryEvent, StartEvent, EventSubProcess)
JOINS = ("parallelGateway", "inclusiveGateway", "complexGateway")


def may_begin(node) -> bool:
    """Whether a token can be put there: not at events that only listen, nor at joins, which count their branches."""
    joining = node.element.kind in JOINS and len(node.incoming) > 1
    return not isinstance(node, NOT_BEGUN) and not joining and not getattr(node, "for_compensation", False)


def likely(route, id: str) -> tuple[str, ...]:
    """Ids of at most MOST elements in the part of the drawing that takes over the old one's, likeliest first."""
    old = _node(route.old, id)
    spec = route.spec(old.scope_spec) if old else None
    if spec is None:
        return ()
    ranked = []
    for node in spec.task_specs.values():
        if node is not spec.start and may_begin(node):
            ranked.append((-_likeness(route, old, node), len(ranked), node.name))
    return tuple(name for likeness, _, name in sorted(ranked)[:MOST] if likeness <= -3)


def _likeness(route, old, node) -> int:
    same = old.element.kind == node.element.kind
    named = bool(old.element.name) and _folded(old) == _folded(node)
    form = old.facts.form is not None and old.facts.form == node.facts.form
    fresh = node.name not in route.old.elements
    near = _neighbours(old, route.id) & _neighbours(node, str)
    lane = _lane(route.old, old) == _lane(route.new, node) != ""
    return 3 * same + 4 * named + 3 * form + 2 * fresh + 2 * bool(near) + lane


def _neighbours(node, id) -> set[str]:
    return {id(way.node.name) for way in node.flows} | {id(one.name) for one in node.before}


def _lane(diagram, node) -> str:
    return " ".join(diagram.lanes.get(node.element.lane, "").split()).casefold()


def _folded(node) -> str:
    return " ".join(node.element.name.split()).casefold()


def _node(diagram, id):
    return next((spec.task_specs[id] for spec in diagram.specs.values() if id in spec.task_specs), None)
