"""Link events: a jump from a throwing link to the one catching link of the same name (clause 10.5.5)."""

from collections import Counter
from collections.abc import Iterator

from app.engine.bpmn import children, kind, text
from app.engine.check.drawing import Drawing
from app.engine.finding import Finding


def links_come_in_pairs(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: every throwing link has a catching one in the same process, and the other way round."""
    for scope in drawing.scopes:
        throws, catches = (
            _links(drawing, scope, "intermediateThrowEvent"),
            _links(drawing, scope, "intermediateCatchEvent"),
        )
        for event, link in throws:
            if not any(_meet(link, other) for _, other in catches):
                yield drawing.error("link-without-target", event, link=link.get("name") or "")
        for event, link in catches:
            if not any(_meet(other, link) for _, other in throws):
                yield drawing.error("link-without-source", event, link=link.get("name") or "")


def links_have_one_target(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.5: one catching link for a name."""
    for scope in drawing.scopes:
        catches = _links(drawing, scope, "intermediateCatchEvent")
        counts = Counter(link.get("name") for _, link in catches)
        for event, link in catches:
            if counts[link.get("name")] > 1 and link.get("name"):
                yield drawing.error("link-with-many-targets", event, link=link.get("name"))


def links_are_the_only_way(drawing: Drawing) -> Iterator[Finding]:
    """Clause 10.5.4: nothing flows into a catching link and nothing out of a throwing one."""
    for event in drawing.all("intermediateCatchEvent"):
        if "link" in drawing.kinds(event) and (drawing.incoming(event) or children(event, "incoming")):
            yield drawing.error("link-catch-with-incoming", event)
    for event in drawing.all("intermediateThrowEvent"):
        if "link" in drawing.kinds(event) and (drawing.outgoing(event) or children(event, "outgoing")):
            yield drawing.error("link-throw-with-outgoing", event)
        if "link" in drawing.kinds(event) and not drawing.incoming(event):
            yield drawing.error("intermediate-without-incoming", event)


def _links(drawing, scope, place):
    return [
        (event, one)
        for event in children(scope, place)
        for one in drawing.definitions(event)
        if kind(one) == "linkEventDefinition"
    ]


def _meet(throw, catch):
    """By name, or by the source and target elements where they are written."""
    if throw.get("name") and throw.get("name") == catch.get("name"):
        return True
    targets = {text(one) for one in children(throw, "target")}
    sources = {text(one) for one in children(catch, "source")}
    return catch.get("id") in targets or throw.get("id") in sources


RULES = (links_come_in_pairs, links_have_one_target, links_are_the_only_way)
