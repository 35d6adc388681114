"""Ways that no walk takes: the first arrow of each, or the event that never happened, with words for people."""

from dataclasses import dataclass
from itertools import islice

from app.base import pick
from app.catalog import in_tongues
from app.engine.words import LANGUAGES
from app.engine.words.kinds import kind_words
from app.studio.trying.words import WAYS

FURTHEST = 12


@dataclass(frozen=True)
class Way:
    """`kind` is "flow" (an arrow whose beginning was reached) or "element" (an event at a step, or beside them).

    `names`, `source` and `target` are texts by language: the arrow's or event's own name, what stands before and after.
    """

    id: str
    kind: str
    names: dict
    source: dict
    target: dict

    def text(self, language: str) -> str:
        """“Needed?” to “Not approved”, with the arrow's own word."""
        name, source, target = (pick(texts, language) for texts in (self.names, self.source, self.target))
        words = WAYS.get(language, WAYS["en"])
        if self.kind == "element":
            return words["event" if source else "element"].format(name=name, source=source)
        return words["named" if name else "flow"].format(name=name, source=source, target=target)


def ways_not_taken(version, elements: dict[str, int], flows: dict[str, int]) -> list[Way]:
    """The beginnings of all ways that were never taken, in reading order."""
    drawn = version.diagram
    place = {id: at for at, id in enumerate(drawn.order)}
    fresh = [id for id in flows if not flows[id] and _reached(version, drawn.flows[id].source, elements)]
    fresh.sort(key=lambda id: (place.get(drawn.flows[id].source, 0), place.get(drawn.flows[id].target, 0)))
    nowhere = (drawn.elements[id] for id in sorted(elements, key=place.get) if not elements[id])
    beside = [one.id for one in nowhere if _happens(one, elements) and not _begins(version, one)]
    return [_flow(version, id) for id in fresh] + [_element(version, id) for id in beside]


def _reached(version, id, elements) -> bool:
    return bool(elements.get(id)) or _begins(version, version.diagram.elements[id])


def _begins(version, element) -> bool:
    """The start of the service itself: there a way begins even if no walk begins at all."""
    return element.kind == "startEvent" and element.parent in (None, version.spec["process"])


def _happens(element, elements) -> bool:
    """An event that needs no arrow to be reached, at a step that was: a boundary event, the start of an event
    subprocess."""
    if element.incoming or element.kind not in ("boundaryEvent", "startEvent"):
        return False
    return bool(elements.get(element.attached_to)) if element.attached_to else True


def way_of(version, id: str) -> Way:
    """The way that begins with this flow."""
    return _flow(version, id)


def _flow(version, id) -> Way:
    flow = version.diagram.flows[id]
    names = in_tongues(flow.name, version.spec.get("names", {}).get(id))
    return Way(id, "flow", names, _named(version, flow.source, "incoming"), _named(version, flow.target, "outgoing"))


def _element(version, id) -> Way:
    host, names = version.diagram.elements[id].attached_to, version.element_names(id)
    if names:
        return Way(id, "element", names, version.element_words(host) if host else {}, {})
    return Way(id, "element", version.element_words(id), {}, {})  # these words say where it is


def _named(version, id: str, ahead: str) -> dict:
    """The texts of an element, or of the nearest one with a name in that direction: gateways often have none."""
    elements, flows = version.diagram.elements, version.diagram.flows
    at = [id]
    for one in islice(at, FURTHEST):  # grows while it is walked through
        if texts := version.element_names(one):
            return texts
        ways = (flows[way] for way in getattr(elements[one], ahead) if way in flows) if one in elements else ()
        at += [next_ for way in ways if (next_ := way.source if ahead == "incoming" else way.target) not in at]
    found = version.diagram.unnamed.get(id)
    return {language: kind_words(found.kind, language) for language in LANGUAGES} if found else {"en": id}
