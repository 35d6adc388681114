"""The nodes of one scope in columns: left to right along the flows, loops led back."""

from dataclasses import dataclass, field

from app.engine.bpmn import children, flows, kind, nodes


@dataclass(frozen=True)
class Arrow:
    """A sequence flow as laid out: `source` may be a boundary event, `host` is what it stands on (else the source)."""

    id: str
    name: str
    source: str
    target: str
    host: str


@dataclass
class Graph:
    """`order`: ids of the nodes, boundary events excluded, as one reads them; `column` of each; `arrows` among them.

    `edge`: host -> its boundary events. `loose`: nodes that no arrow touches. `back`: ids of arrows that lead back.
    """

    elements: dict[str, object]
    edge: dict[str, list] = field(default_factory=dict)
    arrows: list[Arrow] = field(default_factory=list)
    column: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    back: set[str] = field(default_factory=set)


def graph_of(scope) -> Graph:
    """The graph of a process or sub-process, without what stands inside its sub-processes."""
    inside = {one.get("id"): one for one in nodes(scope) if one.get("id")}
    hosts = {id: _host(one, inside) for id, one in inside.items()}
    graph = Graph({id: one for id, one in inside.items() if hosts[id] == id})
    for id, one in inside.items():
        if hosts[id] != id:
            graph.edge.setdefault(hosts[id], []).append(one)
    graph.arrows = list(_arrows(scope, hosts))
    touched = {end for one in graph.arrows for end in (one.host, one.target)}
    graph.loose = [id for id in graph.elements if id not in touched]
    _columns(graph, [id for id in graph.elements if id in touched])
    return graph


def _host(one, inside) -> str:
    host = one.get("attachedToRef")
    attached = kind(one) == "boundaryEvent" and host in inside and kind(inside[host]) != "boundaryEvent"
    return host if attached else one.get("id")


def _arrows(scope, hosts):
    for one in flows(scope):
        source, target = one.get("sourceRef"), one.get("targetRef")
        if source in hosts and target in hosts and one.get("id"):
            yield Arrow(one.get("id"), one.get("name") or "", source, hosts[target], hosts[source])


def _columns(graph, ids):
    ahead = {id: [] for id in ids}
    for one in graph.arrows:
        ahead[one.host].append(one)
    entered = {one.target for one in graph.arrows if one.target != one.host}
    starts = [id for id in ids if id not in entered]
    # What is begun last stands first in the end; from the real starts on is seen which arrows lead back.
    graph.order = _walk([*reversed(starts), *ids], ahead, graph.back)
    for id in graph.order:
        graph.column.setdefault(id, 0)
        for one in ahead[id]:
            if one.id not in graph.back:
                graph.column[one.target] = max(graph.column.get(one.target, 0), graph.column[id] + 1)


def _walk(begin, ahead, back) -> list[str]:
    """Every node after all that lead to it, loops apart: depth first, turned round."""
    seen, under_way, order = set(), set(), []
    for start in begin:
        if start in seen:
            continue
        seen.add(start)
        under_way.add(start)
        ways = [(start, iter(reversed(ahead[start])))]
        while ways:
            id, left = ways[-1]
            arrow = next(left, None)
            if arrow is None:
                ways.pop()
                under_way.discard(id)
                order.append(id)
            elif arrow.target in under_way:
                back.add(arrow.id)
            elif arrow.target not in seen:
                seen.add(arrow.target)
                under_way.add(arrow.target)
                ways.append((arrow.target, iter(reversed(ahead[arrow.target]))))
    return order[::-1]


def lanes_of(process) -> list:
    """The outermost lanes of a process, in their order."""
    return [lane for one in children(process, "laneSet") for lane in children(one, "lane")]


def lanes_in(lane) -> list:
    """The lanes drawn inside a lane."""
    return [inner for one in children(lane, "childLaneSet") for inner in children(one, "lane")]
