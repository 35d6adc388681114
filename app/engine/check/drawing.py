"""One BPMN file as the rules see it: elements by id, flows by their ends, and findings at the right place."""

from collections.abc import Mapping
from functools import cached_property

from app.engine.bpmn import (
    ACTIVITIES,
    EVENTS,
    GATEWAYS,
    GLOBAL_TASKS,
    bare,
    event_definitions,
    flows,
    kind,
    nodes,
    scopes,
    text,
)
from app.engine.facts import NO_FACTS, Facts
from app.engine.finding import Finding, finding

SHOWN = (
    ACTIVITIES
    | EVENTS
    | GATEWAYS
    | GLOBAL_TASKS
    | frozenset(
        [
            "sequenceFlow",
            "messageFlow",
            "association",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "textAnnotation",
            "group",
            "participant",
            "lane",
            "process",
            "choreography",
            "choreographyTask",
            "callConversation",
            "globalConversation",
            "message",
            "interface",
            "operation",
            "partnerEntity",
            "correlationProperty",
            "correlationKey",
        ]
    )
)

# How many flows the rules that compare branches may walk in one file before they give up.
EFFORT = 150_000


class Drawing:
    """A BPMN file as drawn, with indexes; `facts` are those of the whole bundle, `bundle` the other files.

    `sent`: names of messages that whoever runs the model sends by itself.
    """

    def __init__(self, path: str, root, bundle):
        self.path, self.root, self.bundle = path, root, bundle
        self.siblings, self.sent = [self], frozenset()
        self.effort, self._next = EFFORT, {}
        self.by_id, self.by_kind = {}, {}
        for element in root.iter():
            if kind(element):
                self.by_kind.setdefault(kind(element), []).append(element)
                self.by_id.setdefault(element.get("id"), element)
        self.scopes = scopes(root)
        self.leaving = self._index("sourceRef")
        self.arriving = self._index("targetRef")

    def _index(self, attribute) -> Mapping[str, list]:
        found = {}
        for flow in self.all("sequenceFlow"):
            found.setdefault(flow.get(attribute), []).append(flow)
        return found

    @cached_property
    def attached(self) -> Mapping[str, list]:
        """Activity id -> the boundary events on it."""
        found = {}
        for event in self.all("boundaryEvent"):
            found.setdefault(event.get("attachedToRef"), []).append(event)
        return found

    @cached_property
    def associated(self) -> Mapping[str, list]:
        """Element id -> what the associations that leave it lead to."""
        found = {}
        for one in self.all("association"):
            if self.get(one.get("targetRef")) is not None:
                found.setdefault(one.get("sourceRef"), []).append(self.get(one.get("targetRef")))
        return found

    def facts(self, element) -> Facts:
        return self.bundle.facts.get(element.get("id"), NO_FACTS)

    def all(self, *kinds: str) -> list:
        """Every element of these kinds, kind by kind in document order."""
        return [element for name in kinds for element in self.by_kind.get(name, ())]

    def get(self, reference: str | None):
        return self.by_id.get(reference) if reference else None

    def outgoing(self, node) -> list:
        return self.leaving.get(node.get("id"), [])

    def incoming(self, node) -> list:
        return self.arriving.get(node.get("id"), [])

    def nodes(self, scope) -> list:
        return nodes(scope)

    def flows(self, scope) -> list:
        return flows(scope)

    @property
    def forms(self):
        return self.bundle.forms

    def next_of(self, node) -> list:
        """The nodes that may follow: by flow, by boundary event, by link, by compensation."""
        key = node.get("id")
        if key not in self._next:
            found = [self.get(flow.get("targetRef")) for flow in self.outgoing(node)]
            found += self.attached.get(key, []) + self._undoing(node) + self._linked(node)
            self._next[key] = [one for one in found if one is not None]
        return self._next[key]

    def _undoing(self, node):
        compensates = kind(node) == "boundaryEvent" and "compensate" in self.kinds(node)
        return self.associated.get(node.get("id"), []) if compensates else []

    def _linked(self, node):
        if kind(node) != "intermediateThrowEvent" or "link" not in self.kinds(node):
            return []
        names = {one.get("name") for one in self.definitions(node)}
        catches = [one for one in nodes(node.getparent()) if kind(one) == "intermediateCatchEvent"]
        return [one for one in catches if names & {link.get("name") for link in self.definitions(one)}]

    def definitions(self, event) -> list:
        return event_definitions(event, self.root)

    def kinds(self, event) -> list[str]:
        """What an event waits for or throws: "timer", "message", ..."""
        return [kind(one).removesuffix("EventDefinition") for one in self.definitions(event)]

    def shown(self, element):
        """The element itself, or the nearest one around it that a reader can find in the drawing."""
        above = element
        while above is not None and (kind(above) not in SHOWN or not above.get("id")):
            above = above.getparent()
        return element if above is None else above

    def error(self, rule: str, element, **params) -> Finding:
        return self._find(rule, "error", element, params)

    def warning(self, rule: str, element, **params) -> Finding:
        return self._find(rule, "warning", element, params)

    def info(self, rule: str, element, **params) -> Finding:
        return self._find(rule, "info", element, params)

    def _find(self, rule, severity, element, params):
        place = self.shown(element)
        return finding(rule, severity, place.get("id"), place.get("name"), **params)


def words(element) -> str:
    return bare(text(element))


def called(element) -> str:
    """How sentences speak of another element."""
    return " ".join((element.get("name") or element.get("id") or kind(element)).split())
