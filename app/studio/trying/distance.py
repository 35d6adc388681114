"""How far it is from one element of a drawing to another, along its arrows: for guides, which try the nearer first."""

from collections import deque
from functools import cache

FAR = 500


class Distances:
    """Steps along arrows, into sub-processes and out of them, and to the events at the edges."""

    def __init__(self, diagram):
        self.diagram = diagram
        self.ahead: dict[str, set[str]] = {id: set() for id in diagram.elements}
        for flow in diagram.flows.values():
            if flow.source in self.ahead and flow.target in self.ahead:
                self.ahead[flow.source].add(flow.target)
        for one in diagram.elements.values():
            self._around(one)
        self.to = cache(self._to)

    def between(self, id: str, goal: str) -> int:
        """How many arrows lie between; FAR when there is no way. A flow is as near as its beginning."""
        if goal in self.diagram.flows:
            return self.to(self.diagram.flows[goal].source).get(id, FAR)
        return self.to(goal).get(id, FAR)

    def to_end(self, id: str) -> int:
        """How far the nearest end event is."""
        return min((self.to(one.id).get(id, FAR) for one in self.diagram.elements.values() if one.kind == "endEvent"),
                   default=FAR)

    def _around(self, one):
        """Events at an edge follow their step; the parts of a sub-process follow it, and are followed by what it is."""
        if one.attached_to in self.ahead:
            self.ahead[one.attached_to].add(one.id)
        parent = self.diagram.elements.get(one.parent)
        if parent is not None and parent.id != one.id and parent.id in self.ahead:
            if not one.incoming:
                self.ahead[parent.id].add(one.id)
            if not one.outgoing:
                self.ahead[one.id] |= {self.diagram.flows[id].target for id in parent.outgoing
                                       if id in self.diagram.flows}

    def _to(self, goal: str) -> dict[str, int]:
        behind: dict[str, list] = {}
        for id, targets in self.ahead.items():
            for target in targets:
                behind.setdefault(target, []).append(id)
        far, at = {goal: 0}, deque([goal])
        while at:
            here = at.popleft()
            for id in behind.get(here, ()):
                if id not in far:
                    far[id] = far[here] + 1
                    at.append(id)
        return far
