"""Ways that lead nowhere: steps never reached, work that never ends, joins that wait for ever."""

from collections.abc import Iterator

from app.engine.bpmn import kind
from app.engine.check.drawing import Drawing, called
from app.engine.check.ways import beginnings, branches, follow
from app.engine.finding import Finding


def every_step_can_be_reached(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a step that no way leads to is a mistake of drawing."""
    for scope in drawing.scopes:
        reached = follow(drawing, beginnings(drawing, scope))
        for node in drawing.nodes(scope):
            if node.get("id") not in reached and drawing.incoming(node):
                yield drawing.warning("unreachable", node)


def every_way_can_end(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: from every reached step some way leads to an end, or work turns in a circle for ever."""
    for scope in drawing.scopes:
        reached = follow(drawing, beginnings(drawing, scope))
        ending = _ending(drawing, scope)
        caught = reached - ending
        stuck = [node for node in drawing.nodes(scope) if node.get("id") in caught]
        if stuck:
            names = ", ".join(called(node) for node in stuck[:5])
            report = drawing.warning if _others_may_end_it(drawing, scope, ending) else drawing.error
            yield report("no-way-to-an-end", _turning(drawing, stuck), steps=names)


def _turning(drawing, stuck):
    """The first step that comes back to itself."""
    return next((node for node in stuck if node.get("id") in follow(drawing, drawing.next_of(node))), stuck[0])


def _ending(drawing, scope):
    """Ids from which an end, or a step where the way simply stops, can be reached."""
    before = {}
    for node in drawing.nodes(scope):
        for other in drawing.next_of(node):
            before.setdefault(other.get("id"), []).append(node.get("id"))
    waiting = [node.get("id") for node in drawing.nodes(scope) if not drawing.next_of(node)]
    found = set()
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += before.get(one, ())
    return found


def _others_may_end_it(drawing, scope, ending):
    """A boundary event around the scope, a terminating or failing end, or an event sub-process may stop the circle."""
    if drawing.attached.get(scope.get("id")):
        return True
    return bool(ending) and any(
        node.get("triggeredByEvent") == "true"
        or kind(node) == "endEvent"
        and {"terminate", "error", "cancel"} & set(drawing.kinds(node))
        for node in drawing.nodes(scope)
    )


def joins_get_what_they_wait_for(drawing: Drawing) -> Iterator[Finding]:
    """Beyond BPMN: a parallel join after an exclusive choice waits for a way that was not taken."""
    for gateway in drawing.all("exclusiveGateway", "eventBasedGateway"):
        if len(drawing.outgoing(gateway)) < 2:
            continue
        ways = branches(drawing, gateway)
        for join in drawing.all("parallelGateway"):
            beside = len(drawing.incoming(join)) > 1 and join.getparent() is gateway.getparent()
            if beside and _starved(drawing, gateway, join, ways):
                yield drawing.warning("join-waits-for-ever", join, choice=called(gateway))


def _starved(drawing, gateway, join, ways):
    """Each way into the join belongs to one branch of the choice only, and they are different branches."""
    used = []
    for flow in drawing.incoming(join):
        source = flow.get("sourceRef")
        if source == gateway.get("id"):
            used.append(flow.get("id"))
            continue
        owner = next((number for number, way in enumerate(ways) if source in way), None)
        if owner is None:
            return False
        used.append(owner)
    return len(set(used)) > 1


RULES = (every_step_can_be_reached, every_way_can_end, joins_get_what_they_wait_for)
