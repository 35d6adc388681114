"""What happens in a service, as a plain list of the steps that people do."""

from dataclasses import dataclass

BY_PEOPLE = {"userTask", "manualTask", "task"}
SAD = ("refused", "expired", "withdrawn")


@dataclass(frozen=True)
class OutlineStep:
    element: str
    name: str
    lane: str
    """Who does it, in words; empty where the drawing has no lanes."""


def outline(version, language: str) -> tuple[OutlineStep, ...]:
    """The steps of people on the ways from the start, in the order in which they come.

    Left out are exceptions (what follows a boundary event, or leads only to a refusal or withdrawal), detours
    (corrections that only lead back) and fragments in which nobody does anything.
    """
    diagram = version.diagram
    course = Course(diagram, version.spec["process"])
    steps = (
        OutlineStep(one.id, version.element_name(one.id, language),
                    version.lane_name(one.lane, language) if one.lane else "")
        for one in map(diagram.elements.get, course.usual) if _by_people(diagram, one)
    )
    return tuple({(step.name, step.lane): step for step in steps}.values())


class Course:
    """The elements of a process in the order of its flows, and which flows lead back to something earlier."""

    def __init__(self, diagram, process: str):
        self.diagram = diagram
        self.place = {id: at for at, id in enumerate(diagram.order)}
        self.back: set[tuple[str, str]] = set()
        self.order: list[str] = []
        seen, under_way = set(), set()
        for start in sorted(self._starts(process), key=self.place.get, reverse=True):
            self._follow(start, seen, under_way)
        self.order.reverse()

    @property
    def usual(self) -> list[str]:
        hopeful = self._hopeful()
        return [id for id in self.order if id in hopeful and not self._leads_back(id)]

    def targets(self, id: str) -> list[str]:
        flows = (self.diagram.flows[flow] for flow in self.diagram.elements[id].outgoing if flow in self.diagram.flows)
        return [flow.target for flow in flows if flow.target in self.diagram.elements]

    def _starts(self, process) -> list[str]:
        inside = (one for one in self.diagram.elements.values() if one.process == process)
        return [one.id for one in inside if one.kind == "startEvent" and not self._handles(one)]

    def _handles(self, start) -> bool:
        """Whether this start belongs to an event subprocess: what happens only if something else happens."""
        parent = self.diagram.elements.get(start.parent)
        return parent is not None and not parent.incoming

    def _follow(self, start, seen, under_way):
        """Depth first, what is read first last: turned round, everything stands before what follows it."""
        ways = [(start, self._ahead(start))]
        seen.add(start)
        under_way.add(start)
        while ways:
            id, ahead = ways[-1]
            target = next(ahead, None)
            if target is None:
                ways.pop()
                under_way.discard(id)
                self.order.append(id)
            elif target in under_way:
                self.back.add((id, target))
            elif target not in seen:
                seen.add(target)
                under_way.add(target)
                ways.append((target, self._ahead(target)))

    def _ahead(self, id):
        return iter(sorted(self.targets(id), key=self.place.get, reverse=True))

    def _leads_back(self, id) -> bool:
        targets = self.targets(id)
        return bool(targets) and all((id, target) in self.back for target in targets)

    def _hopeful(self) -> set[str]:
        """Elements from which an end may be reached that is neither refusal nor expiry nor withdrawal."""
        before = {}
        for id in self.order:
            for target in self.targets(id):
                before.setdefault(target, []).append(id)
        elements = self.diagram.elements
        found = dict.fromkeys(
            id for id in self.order if not self.targets(id) and elements[id].facts.properties.get("state") not in SAD)
        ahead = list(found)
        for id in ahead:  # grows while it is walked through
            new = [one for one in before.get(id, ()) if one not in found]
            found.update(dict.fromkeys(new))
            ahead += new
        return set(found)


def _by_people(diagram, element) -> bool:
    """A task of a person, or a call in which somebody does something: another service, or a fragment with tasks."""
    if element.kind != "callActivity":
        return element.kind in BY_PEOPLE
    inside = [one for one in diagram.elements.values() if one.process == element.facts.called]
    return not inside or any(one.kind in BY_PEOPLE for one in inside)
